package dev.coldstart.report.scenario;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Scenarios.Figure;
import dev.coldstart.record.Scenarios.Kind;
import dev.coldstart.report.chart.CurvePlot.Curve;
import dev.coldstart.report.chart.CurvePlot.Point;
import dev.coldstart.report.chart.CurvePlot;
import dev.coldstart.report.chart.Curves;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.stats.scenario.FigureMedians;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The figures of a scenario whose launches each give the same few numbers, and how they compare with the baseline's.
 */
public record FigureChart(Kind<?> kind, ScenarioGroup<FigureMedians> group) {

  /** Empty if the scenario was not run. */
  public static List<FigureChart> of(RunView view, Kind<?> kind) {
    return ScenarioGroup.of(view, kind.id(), view.summary().scenarios().figures().get(kind.id()),
        group -> new FigureChart(kind, group));
  }

  List<? extends Figure<?>> figures() {
    return kind.figures();
  }

  /** Whether the figures are points of a curve. */
  boolean isCurve() {
    return kind.curve() != null;
  }

  /** Null if there is no value. Only if the figures are points of a curve. */
  CurvePlot plot() {
    List<Curve> curves = group.curves(Curve::marked,
        arm -> IntStream.range(0, figures().size())
            .filter(i -> Double.isFinite(arm.medians().get(i).value()))
            .mapToObj(i -> new Point(figures().get(i).across(), arm.medians().get(i)))
            .toList());
    return Curves.logarithmic(curves)
        .map(values -> Curves.overCounts(curves, values, Quantity::tickOfTime))
        .orElse(null);
  }

  /** The arms that are compared with the baseline. */
  List<FigureMedians> compared() {
    return group.all().stream().filter(arm -> !arm.against().isEmpty()).toList();
  }

  /** In a sentence; only if an arm is compared with it. */
  String baseline() {
    return group.all()
        .stream()
        .map(FigureMedians::arm)
        .filter(Arm::baseline)
        .findFirst()
        .map(group::name)
        .orElseThrow()
        .inSentence();
  }
}
