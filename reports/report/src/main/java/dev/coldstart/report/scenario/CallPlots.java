package dev.coldstart.report.scenario;

import dev.coldstart.record.Arm;
import dev.coldstart.report.chart.CurvePlot;
import dev.coldstart.report.chart.LogAxis;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.stats.scenario.BreakEven;
import dev.coldstart.stats.scenario.CallCurve;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;

/** The two drawings of what calls take: each call alone, and all since the spawn. Both axes are logarithmic. */
final class CallPlots {

  private CallPlots() {}

  /** Empty when no launch made a second call. */
  static Optional<CurvePlot> latencies(RunView view, List<CallCurve> arms) {
    return plot(curves(view, arms, at -> at.latencyNs().value()), List.of());
  }

  /** With a ring where an arm overtakes another. Empty when no launch counts. */
  static Optional<CurvePlot> totals(RunView view, List<CallCurve> arms) {
    List<CurvePlot.Curve> curves = curves(view, arms, CallCurve.At::meanTotalNs);
    List<Arm> drawn = arms.stream().map(CallCurve::arm).toList();
    List<CurvePlot.Mark> marks = view.summary()
        .scenarios()
        .breakEvens()
        .stream()
        .filter(between -> between.isReached() && drawn.contains(between.arm()))
        .map(between -> mark(view, between, arms))
        .toList();
    return plot(curves, marks);
  }

  private static Optional<CurvePlot> plot(List<CurvePlot.Curve> curves, List<CurvePlot.Mark> marks) {
    double last = curves.stream().mapToDouble(c -> c.points().get(c.points().size() - 1).across()).max().orElse(1);
    LogAxis across = new LogAxis(1, Math.max(last, 10) * 1.1);
    return LogAxis.covering(curves.stream().flatMap(c -> c.points().stream()).mapToDouble(CurvePlot.Point::value))
        .map(axis -> new CurvePlot.Axes(across, powersOfTen(across.high()), axis, Quantity::tickOfTime))
        .map(axes -> CurvePlot.of(curves, axes, marks));
  }

  /** Between them, labels would run into each other on a narrow screen. */
  private static List<Double> powersOfTen(double high) {
    return DoubleStream.iterate(1, call -> call <= high, call -> call * 10).boxed().toList();
  }

  /** Those that have a point. */
  private static List<CurvePlot.Curve> curves(RunView view, List<CallCurve> arms,
      ToDoubleFunction<CallCurve.At> value) {
    return arms.stream()
        .map(arm -> new CurvePlot.Curve(ScenarioGroup.name(view, arm.arm()), points(arm, value), false))
        .filter(curve -> !curve.points().isEmpty())
        .toList();
  }

  /** A call that took less than the clock can tell has no place on a logarithmic axis. */
  private static List<CurvePlot.Point> points(CallCurve arm, ToDoubleFunction<CallCurve.At> value) {
    return arm.at()
        .stream()
        .map(at -> new CurvePlot.Point(at.call(), value.applyAsDouble(at), Double.NaN, Double.NaN))
        .filter(point -> point.value() > 0)
        .toList();
  }

  private static CurvePlot.Mark mark(RunView view, BreakEven reached, List<CallCurve> arms) {
    CallCurve curve = arms.stream().filter(arm -> arm.arm().equals(reached.arm())).findFirst().orElseThrow();
    double call = reached.atCall().value();
    return new CurvePlot.Mark(ScenarioGroup.name(view, reached.arm()), call, drawnAt(curve.at(), call),
        BreakEvenTable.sentence(view, reached));
  }

  /** Where the line between the two calls beside it passes, so that a ring stands on its curve. */
  static double drawnAt(List<CallCurve.At> at, double call) {
    int above = 0;
    while (above < at.size() - 1 && at.get(above).call() < call) {
      above++;
    }
    CallCurve.At to = at.get(above);
    CallCurve.At from = at.get(Math.max(0, above - 1));
    if (from.call() == to.call() || to.call() < call) {
      return to.meanTotalNs();
    }
    double part = Math.log(call / from.call()) / Math.log((double) to.call() / from.call());
    return from.meanTotalNs() * Math.pow(to.meanTotalNs() / from.meanTotalNs(), part);
  }
}
