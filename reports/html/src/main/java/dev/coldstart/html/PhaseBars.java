package dev.coldstart.html;

import dev.coldstart.results.Manifest.FixtureFacts;
import dev.coldstart.results.PhasesNs;
import dev.coldstart.stats.ArmSummary;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where the time goes, one bar an arm.
 *
 * @param ticks labels of the axis that all bars share; null when no launch says its phases
 * @param found what to see, in words; empty without bars
 */
record PhaseBars(FixtureFacts fixture, Svg ticks, List<Bar> bars, List<TableRow> table, String found) {

  private static final int HEIGHT_PX = 26;

  /** What a letter of a phase's name takes of a bar's usual width, in percent. */
  private static final double LETTER_PERCENT = 1.25;

  /** @param fused which phases cannot be told apart, in words; empty when all can */
  record Bar(ArmName name, Svg drawing, String totalMs, String fused) {}

  /** @param cells medians in ms in the phases' order; for a fused phase, the one that holds it */
  record TableRow(ArmName name, List<String> cells, String totalMs) {}

  static PhaseBars of(RunView view, FixtureFacts fixture) {
    Map<ArmSummary, List<Double>> phases = new LinkedHashMap<>();
    for (ArmSummary arm : view.measured(fixture)) {
      List<Double> ms = MedianLaunch.phasesMs(view.countedOf(arm.arm()));
      if (!ms.isEmpty()) {
        phases.put(arm, ms);
      }
    }
    double longest = phases.values().stream().mapToDouble(PhaseBars::total).max().orElse(0);
    LinearAxis axis = new LinearAxis(longest);
    return new PhaseBars(
        fixture,
        longest > 0 ? axis.labels() : null,
        longest > 0 ? phases.entrySet().stream().map(e -> bar(view, e.getKey(), e.getValue(), axis)).toList() : List.of(),
        view.measured(fixture).stream().map(arm -> tableRow(view, arm)).toList(),
        found(view, phases));
  }

  /** Of the shortest bar and of the longest. */
  private static String found(RunView view, Map<ArmSummary, List<Double>> phases) {
    List<String> spent =
        phases.entrySet().stream()
            .filter(arm -> total(arm.getValue()) > 0)
            .sorted(Comparator.comparingDouble(arm -> total(arm.getValue())))
            .map(arm -> view.names().of(arm.getKey().arm()).text() + " spends " + PhaseWords.most(arm.getKey().arm(), arm.getValue()))
            .toList();
    return spent.isEmpty() ? ""
        : spent.size() == 1 ? spent.get(0) + "." : spent.get(0) + "; " + spent.get(spent.size() - 1) + ".";
  }

  private static double total(List<Double> phasesMs) {
    return phasesMs.stream().filter(Double::isFinite).mapToDouble(Double::doubleValue).sum();
  }

  private static Bar bar(RunView view, ArmSummary arm, List<Double> phasesMs, LinearAxis axis) {
    return new Bar(
        view.names().of(arm.arm()),
        drawn(phasesMs, axis),
        Numbers.of(total(phasesMs), "ms"),
        PhaseWords.fused(arm.arm()));
  }

  private static Svg drawn(List<Double> phasesMs, LinearAxis axis) {
    Svg svg = Svg.drawing("bar", HEIGHT_PX);
    axis.grid(svg, HEIGHT_PX);
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
    svg.open("g", "class", "phase-" + phase);
    svg.open("rect", "x", Svg.percent(x), "width", Svg.percent(width), "y", 2, "height", HEIGHT_PX - 4);
    svg.text("title", word + " " + Numbers.of(ms, "ms")).close();
    if (width > LETTER_PERCENT * (word.length() + 1)) {
      svg.text("text", word, "x", Svg.percent(x + width / 2), "y", 17, "text-anchor", "middle");
    }
    svg.close();
  }

  private static TableRow tableRow(RunView view, ArmSummary arm) {
    List<String> cells = PhasesNs.NAMES.stream().map(phase -> cell(arm, phase)).toList();
    return new TableRow(view.names().of(arm.arm()), cells, Numbers.of(arm.firstResponseMs().value()));
  }

  private static String cell(ArmSummary arm, String phase) {
    String holder = arm.arm().fused().get(phase);
    return holder != null
        ? PhaseWords.in(holder)
        : Numbers.of(arm.phasesMs().getOrDefault(phase, Double.NaN));
  }
}
