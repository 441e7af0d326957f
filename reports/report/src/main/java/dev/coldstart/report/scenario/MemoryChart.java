package dev.coldstart.report.scenario;

import dev.coldstart.record.Scenarios;
import dev.coldstart.report.chart.Axis;
import dev.coldstart.report.chart.CurvePlot;
import dev.coldstart.report.chart.LogAxis;
import dev.coldstart.report.chart.Quantiles;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.scenario.MemoryUse;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/**
 * What an arm's process holds, by live instances.
 *
 * @param plot null when no launch counts
 * @param instances those that the second table names
 * @param found what to see, in words; empty where no launch counts
 */
public record MemoryChart(String title, CurvePlot plot, List<Row> rows, List<ScenarioGroup.LeftOut> leftOut,
    List<Integer> instances, List<TableRow> table, String found) {

  private static final String NOT_SEEN = "not told apart from 0";

  /** @param instance what one more takes */
  record Row(ArmName name, Quantity peak, Quantity first, Quantity instance, Quantity perGib, int launches,
      String invalid) {}

  /** @param cells at each number of instances */
  record TableRow(ArmName name, List<Quantity> cells) {}

  /** Empty when the scenario was not run. */
  public static List<MemoryChart> of(RunView view) {
    return ScenarioGroup.of(view)
        .stream()
        .map(group -> of(view, group, group.of(view.summary().scenarios().memory(), MemoryUse::arm)))
        .filter(chart -> !chart.rows().isEmpty())
        .toList();
  }

  private static MemoryChart of(RunView view, ScenarioGroup group, List<MemoryUse> arms) {
    TreeSet<Integer> instances = new TreeSet<>();
    arms.forEach(arm -> arm.at().forEach(at -> instances.add(at.instances())));
    List<Integer> columns = List.copyOf(instances);
    return new MemoryChart(group.title(), plot(view, arms, columns).orElse(null),
        arms.stream().map(arm -> row(view, arm)).toList(), ScenarioGroup.LeftOut.of(view, group, Scenarios.MEMORY),
        columns, arms.stream().map(arm -> tableRow(view, arm, columns)).toList(), ScenarioWords.memory(view, arms));
  }

  private static Optional<CurvePlot> plot(RunView view, List<MemoryUse> arms, List<Integer> instances) {
    List<CurvePlot.Curve> curves = arms.stream()
        .filter(arm -> !arm.at().isEmpty())
        .map(arm -> new CurvePlot.Curve(ScenarioGroup.name(view, arm.arm()), points(arm), true))
        .toList();
    double most = curves.stream().flatMap(c -> c.points().stream()).mapToDouble(MemoryChart::top).max().orElse(0);
    if (!(most > 0)) {
      return Optional.empty();
    }
    LogAxis across = new LogAxis(instances.get(0) / 1.1, instances.get(instances.size() - 1) * 1.1);
    List<Double> ticks = instances.stream().map(Integer::doubleValue).toList();
    return Optional.of(CurvePlot.of(curves,
        new CurvePlot.Axes(across, ticks, Axis.linear(most * 1.05), Quantity::tickOfSize), List.of()));
  }

  private static List<CurvePlot.Point> points(MemoryUse arm) {
    return arm.at()
        .stream()
        .map(
            at -> new CurvePlot.Point(at.instances(), at.rssBytes().value(), at.rssBytes().low(), at.rssBytes().high()))
        .toList();
  }

  private static double top(CurvePlot.Point point) {
    return Double.isFinite(point.high()) ? point.high() : point.value();
  }

  private static Row row(RunView view, MemoryUse arm) {
    boolean tooFew = arm.n() > 0 && !arm.instanceBytes().hasInterval();
    boolean hidden = arm.n() > 0 && !tooFew && !arm.isInstanceSeen();
    return new Row(ScenarioGroup.name(view, arm.arm()), Quantity.size(arm.peakBytes()), Quantity.size(arm.firstBytes()),
        hidden ? new Quantity(NOT_SEEN, "") : Quantity.size(arm.instanceBytes()),
        tooFew ? new Quantity(Quantiles.TOO_FEW, "") : Quantity.about(arm.instancesPerGib()), arm.n(),
        ScenarioGroup.words(arm.setAside()));
  }

  private static TableRow tableRow(RunView view, MemoryUse arm, List<Integer> instances) {
    List<Quantity> cells = instances.stream().map(live -> Quantity.size(rssBytes(arm, live))).toList();
    return new TableRow(ScenarioGroup.name(view, arm.arm()), cells);
  }

  private static Estimate rssBytes(MemoryUse arm, int instances) {
    return arm.at()
        .stream()
        .filter(at -> at.instances() == instances)
        .findFirst()
        .map(MemoryUse.At::rssBytes)
        .orElse(Estimate.NONE);
  }
}
