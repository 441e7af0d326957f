package dev.coldstart.report.scenario;

import dev.coldstart.record.text.Format;
import dev.coldstart.report.chart.Axis;
import dev.coldstart.report.chart.CurvePlot;
import dev.coldstart.report.chart.Curves.Point;
import dev.coldstart.report.chart.Curves.Tick;
import dev.coldstart.report.chart.Curves;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.PhaseWords;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.scenario.SizeFit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the arms of one profile and JDK take to parse and compile, by the size of the module.
 *
 * @param found what to see, in words
 * @param plot null when no arm has a line; then there are no rows
 * @param columns of the table of medians
 */
public record SizeChart(String title, String found, CurvePlot plot, List<Row> rows, List<Column> columns,
    List<TableRow> table) {

  private static final int HEIGHT_PX = 280;
  private static final double HEADROOM = 1.05;

  /** An axis that reaches to 0 has no ticks. */
  private static final double LEAST_MS = 0.001;

  /** More labels with a unit run into each other on a narrow screen. */
  private static final int MOST_TICKS = 5;

  /**
   * In ms; {@code slope} for each 100 kB.
   *
   * @param furthest the fixture that lies furthest off the line, and how far
   * @param phases which hold the time, in words
   */
  record Row(ArmName name, String slope, String interval, String atZero, String furthest, String phases) {}

  record Column(String fixture, String size) {}

  /** @param cells in the columns' order */
  record TableRow(ArmName name, List<Quantity> cells) {}

  /** One for each profile and JDK, in the manifest's order. */
  public static List<SizeChart> of(RunView view) {
    Map<String, List<SizeFit>> byVariant = new LinkedHashMap<>();
    for (SizeFit fit : view.summary().sizes()) {
      byVariant.computeIfAbsent(view.names().of(fit.arm()).variant(), any -> new ArrayList<>()).add(fit);
    }
    return byVariant.entrySet().stream().map(group -> of(view, group.getKey(), group.getValue())).toList();
  }

  private static SizeChart of(RunView view, String variant, List<SizeFit> fits) {
    List<SizeFit.At> modules = modules(fits);
    List<SizeFit> lines = fits.stream().filter(SizeFit::hasLine).toList();
    Axis bytes = Axis.linear(HEADROOM * modules.stream().mapToLong(SizeFit.At::wasmBytes).max().orElse(1));
    Axis ms = Axis.linear(HEADROOM * lines.stream().mapToDouble(SizeChart::highest).max().orElse(1));
    return new SizeChart(variant.isEmpty() ? "Parse and compile" : "Parse and compile: " + variant,
        SizeWords.found(view, lines, fits), lines.isEmpty() ? null : plot(view, lines, bytes, ms),
        lines.isEmpty() ? List.of() : fits.stream().map(fit -> row(view, fit)).toList(),
        modules.stream().map(at -> new Column(view.title(at.fixture()), Format.bytes(at.wasmBytes()))).toList(),
        fits.stream().filter(SizeFit::apart).map(fit -> tableRow(view, fit, modules)).toList());
  }

  private static CurvePlot plot(RunView view, List<SizeFit> lines, Axis bytes, Axis ms) {
    Curves drawing = new Curves("curves interval", HEIGHT_PX);
    drawing.grid(ms.ticks().stream().map(value -> new Tick(ms.at(value), tickMs(value))).toList(), across(bytes));
    lines.forEach(fit -> draw(drawing, ScenarioGroup.name(view, fit.arm()), fit, bytes, ms));
    return drawing.plot();
  }

  /** Those that any arm has, the smallest first. */
  private static List<SizeFit.At> modules(List<SizeFit> fits) {
    Map<String, SizeFit.At> byFixture = new LinkedHashMap<>();
    fits.forEach(fit -> fit.at().forEach(at -> byFixture.putIfAbsent(at.fixture(), at)));
    return byFixture.values().stream().sorted(Comparator.comparingLong(SizeFit.At::wasmBytes)).toList();
  }

  private static double highest(SizeFit fit) {
    double most = LEAST_MS;
    for (SizeFit.At at : fit.at()) {
      double median = at.ms().hasInterval() ? at.ms().high() : at.ms().value();
      most = Math.max(most, Math.max(median, fit.lineMs(at.wasmBytes())));
    }
    return most;
  }

  private static String tickMs(double ms) {
    return ms == 0 ? "0" : Quantity.tickOfTime(ms * 1e6);
  }

  private static List<Tick> across(Axis bytes) {
    List<Double> ticks = bytes.ticks();
    int step = ticks.size() > MOST_TICKS ? 2 : 1;
    return IntStream.range(0, ticks.size())
        .filter(i -> i % step == 0)
        .mapToObj(ticks::get)
        .map(value -> new Tick(bytes.at(value), value == 0 ? "0" : Quantity.tickOfSize(value)))
        .toList();
  }

  /** No further than the modules reach: of what is beyond, the line says nothing. */
  private static void draw(Curves drawing, ArmName name, SizeFit fit, Axis bytes, Axis ms) {
    long smallest = fit.at().get(0).wasmBytes();
    long largest = fit.at().get(fit.at().size() - 1).wasmBytes();
    drawing.curve(name, name.dash(), List.of(onLine(fit, smallest, bytes, ms), onLine(fit, largest, bytes, ms)));
    for (SizeFit.At at : fit.at()) {
      Estimate median = at.ms();
      if (median.hasInterval()) {
        drawing.whisker(name, bytes.at(at.wasmBytes()), ms.at(median.low()), ms.at(median.high()));
      }
      drawing.glyph(name, new Point(bytes.at(at.wasmBytes()), ms.at(median.value())));
    }
  }

  private static Point onLine(SizeFit fit, long wasmBytes, Axis bytes, Axis ms) {
    return new Point(bytes.at(wasmBytes), ms.at(Math.max(0, fit.lineMs(wasmBytes))));
  }

  private static Row row(RunView view, SizeFit fit) {
    Estimate slope = fit.msPer100kB();
    return new Row(ScenarioGroup.name(view, fit.arm()), Format.signed(slope.value()), Quantity.signedInterval(slope),
        Format.number(fit.interceptMs()),
        SizeWords.furthest(fit).map(at -> SizeWords.off(view, fit, at)).orElse(Format.MISSING),
        fit.arm().fused().isEmpty() ? "each for itself" : PhaseWords.fused(fit.arm()));
  }

  private static TableRow tableRow(RunView view, SizeFit fit, List<SizeFit.At> modules) {
    List<Quantity> cells = modules.stream().map(module -> cell(fit, module)).toList();
    return new TableRow(ScenarioGroup.name(view, fit.arm()), cells);
  }

  private static Quantity cell(SizeFit fit, SizeFit.At module) {
    return fit.at()
        .stream()
        .filter(at -> at.fixture().equals(module.fixture()))
        .findFirst()
        .map(at -> new Quantity(Format.number(at.ms().value()), Quantity.interval(at.ms())))
        .orElse(new Quantity(Format.MISSING, ""));
  }

  /** What a larger module costs, as sentences. */
  private static final class SizeWords {

    private SizeWords() {}

    /** @param lines those of {@code all} that have a line */
    static String found(RunView view, List<SizeFit> lines, List<SizeFit> all) {
      if (lines.isEmpty()) {
        return none(all);
      }
      if (!view.isTrusted()) {
        return "What a larger module costs is " + VerdictWords.NOT_TRUSTED + ".";
      }
      Comparator<SizeFit> bySlope = Comparator.comparingDouble(fit -> fit.msPer100kB().value());
      SizeFit steepest = lines.stream().max(bySlope).orElseThrow();
      SizeFit flattest = lines.stream().min(bySlope).orElseThrow();
      String both = steepest == flattest ? "" : "; " + takes(view, flattest);
      return "For each 100 kB of module more, " + takes(view, steepest) + both + "." + furthest(view, lines);
    }

    private static String none(List<SizeFit> all) {
      return all.stream()
          .filter(SizeFit::apart)
          .max(Comparator.comparingInt(SizeFit::sizes))
          .map(fit -> "No line is fitted: it takes modules of " + SizeFit.FEWEST_SIZES
              + " sizes, and launches count of " + (fit.sizes() == 0 ? "none" : fit.sizes()) + ".")
          .orElse("No line is fitted: no arm tells parse and compile from its other phases.");
    }

    private static String takes(RunView view, SizeFit fit) {
      Estimate slope = fit.msPer100kB();
      String name = ScenarioGroup.name(view, fit.arm()).text();
      if (slope.hasInterval() && slope.low() <= 0 && slope.high() >= 0) {
        return "what " + name + " takes is not told apart from the same (" + Quantity.signedInterval(slope) + " ms)";
      }
      boolean less = slope.value() < 0;
      Estimate size = less ? new Estimate(-slope.value(), -slope.high(), -slope.low()) : slope;
      String interval = size.hasInterval() ? " (" + Quantity.interval(size) + ")" : "";
      return name + " takes " + Format.number(size.value(), "ms") + (less ? " less" : " more") + interval;
    }

    private static String furthest(RunView view, List<SizeFit> lines) {
      SizeFit fit = lines.stream().max(Comparator.comparingDouble(SizeWords::furthestMs)).orElseThrow();
      SizeFit.At at = furthest(fit).orElseThrow();
      double off = offMs(fit, at);
      return " Furthest off its line is " + view.title(at.fixture()) + " in "
          + ScenarioGroup.name(view, fit.arm()).text() + ", which takes " + Format.number(Math.abs(off), "ms")
          + (off < 0 ? " less" : " more") + " than the line says.";
    }

    private static double furthestMs(SizeFit fit) {
      return furthest(fit).map(at -> Math.abs(offMs(fit, at))).orElse(0.0);
    }

    /** The fixture that lies furthest off the line; empty without one. */
    static Optional<SizeFit.At> furthest(SizeFit fit) {
      return fit.hasLine()
          ? fit.at().stream().max(Comparator.comparingDouble(at -> Math.abs(offMs(fit, at))))
          : Optional.empty();
    }

    private static double offMs(SizeFit fit, SizeFit.At at) {
      return at.ms().value() - fit.lineMs(at.wasmBytes());
    }

    static String off(RunView view, SizeFit fit, SizeFit.At at) {
      return view.title(at.fixture()) + ": " + Format.signed(offMs(fit, at));
    }
  }
}
