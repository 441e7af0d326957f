package dev.coldstart.report.scenario;

import dev.coldstart.record.Scenarios;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.chart.CurvePlot;
import dev.coldstart.report.chart.LogAxis;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.stats.scenario.BurstCurve;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * How late an arm answers when several of its JVMs start at once.
 *
 * @param plot null when no burst was answered whole
 * @param found what to see, in words; empty where nothing can be compared with a start alone
 */
public record BurstChart(String title, CurvePlot plot, List<Row> rows, List<ScenarioGroup.LeftOut> leftOut,
    String found) {

  /** @param late how much later than intended the harness spawned them, in the middle of all children */
  record Row(ArmName name, int starts, Quantity slowest, Quantity middle, Quantity ratio, String late, int blocks,
      String invalid) {}

  /** Empty when the scenario was not run. */
  public static List<BurstChart> of(RunView view) {
    return ScenarioGroup.of(view)
        .stream()
        .map(group -> of(view, group, group.of(view.summary().scenarios().burst(), BurstCurve::arm)))
        .filter(chart -> !chart.rows().isEmpty())
        .toList();
  }

  private static BurstChart of(RunView view, ScenarioGroup group, List<BurstCurve> arms) {
    return new BurstChart(group.title(), plot(view, arms).orElse(null),
        arms.stream().flatMap(arm -> rows(view, arm)).toList(), ScenarioGroup.LeftOut.of(view, group, Scenarios.BURST),
        ScenarioWords.burst(view, arms));
  }

  private static Optional<CurvePlot> plot(RunView view, List<BurstCurve> arms) {
    List<CurvePlot.Curve> curves = arms.stream()
        .map(arm -> new CurvePlot.Curve(ScenarioGroup.name(view, arm.arm()), points(arm), true))
        .filter(curve -> !curve.points().isEmpty())
        .toList();
    List<Double> starts =
        curves.stream().flatMap(c -> c.points().stream()).map(CurvePlot.Point::across).sorted().distinct().toList();
    return LogAxis.covering(curves.stream().flatMap(c -> c.points().stream()).flatMapToDouble(BurstChart::values))
        .map(values -> new CurvePlot.Axes(new LogAxis(starts.get(0) / 1.1, starts.get(starts.size() - 1) * 1.1), starts,
            values, Quantity::tickOfTime))
        .map(axes -> CurvePlot.of(curves, axes, List.of()));
  }

  private static DoubleStream values(CurvePlot.Point point) {
    return DoubleStream.of(point.value(), point.low(), point.high());
  }

  private static List<CurvePlot.Point> points(BurstCurve arm) {
    return arm.at()
        .stream()
        .filter(at -> at.blocks() > 0)
        .map(
            at -> new CurvePlot.Point(at.starts(), at.slowestNs().value(), at.slowestNs().low(), at.slowestNs().high()))
        .toList();
  }

  private static Stream<Row> rows(RunView view, BurstCurve arm) {
    return arm.at()
        .stream()
        .map(at -> new Row(ScenarioGroup.name(view, arm.arm()), at.starts(), Quantity.time(at.slowestNs()),
            Quantity.time(at.middleNs()), Quantity.ratio(at.ratio()), Format.time(at.lateNs()), at.blocks(),
            at.invalid() == 0 ? "0" : at.invalid() + ": " + SafeText.brief(arm.setAside().reason())));
  }
}
