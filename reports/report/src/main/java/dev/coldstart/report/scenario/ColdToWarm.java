package dev.coldstart.report.scenario;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Scenarios;
import dev.coldstart.report.chart.CurvePlot;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.scenario.CallCurve;
import dev.coldstart.stats.scenario.CallCurve.At;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * What calls take from the first on, in one JVM, and when an arm that starts late is ahead.
 *
 * @param latencies of the k-th call; null when no launch made a second call
 * @param totals time since the spawn; null when no launch counts
 * @param found what to see of the calls alone, in words; empty where none made more than two
 */
public record ColdToWarm(String title, CurvePlot latencies, CurvePlot totals, BreakEvenTable breakEvens, List<Row> rows,
    List<ScenarioGroup.LeftOut> leftOut, Table latencyTable, Table totalTable, String found) {

  /** Calls that the first table has beside the last. */
  private static final List<Integer> FEW = List.of(2, 10, 100);

  /** @param few latency of calls 2, 10 and 100; {@code last} of the last, whose number is {@code calls} */
  record Row(ArmName name, Quantity firstResponse, List<String> few, String last, int calls, String aheadOfBaseline,
      int launches, String invalid) {}

  /** @param calls that it names */
  record Table(List<Integer> calls, List<TableRow> rows) {}

  /** @param cells at each of the table's calls, and then at the arm's last */
  record TableRow(ArmName name, List<Quantity> cells, int lastCall) {}

  /** Empty when the scenario was not run. */
  public static List<ColdToWarm> of(RunView view) {
    return ScenarioGroup.of(view).stream().flatMap(group -> of(view, group).stream()).toList();
  }

  private static Optional<ColdToWarm> of(RunView view, ScenarioGroup group) {
    List<CallCurve> curves = group.of(view.summary().scenarios().coldToWarm(), CallCurve::arm);
    if (curves.isEmpty()) {
      return Optional.empty();
    }
    List<Arm> arms = curves.stream().map(CallCurve::arm).toList();
    return Optional.of(new ColdToWarm(group.title(), CallPlots.latencies(view, curves).orElse(null),
        CallPlots.totals(view, curves).orElse(null), BreakEvenTable.of(view, arms),
        curves.stream().map(curve -> row(view, arms, curve)).toList(),
        ScenarioGroup.LeftOut.of(view, group, Scenarios.COLD_TO_WARM), table(view, curves, 2, At::latencyNs),
        table(view, curves, 1, At::totalNs), ScenarioWords.calls(view, curves)));
  }

  /** Of the round calls; the last of an arm can be any, and has a column of its own. */
  private static Table table(RunView view, List<CallCurve> curves, int from, Function<At, Estimate> of) {
    TreeSet<Integer> calls = new TreeSet<>();
    for (CallCurve curve : curves) {
      curve.at().stream().map(At::call).filter(call -> call >= from && call < curve.calls()).forEach(calls::add);
    }
    List<Integer> columns = List.copyOf(calls);
    return new Table(columns, curves.stream().map(curve -> tableRow(view, curve, columns, of)).toList());
  }

  private static Row row(RunView view, List<Arm> arms, CallCurve curve) {
    return new Row(ScenarioGroup.name(view, curve.arm()), Quantity.time(estimate(curve, 1, At::totalNs)),
        FEW.stream().map(call -> Quantity.time(estimate(curve, call, At::latencyNs)).value()).toList(),
        Quantity.time(estimate(curve, curve.calls(), At::latencyNs)).value(), curve.calls(),
        BreakEvenTable.againstBaseline(view, arms, curve.arm()), curve.n(), ScenarioGroup.words(curve.setAside()));
  }

  private static TableRow tableRow(RunView view, CallCurve curve, List<Integer> calls, Function<At, Estimate> of) {
    List<Quantity> cells = new ArrayList<>();
    calls.forEach(call -> cells.add(Quantity.time(estimate(curve, call, of))));
    cells.add(Quantity.time(estimate(curve, curve.calls(), of)));
    return new TableRow(ScenarioGroup.name(view, curve.arm()), cells, curve.calls());
  }

  private static Estimate estimate(CallCurve curve, int call, Function<At, Estimate> of) {
    return curve.at().stream().filter(at -> at.call() == call).findFirst().map(of).orElse(Estimate.NONE);
  }
}
