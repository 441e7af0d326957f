package dev.coldstart.report.answer;

import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.chart.Axis;
import dev.coldstart.report.chart.Svg;
import dev.coldstart.report.run.ManyArms;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.PhaseWords;
import dev.coldstart.stats.run.ArmSummary;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Where the time goes, one bar an arm.
 *
 * @param ticks labels of the axis that all bars share; null when no launch says its phases
 * @param found what to see, in words; empty without bars
 * @param more which arms are left out, in words; empty when none is
 */
public record PhaseBars(FixtureFacts fixture, Svg ticks, List<Bar> bars, List<TableRow> table, String found,
    String more) {

  private static final int HEIGHT_PX = 26;

  /** What a letter of a phase's name takes of a bar's usual width, in percent. */
  private static final double LETTER_PERCENT = 1.25;

  /** @param fused which phases cannot be told apart, in words; empty when all can */
  record Bar(ArmName name, Svg drawing, String totalMs, String fused) {}

  /** @param cells medians in ms in the phases' order; for a fused phase, the one that holds it */
  record TableRow(ArmName name, List<String> cells, String totalMs) {}

  public static PhaseBars of(RunView view, FixtureFacts fixture) {
    List<ArmSummary> arms = ManyArms.first(view, view.measured(fixture));
    Map<ArmSummary, List<Double>> phases = new LinkedHashMap<>();
    for (ArmSummary arm : arms) {
      List<Double> ms = MedianLaunch.phasesMs(view.countedOf(arm.arm()));
      if (!ms.isEmpty()) {
        phases.put(arm, ms);
      }
    }
    double longest = phases.values().stream().mapToDouble(PhaseBars::total).max().orElse(0);
    Axis axis = Axis.linear(longest);
    String grid = "phase-grid-" + view.fixtures().indexOf(fixture);
    return new PhaseBars(fixture, longest > 0 ? axis.labels(grid, HEIGHT_PX) : null,
        longest > 0
            ? phases.entrySet().stream().map(e -> bar(view, e.getKey(), e.getValue(), axis, grid)).toList()
            : List.of(),
        arms.stream().map(arm -> tableRow(view, arm)).toList(), found(view, phases),
        ManyArms.more(view, view.measured(fixture).size()));
  }

  /** Of the shortest bar and of the longest. */
  private static String found(RunView view, Map<ArmSummary, List<Double>> phases) {
    List<String> spent = phases.entrySet()
        .stream()
        .filter(arm -> total(arm.getValue()) > 0)
        .sorted(Comparator.comparingDouble(arm -> total(arm.getValue())))
        .map(arm -> view.names().of(arm.getKey().arm()).text() + " spends "
            + PhaseWords.most(arm.getKey().arm(), arm.getValue()))
        .toList();
    return spent.isEmpty()
        ? ""
        : spent.size() == 1 ? spent.get(0) + "." : spent.get(0) + "; " + spent.get(spent.size() - 1) + ".";
  }

  private static double total(List<Double> phasesMs) {
    return phasesMs.stream().filter(Double::isFinite).mapToDouble(Double::doubleValue).sum();
  }

  private static Bar bar(RunView view, ArmSummary arm, List<Double> phasesMs, Axis axis, String grid) {
    return new Bar(view.names().of(arm.arm()), drawn(phasesMs, axis, grid), Format.number(total(phasesMs), "ms"),
        PhaseWords.fused(arm.arm()));
  }

  private static Svg drawn(List<Double> phasesMs, Axis axis, String grid) {
    Svg svg = Svg.drawing("bar", HEIGHT_PX);
    Axis.grid(svg, grid);
    double from = 0;
    for (int phase = 0; phase < phasesMs.size(); phase++) {
      double ms = phasesMs.get(phase);
      if (Double.isFinite(ms)) {
        segment(svg, phase, axis.at(from), axis.at(ms), ms);
        from += ms;
      }
    }
    return svg.close();
  }

  private static void segment(Svg svg, int phase, double x, double width, double ms) {
    String word = PhaseWords.all().get(phase);
    svg.open("rect", "class", "phase-" + phase, "x", Svg.percent(x), "width", Svg.percent(width));
    svg.text("title", word + " " + Format.number(ms, "ms")).close();
    if (width > LETTER_PERCENT * (word.length() + 1)) {
      svg.text("text", word, "x", Svg.percent(x + width / 2), "y", 17);
    }
  }

  private static TableRow tableRow(RunView view, ArmSummary arm) {
    List<String> cells = PhasesNs.NAMES.stream().map(phase -> cell(arm, phase)).toList();
    return new TableRow(view.names().of(arm.arm()), cells, Format.number(arm.firstResponseMs().value()));
  }

  private static String cell(ArmSummary arm, String phase) {
    String holder = arm.arm().fused().get(phase);
    return holder != null ? PhaseWords.in(holder) : Format.number(arm.phasesMs().getOrDefault(phase, Double.NaN));
  }

  /**
   * The phases of the launch in the middle; of an even number, the mean of the two in the middle.
   *
   * <p>Medians of phases do not add up to the median of the whole, so a bar made of them has a length that means
   * nothing. The phases of the middle launches do: the bar is exactly as long as the headline.
   */
  static final class MedianLaunch {

    private MedianLaunch() {}

    /** In ms, in the phases' order; NaN for a phase that is fused. Empty when no launch says its phases. */
    static List<Double> phasesMs(List<Launch> counted) {
      List<Launch> middle = middle(counted);
      return middle.isEmpty() ? List.of() : PhasesNs.NAMES.stream().map(phase -> meanMs(middle, phase)).toList();
    }

    private static List<Launch> middle(List<Launch> counted) {
      List<Launch> sorted = counted.stream()
          .filter(MedianLaunch::saysPhases)
          .sorted(Comparator.comparingDouble(launch -> launch.value(Launch::firstResponseNs)))
          .toList();
      int n = sorted.size();
      return n == 0 ? sorted : sorted.subList((n - 1) / 2, n / 2 + 1);
    }

    private static boolean saysPhases(Launch launch) {
      return launch.phasesNs() != null && launch.phasesNs().inOrder().stream().anyMatch(Objects::nonNull);
    }

    private static double meanMs(List<Launch> launches, String phase) {
      return Arrays.stream(Launch.values(launches, launch -> launch.phaseNs(phase)))
          .map(ns -> ns / Format.NS_PER_MS)
          .average()
          .orElse(Double.NaN);
    }
  }
}
