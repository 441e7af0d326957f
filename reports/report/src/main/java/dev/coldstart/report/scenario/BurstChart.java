package dev.coldstart.report.scenario;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Scenarios;
import dev.coldstart.report.chart.CurvePlot;
import dev.coldstart.report.chart.Curves;
import dev.coldstart.report.chart.CurvePlot.Curve;
import dev.coldstart.report.chart.CurvePlot.Point;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.scenario.BurstCurve;
import java.util.Comparator;
import java.util.List;

/** How late an arm responds when several of its JVMs start at once. */
public record BurstChart(ScenarioGroup<BurstCurve> group) {

  /** Empty if the scenario was not run. */
  public static List<BurstChart> of(RunView view) {
    return ScenarioGroup.of(view, Scenarios.BURST, view.summary().scenarios().burst(), BurstChart::new);
  }

  /** Null if no burst was answered completely. */
  CurvePlot plot() {
    List<Curve> curves = group.curves(Curve::marked,
        arm -> arm.at()
            .stream()
            .filter(at -> at.blocks() > 0)
            .map(at -> new Point(at.starts(), at.slowestNs()))
            .toList());
    return Curves.logarithmic(curves)
        .map(values -> Curves.overCounts(curves, values, Quantity::tickOfTime))
        .orElse(null);
  }

  /** One arm at its largest number of starts. */
  private record Crowd(Arm arm, BurstCurve.At at) {

    double ratio() {
      return at.ratio().value();
    }
  }

  /** The main finding, in words; empty if nothing can be compared with a single start. */
  public String found() {
    List<Crowd> all = group.all()
        .stream()
        .flatMap(arm -> arm.at().stream().map(at -> new Crowd(arm.arm(), at)))
        .filter(crowd -> crowd.at().starts() > 1 && Double.isFinite(crowd.ratio()))
        .toList();
    int starts = all.stream().mapToInt(crowd -> crowd.at().starts()).max().orElse(0);
    if (starts == 0) {
      return "";
    }
    if (!group.view().isTrusted()) {
      return "The cost of simultaneous starts is " + VerdictWords.NOT_TRUSTED + ".";
    }
    List<Crowd> most = all.stream().filter(crowd -> crowd.at().starts() == starts).toList();
    return "Of " + starts + " JVMs started at once, the slowest takes "
        + ScenarioGroup.ends(most, Comparator.comparingDouble(Crowd::ratio), ", and up to ", this::takes) + ".";
  }

  private String takes(Crowd crowd) {
    String value = VerdictWords.times(crowd.ratio()) + " the time of one alone";
    return Quantity.withInterval(value, crowd.at().ratio()) + " in " + group.name(crowd.arm()).inSentence();
  }
}
