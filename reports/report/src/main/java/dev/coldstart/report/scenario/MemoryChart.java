package dev.coldstart.report.scenario;

import dev.coldstart.record.Scenarios;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.chart.Axis;
import dev.coldstart.report.chart.CurvePlot;
import dev.coldstart.report.chart.Curves;
import dev.coldstart.report.chart.CurvePlot.Curve;
import dev.coldstart.report.chart.CurvePlot.Point;
import dev.coldstart.report.chart.Quantiles;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.stats.scenario.MemoryUse;
import java.util.Comparator;
import java.util.List;

/** The memory of an arm's process by live instances. */
public record MemoryChart(ScenarioGroup<MemoryUse> group) {

  private static final Quantity NOT_SEEN = new Quantity("no clear difference from 0", "");
  private static final Quantity BENT = new Quantity("readings not on a line", "");
  private static final Quantity TOO_FEW = new Quantity(Quantiles.TOO_FEW, "");

  /** Empty if the scenario was not run. */
  public static List<MemoryChart> of(RunView view) {
    return ScenarioGroup.of(view, Scenarios.MEMORY, view.summary().scenarios().memory(), MemoryChart::new);
  }

  /** Null if no launch counts. */
  CurvePlot plot() {
    List<Curve> curves = group.curves(Curve::marked,
        arm -> arm.at().stream().map(at -> new Point(at.instances(), at.rssBytes())).toList());
    double most = Curves.highest(curves);
    return most > 0 ? Curves.overCounts(curves, Axis.linear(most * 1.05), Quantity::tickOfSize) : null;
  }

  /** The numbers of instances at which some arm was read. */
  List<Integer> instances() {
    return group.all()
        .stream()
        .flatMap(arm -> arm.at().stream().map(MemoryUse.At::instances))
        .sorted()
        .distinct()
        .toList();
  }

  static Quantity rss(MemoryUse arm, int instances) {
    return Quantity.size(ScenarioGroup.find(arm.at(), at -> at.instances() == instances, MemoryUse.At::rssBytes));
  }

  /** The memory of one more instance. */
  static Quantity instance(MemoryUse arm) {
    boolean hidden = arm.n() > 0 && arm.instanceBytes().hasInterval() && !arm.isInstanceSeen();
    return hidden ? NOT_SEEN : Quantity.size(arm.instanceBytes());
  }

  static Quantity perGib(MemoryUse arm) {
    boolean tooFew = arm.n() > 0 && !arm.instanceBytes().hasInterval();
    if (tooFew) {
      return TOO_FEW;
    }
    if (arm.isInstanceSeen() && !arm.straight()) {
      return BENT;
    }
    String beyond = "more than " + Format.whole(arm.toldUpTo());
    Quantity told = Quantity.about(arm.instancesPerGib());
    return new Quantity(arm.instancesPerGib().value() > arm.toldUpTo() ? beyond : told.value(),
        arm.instancesPerGib().high() > arm.toldUpTo() ? "" : told.interval());
  }

  /** The main finding, in words; empty if no launch counts. */
  public String found() {
    List<MemoryUse> read = group.all().stream().filter(arm -> Double.isFinite(arm.firstBytes().value())).toList();
    if (read.isEmpty()) {
      return "";
    }
    Comparator<MemoryUse> byFirst = Comparator.comparingDouble(arm -> arm.firstBytes().value());
    return "With one live instance, a process holds " + ScenarioGroup.ends(read, byFirst, ", and up to ",
        arm -> Quantity.size(arm.firstBytes().value()) + " in " + name(arm)) + "." + hungriest();
  }

  private String hungriest() {
    return group.all()
        .stream()
        .filter(MemoryUse::isInstanceSeen)
        .max(Comparator.comparingDouble(arm -> arm.instanceBytes().value()))
        .map(arm -> " One further instance takes " + Quantity.size(arm.instanceBytes().value()) + " in " + name(arm)
            + ".")
        .orElse("");
  }

  private String name(MemoryUse arm) {
    return group.name(arm.arm()).inSentence();
  }
}
