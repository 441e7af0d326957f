package dev.coldstart.report.answer;

import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.chart.Axis;
import dev.coldstart.report.chart.Svg;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.PhaseWords;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.ArmSummary;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The phases of each arm, one bar per arm.
 *
 * @param phasesMs of the median launch, in the phases' order; only arms that report phases
 */
public record PhaseBars(RunView view, FixtureFacts fixture, Map<ArmSummary, List<Double>> phasesMs) {

  private static final int HEIGHT_PX = 26;

  /** Width of a letter of a phase's name, in percent of a bar's usual width. */
  private static final double LETTER_PERCENT = 1.25;

  /** A frame would hide a narrower part. */
  private static final double THIN_PERCENT = 0.5;

  public static PhaseBars of(RunView view, FixtureFacts fixture) {
    Map<ArmSummary, List<Double>> phasesMs = new LinkedHashMap<>();
    for (ArmSummary arm : view.first(view.measured(fixture))) {
      List<Double> ms = ofMedianLaunch(view.countedOf(arm.arm()));
      if (!ms.isEmpty()) {
        phasesMs.put(arm, ms);
      }
    }
    return new PhaseBars(view, fixture, phasesMs);
  }

  /** The labels of the axis that all bars share; null if no launch reports phases. */
  Svg ticks() {
    return longest() > 0 ? Axis.linear(longest()).labels(grid(), HEIGHT_PX) : null;
  }

  private double longest() {
    return phasesMs.values().stream().mapToDouble(PhaseBars::total).max().orElse(0);
  }

  private String grid() {
    return "phase-grid-" + view.fixtures().indexOf(fixture);
  }

  /**
   * The main finding: the longest phase of the shortest bar and of the longest; empty without bars.
   */
  public String found() {
    List<String> longest = phasesMs.keySet()
        .stream()
        .filter(arm -> !view.run().manifest().isIdle(arm.arm()))
        .sorted(Comparator.comparingDouble(arm -> total(phasesMs.get(arm))))
        .map(this::longestPhase)
        .toList();
    return longest.isEmpty()
        ? ""
        : longest.size() == 1
            ? "In " + longest.get(0) + "."
            : "In the fastest arm, " + longest.get(0) + "; in the slowest, " + longest.get(longest.size() - 1) + ".";
  }

  private String longestPhase(ArmSummary arm) {
    List<Double> bar = phasesMs.get(arm);
    Map<String, Double> shown = new LinkedHashMap<>();
    for (int phase = 0; phase < bar.size(); phase++) {
      if (Double.isFinite(bar.get(phase))) {
        shown.put(PhasesNs.NAMES.get(phase), bar.get(phase));
      }
    }
    return PhaseWords.longest(arm.arm(), view.name(arm.arm()).inSentence(), shown, total(bar));
  }

  static double total(List<Double> phasesMs) {
    return phasesMs.stream().filter(Double::isFinite).mapToDouble(Double::doubleValue).sum();
  }

  Svg bar(List<Double> phasesMs) {
    Axis axis = Axis.linear(longest());
    Svg svg = Svg.drawing("bar", HEIGHT_PX);
    Axis.grid(svg, grid());
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
    svg.open("rect", "class", "phase-" + phase + (width < THIN_PERCENT ? " thin" : ""), "x", Svg.percent(x), "width",
        Svg.percent(width));
    svg.text("title", word + " " + Format.number(ms, "ms")).close();
    if (width > LETTER_PERCENT * (word.length() + 1)) {
      svg.text("text", word, "x", Svg.percent(x + width / 2), "y", 17);
    }
  }

  /** A median; for a fused phase, the phase that it is fused with. */
  static String cell(ArmSummary arm, String phase) {
    String holder = arm.arm().fused().get(phase);
    return holder != null ? PhaseWords.in(holder) : Format.number(ofPhase(arm, phase).value());
  }

  static Estimate ofPhase(ArmSummary arm, String phase) {
    return arm.phasesMs().getOrDefault(phase, Estimate.NONE);
  }

  /**
   * The phases of the median launch; for an even number of launches, the mean of the middle two.
   *
   * <p>Medians of phases do not add up to the median of the whole, so the length of a bar made of them would mean
   * nothing. The phases of the middle launches do add up: the bar is exactly as long as the headline.
   *
   * @return in ms, in the phases' order; NaN for a fused phase. Empty if no launch reports phases
   */
  static List<Double> ofMedianLaunch(List<Launch> counted) {
    List<Launch> sorted = counted.stream()
        .filter(PhaseBars::saysPhases)
        .sorted(Comparator.comparingDouble(launch -> launch.value(Launch::firstResponseNs)))
        .toList();
    int n = sorted.size();
    return n == 0
        ? List.of()
        : PhasesNs.NAMES.stream().map(phase -> meanMs(sorted.subList((n - 1) / 2, n / 2 + 1), phase)).toList();
  }

  private static boolean saysPhases(Launch launch) {
    return launch.phasesNs() != null && launch.phasesNs().inOrder().stream().anyMatch(Objects::nonNull);
  }

  private static double meanMs(List<Launch> launches, String phase) {
    return Arrays.stream(Launch.valuesMs(launches, launch -> launch.phaseNs(phase))).average().orElse(Double.NaN);
  }
}
