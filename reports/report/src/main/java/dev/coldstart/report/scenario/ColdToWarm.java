package dev.coldstart.report.scenario;

import dev.coldstart.record.Scenarios;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.chart.CurvePlot;
import dev.coldstart.report.chart.CurvePlot.Axes;
import dev.coldstart.report.chart.CurvePlot.Curve;
import dev.coldstart.report.chart.CurvePlot.Mark;
import dev.coldstart.report.chart.CurvePlot.Point;
import dev.coldstart.report.chart.LogAxis;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.scenario.BreakEven;
import dev.coldstart.stats.scenario.CallCurve;
import dev.coldstart.stats.scenario.CallCurve.At;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What calls take from the first on, in one JVM, and when an arm that starts late is ahead. */
public record ColdToWarm(ScenarioGroup<CallCurve> group, BreakEvenTable breakEvens) {

  /** Calls that the first table has beside the last. */
  static final List<Integer> FEW = List.of(2, 10, 100);

  /** Empty when the scenario was not run. */
  public static List<ColdToWarm> of(RunView view) {
    return ScenarioGroup.of(view, Scenarios.COLD_TO_WARM, view.summary().scenarios().coldToWarm())
        .stream()
        .map(group -> new ColdToWarm(group, BreakEvenTable.of(group)))
        .toList();
  }

  /** What each call takes alone; null when no launch made a second call. */
  CurvePlot latencies() {
    return plot(curves(at -> at.latencyNs().value()), List.of());
  }

  /** Since the spawn, with a ring where an arm overtakes another; null when no launch counts. */
  CurvePlot totals() {
    return plot(curves(At::meanTotalNs), breakEvens.reached().stream().map(this::mark).toList());
  }

  /** A call that took less than the clock can tell has no place on a logarithmic axis. */
  private List<Curve> curves(ToDoubleFunction<At> value) {
    return group.curves(arm -> arm.at()
        .stream()
        .map(at -> new Point(at.call(), Estimate.withoutInterval(value.applyAsDouble(at))))
        .filter(point -> point.value().value() > 0)
        .toList());
  }

  /** Between powers of ten, labels would run into each other on a narrow screen. */
  private static CurvePlot plot(List<Curve> curves, List<Mark> marks) {
    LogAxis calls = LogAxis.ofCounts(curves.stream().map(Curve::last).mapToDouble(Point::across).max().orElse(1));
    List<Curve> drawn =
        curves.stream().map(curve -> new Curve(curve.name(), curve.line(), List.of(curve.last()))).toList();
    return CurvePlot.logarithmic(curves)
        .map(ns -> CurvePlot.of(drawn,
            new Axes(calls, calls.named(calls.powersOfTen(), Format::tick), ns, ns.named(Quantity::tickOfTime)), marks))
        .orElse(null);
  }

  private Mark mark(BreakEven reached) {
    CallCurve curve = group.all().stream().filter(arm -> arm.arm().equals(reached.arm())).findFirst().orElseThrow();
    double call = reached.atCall().value();
    return new Mark(group.name(reached.arm()), call, drawnAt(curve.at(), call), breakEvens.sentence(reached));
  }

  /** Where the line between the two calls beside it passes, so that a ring stands on its curve. */
  private static double drawnAt(List<At> at, double call) {
    int above = 0;
    while (above < at.size() - 1 && at.get(above).call() < call) {
      above++;
    }
    At to = at.get(above);
    At from = at.get(Math.max(0, above - 1));
    if (from.call() == to.call() || to.call() < call) {
      return to.meanTotalNs();
    }
    double part = Math.log(call / from.call()) / Math.log((double) to.call() / from.call());
    return from.meanTotalNs() * Math.pow(to.meanTotalNs() / from.meanTotalNs(), part);
  }

  /** The round calls from one on; the last of an arm can be any, and has a column of its own. */
  List<Integer> calls(int from) {
    return group.all()
        .stream()
        .flatMap(curve -> curve.at().stream().map(At::call).filter(call -> call >= from && call < curve.calls()))
        .sorted()
        .distinct()
        .toList();
  }

  static Quantity latency(CallCurve curve, int call) {
    return Quantity.time(at(curve, call, At::latencyNs));
  }

  static Quantity total(CallCurve curve, int call) {
    return Quantity.time(at(curve, call, At::totalNs));
  }

  private static Estimate at(CallCurve curve, int call, Function<At, Estimate> of) {
    return curve.at().stream().filter(at -> at.call() == call).findFirst().map(of).orElse(Estimate.NONE);
  }

  /** What to see of the calls alone, in words: the arm whose calls change most; empty where none made more than two. */
  public String found() {
    return group.all()
        .stream()
        .filter(arm -> arm.calls() > 2 && change(arm) > 0 && Double.isFinite(change(arm)))
        .max(Comparator.comparingDouble(arm -> Math.abs(Math.log(change(arm)))))
        .map(arm -> "Look at " + group.name(arm.arm()).text() + ": its second call takes "
            + Format.time(latencyNs(arm, 2)) + ", its last, call " + arm.calls() + ", "
            + Format.time(latencyNs(arm, arm.calls())) + ".")
        .orElse("");
  }

  private static double change(CallCurve arm) {
    return latencyNs(arm, arm.calls()) / latencyNs(arm, 2);
  }

  private static double latencyNs(CallCurve arm, int call) {
    return at(arm, call, At::latencyNs).value();
  }
}
