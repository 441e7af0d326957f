package dev.coldstart.report.scenario;

import dev.coldstart.record.text.Format;
import dev.coldstart.report.chart.Axis;
import dev.coldstart.report.chart.CurvePlot;
import dev.coldstart.report.chart.CurvePlot.Curve;
import dev.coldstart.report.chart.CurvePlot.Point;
import dev.coldstart.report.chart.Curves;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.PhaseWords;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.scenario.SizeFit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The time of the arms of one profile and JDK to parse and compile, by the size of the module. */
public record SizeChart(RunView view, String variant, List<SizeFit> fits) {

  private static final int HEIGHT_PX = 280;
  private static final double HEADROOM = 1.05;

  /** An axis up to 0 would have no ticks. */
  private static final double LEAST_MS = 0.001;

  /** More labels with a unit would overlap on a narrow screen. */
  private static final int MOST_TICKS = 5;

  /** One per profile and JDK, in the manifest's order. */
  public static List<SizeChart> of(RunView view) {
    Map<String, List<SizeFit>> byVariant = view.summary()
        .sizes()
        .stream()
        .collect(Collectors.groupingBy(fit -> view.name(fit.arm()).variant(), LinkedHashMap::new, Collectors.toList()));
    return byVariant.entrySet().stream().map(of -> new SizeChart(view, of.getKey(), of.getValue())).toList();
  }

  String title() {
    return variant.isEmpty() ? "Parse and compile" : "Parse and compile: " + variant;
  }

  List<SizeFit> lines() {
    return fits.stream().filter(SizeFit::hasLine).toList();
  }

  List<SizeFit> apart() {
    return fits.stream().filter(SizeFit::apart).toList();
  }

  /** The modules that any arm has, the smallest first. */
  List<SizeFit.At> modules() {
    Map<String, SizeFit.At> byFixture = new LinkedHashMap<>();
    fits.forEach(fit -> fit.at().forEach(at -> byFixture.putIfAbsent(at.fixture(), at)));
    return byFixture.values().stream().sorted(Comparator.comparingLong(SizeFit.At::wasmBytes)).toList();
  }

  /** Null if no arm has a line. */
  CurvePlot plot() {
    if (lines().isEmpty()) {
      return null;
    }
    List<Curve> curves = lines().stream().map(this::curve).toList();
    Axis bytes = Axis.linear(HEADROOM * modules().stream().mapToLong(SizeFit.At::wasmBytes).max().orElse(1));
    Axis ms = Axis.linear(HEADROOM * Math.max(LEAST_MS, Curves.highest(curves)));
    List<Double> ticks = bytes.ticks();
    int step = ticks.size() > MOST_TICKS ? 2 : 1;
    List<Double> named = IntStream.range(0, ticks.size()).filter(i -> i % step == 0).mapToObj(ticks::get).toList();
    CurvePlot.Axes axes =
        new CurvePlot.Axes(bytes, bytes.named(named, value -> value == 0 ? "0" : Quantity.tickOfSize(value)), ms,
            ms.named(value -> value == 0 ? "0" : Quantity.tickOfTime(value * 1e6)));
    return new Curves("curves interval", HEIGHT_PX, axes).plot(curves, List.of());
  }

  /** Draws the line only between the smallest and the largest module: it predicts nothing outside. */
  private Curve curve(SizeFit fit) {
    List<Point> medians = fit.at().stream().map(at -> new Point(at.wasmBytes(), at.ms())).toList();
    List<Point> line = Stream.of(medians.get(0), medians.get(medians.size() - 1))
        .map(end -> new Point(end.across(), Estimate.withoutInterval(Math.max(0, fit.lineMs(end.across())))))
        .toList();
    return new Curve(ScenarioGroup.name(view, fit.arm()), line, medians);
  }

  /** A fixture's median, in ms. */
  static Quantity ms(SizeFit fit, SizeFit.At module) {
    Estimate ms = ScenarioGroup.find(fit.at(), at -> at.fixture().equals(module.fixture()), SizeFit.At::ms);
    return new Quantity(Format.number(ms.value()), Quantity.interval(ms));
  }

  /** The fixture furthest from the line, and its distance in ms. */
  String furthest(SizeFit fit) {
    return furthestAt(fit).map(at -> view.title(at.fixture()) + ": " + Format.signed(offMs(fit, at)))
        .orElse(Format.MISSING);
  }

  /** In words, the phases that hold the time. */
  static String phases(SizeFit fit) {
    return fit.arm().fused().isEmpty() ? "separate" : PhaseWords.fused(fit.arm());
  }

  /** In words, the cost of a larger module. */
  public String found() {
    if (lines().isEmpty()) {
      return withoutLine();
    }
    if (!view.isTrusted()) {
      return "The cost of a larger module is " + VerdictWords.NOT_TRUSTED + ".";
    }
    Comparator<SizeFit> steepest = Comparator.<SizeFit>comparingDouble(fit -> fit.msPer100kB().value()).reversed();
    SizeFit fit = lines().stream().max(Comparator.comparingDouble(SizeChart::furthestMs)).orElseThrow();
    SizeFit.At at = furthestAt(fit).orElseThrow();
    double measured = at.ms().value();
    return "For each further 100 kB of module, "
        + ScenarioGroup.ends(lines(), steepest, "; at the other end, ", this::takes) + ". Furthest from its line is "
        + view.title(at.fixture()) + " in " + name(fit) + ": it takes " + Format.number(measured, "ms")
        + ", and the line predicts " + Format.number(measured - offMs(fit, at), "ms") + ".";
  }

  private String withoutLine() {
    return apart().stream()
        .max(Comparator.comparingInt(SizeFit::sizes))
        .map(fit -> "No line is fitted: it needs valid launches for " + SizeFit.FEWEST_SIZES
            + " module sizes, and the run has " + (fit.sizes() == 0 ? "none" : fit.sizes()) + ".")
        .orElse("No line is fitted: no arm separates parse and compile from its other phases.");
  }

  private String takes(SizeFit fit) {
    Estimate slope = fit.msPer100kB();
    if (slope.hasInterval() && !slope.excludes(0)) {
      return name(fit) + " shows no clear difference (" + Quantity.signedInterval(slope) + " ms)";
    }
    boolean less = slope.value() < 0;
    Estimate size = less ? new Estimate(-slope.value(), -slope.high(), -slope.low()) : slope;
    return name(fit) + " takes "
        + Quantity.withInterval(Format.number(size.value(), "ms") + (less ? " less" : " more"), size);
  }

  private String name(SizeFit fit) {
    return ScenarioGroup.name(view, fit.arm()).inSentence();
  }

  private static double furthestMs(SizeFit fit) {
    return furthestAt(fit).map(at -> Math.abs(offMs(fit, at))).orElse(0.0);
  }

  /** Empty without a line. */
  private static Optional<SizeFit.At> furthestAt(SizeFit fit) {
    return fit.hasLine()
        ? fit.at().stream().max(Comparator.comparingDouble(at -> Math.abs(offMs(fit, at))))
        : Optional.empty();
  }

  private static double offMs(SizeFit fit, SizeFit.At at) {
    return at.ms().value() - fit.lineMs(at.wasmBytes());
  }
}
