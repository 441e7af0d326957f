package dev.coldstart.report.scenario;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Scenarios;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.chart.CurvePlot;
import dev.coldstart.report.chart.Curves;
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
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * The times of the calls in one JVM from the first on, and when an arm that starts late gets ahead.
 *
 * @param breakEvens for each two arms of the group
 */
public record ColdToWarm(ScenarioGroup<CallCurve> group, List<BreakEven> breakEvens) {

  /** Calls in the first table, in addition to the last. */
  static final List<Integer> FEW = List.of(2, 10, 100);

  private static final int MOST_FOUND = 6;

  /** Empty if the scenario was not run. */
  public static List<ColdToWarm> of(RunView view) {
    return ScenarioGroup.of(view, Scenarios.COLD_TO_WARM, view.summary().scenarios().coldToWarm(),
        group -> new ColdToWarm(group, between(view, group.all().stream().map(CallCurve::arm).toList())));
  }

  private static List<BreakEven> between(RunView view, List<Arm> arms) {
    return view.summary().scenarios().breakEvens().stream().filter(of -> arms.contains(of.arm())).toList();
  }

  /** The time of each call alone; null if no launch made a second call. */
  CurvePlot latencies() {
    return plot(curves(at -> at.latencyNs().value()), List.of());
  }

  /** Times since the spawn, with a ring where an arm overtakes another; null if no launch counts. */
  CurvePlot totals() {
    return plot(curves(At::meanTotalNs), reached().stream().map(this::mark).toList());
  }

  /** Skips calls below the clock's resolution: a logarithmic axis has no place for 0. */
  private List<Curve> curves(ToDoubleFunction<At> value) {
    return group.curves(Curve::ending,
        arm -> arm.at()
            .stream()
            .map(at -> new Point(at.call(), Estimate.withoutInterval(value.applyAsDouble(at))))
            .filter(point -> point.value().value() > 0)
            .toList());
  }

  /** Labels only powers of ten: more labels would overlap on a narrow screen. */
  private static CurvePlot plot(List<Curve> curves, List<Mark> marks) {
    LogAxis calls = LogAxis
        .ofCounts(curves.stream().flatMap(curve -> curve.line().stream()).mapToDouble(Point::across).max().orElse(1));
    return Curves.logarithmic(curves)
        .map(ns -> new Curves(
            new Axes(calls, calls.named(calls.powersOfTen(), Format::tick), ns, ns.named(Quantity::tickOfTime)))
            .plot(curves, marks))
        .orElse(null);
  }

  private Mark mark(BreakEven reached) {
    CallCurve curve = group.all().stream().filter(arm -> arm.arm().equals(reached.arm())).findFirst().orElseThrow();
    double call = reached.atCall().value();
    return new Mark(group.name(reached.arm()), call, drawnAt(curve.at(), call), sentence(reached));
  }

  /** Interpolates between the two neighbouring calls, so that a ring lies on its curve. */
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

  /** The round calls from a number on. An arm's last call can be any number and has its own column. */
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
    return ScenarioGroup.find(curve.at(), at -> at.call() == call, of);
  }

  /** The main finding about single calls: the arm whose calls change most; empty if none made more than two. */
  public String found() {
    return group.all()
        .stream()
        .filter(arm -> arm.calls() > 2 && change(arm) > 0 && Double.isFinite(change(arm)))
        .max(Comparator.comparingDouble(arm -> Math.abs(Math.log(change(arm)))))
        .map(arm -> "The calls of " + group.name(arm.arm()).inSentence() + " change most: the second takes "
            + Quantity.time(latencyNs(arm, 2)) + ", the last (call " + arm.calls() + ") "
            + Quantity.time(latencyNs(arm, arm.calls())) + ".")
        .orElse("");
  }

  private static double change(CallCurve arm) {
    return latencyNs(arm, arm.calls()) / latencyNs(arm, 2);
  }

  private static double latencyNs(CallCurve arm, int call) {
    return at(arm, call, At::latencyNs).value();
  }

  private List<BreakEven> reached() {
    return breakEvens.stream().filter(BreakEven::isReached).toList();
  }

  /** In sentences, the earliest first, up to a readable number. */
  List<String> overtakes() {
    if (reached().isEmpty()) {
      return breakEvens.isEmpty()
          ? List.of()
          : List.of("No arm that answers later overtakes one that answers earlier.");
    }
    return reached().stream()
        .sorted(Comparator.comparingDouble(between -> between.atCall().value()))
        .limit(MOST_FOUND)
        .map(this::sentence)
        .toList();
  }

  /** In words, how many are only in the table; empty if none is. */
  String moreOvertake() {
    int left = reached().size() - MOST_FOUND;
    return left > 0 ? left + " more are in the table." : "";
  }

  /** When an arm gets ahead of the baseline of its group; "baseline" for the baseline itself. */
  String againstBaseline(Arm arm) {
    return arm.baseline()
        ? "baseline"
        : group.all()
            .stream()
            .map(CallCurve::arm)
            .filter(Arm::baseline)
            .findFirst()
            .map(baseline -> cell(arm, baseline))
            .orElse(Format.MISSING);
  }

  /** The call from which an arm is ahead of another, or why it is not. */
  String cell(Arm arm, Arm other) {
    return arm.equals(other)
        ? ""
        : between(arm, other).map(ColdToWarm::call)
            .or(() -> between(other, arm).map(ColdToWarm::ofTheEarlier))
            .orElse(Format.MISSING);
  }

  private Optional<BreakEven> between(Arm arm, Arm against) {
    return breakEvens.stream().filter(of -> of.arm().equals(arm) && of.against().equals(against)).findFirst();
  }

  private static String ofTheEarlier(BreakEven other) {
    if (other.isReached()) {
      return "overtaken";
    }
    return other.everAhead() ? "ahead at call " + other.calls() : "ahead at every call";
  }

  /** {@code 312 (250–400)}, {@code not within 2000 calls} or {@code 312 (250 – not within 2000)}. */
  private static String call(BreakEven between) {
    String at = between.isReached()
        ? Format.whole(between.atCall().value())
        : "not within " + Format.count(between.calls(), "call", "calls");
    if (!between.atCall().hasInterval() || !Double.isFinite(between.atCall().low())) {
      return at;
    }
    double high = between.atCall().high();
    String to = Double.isFinite(high) ? "–" + Format.whole(high) : " – not within " + between.calls();
    return at + " (" + Format.whole(between.atCall().low()) + to + ")";
  }

  private String sentence(BreakEven reached) {
    return group.name(reached.arm()).inSentence() + " overtakes " + group.name(reached.against()).inSentence()
        + " at call " + call(reached) + ".";
  }
}
