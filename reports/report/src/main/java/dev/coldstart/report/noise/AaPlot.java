package dev.coldstart.report.noise;

import dev.coldstart.record.Arm;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.chart.Axis;
import dev.coldstart.report.chart.Dots;
import dev.coldstart.report.chart.LogAxis;
import dev.coldstart.report.chart.Quantiles;
import dev.coldstart.report.chart.Svg;
import dev.coldstart.report.run.RunView;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.ControlResult;
import dev.coldstart.stats.run.Pairs;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * The same command compared with itself, one dot per block: the noise of the machine.
 *
 * @param axis shared by all strips; null if there is no such block
 */
public record AaPlot(List<Same> all, LogAxis axis) {

  private static final int HEIGHT_PX = 34;
  private static final int SPREAD_PX = 18;
  private static final String GRID = "same-grid";

  /**
   * @param name the fixture, and profile and JDK if the run has several
   * @param ratios of the control's time to that of the arm that it repeats, one per block
   * @param typical ratio, with its interval
   */
  record Same(String name, double[] ratios, Estimate typical) {

    Quantiles quantiles() {
      return new Quantiles(DoubleStream.of(ratios).sorted().toArray());
    }
  }

  public static AaPlot of(RunView view) {
    List<Same> all = view.controls()
        .stream()
        .filter(Arm::isAa)
        .map(
            arm -> new Same(view.title(arm.fixture(), view.name(arm).variant()), ratios(view, arm), typical(view, arm)))
        .filter(same -> same.ratios().length > 0)
        .toList();
    DoubleStream values = all.stream()
        .flatMapToDouble(same -> DoubleStream.concat(DoubleStream.of(same.ratios()),
            DoubleStream.of(1, same.typical().low(), same.typical().high())));
    return new AaPlot(all, LogAxis.covering(values).orElse(null));
  }

  /** For the blocks that count for both, in their order. */
  private static double[] ratios(RunView view, Arm control) {
    return view.repeatedBy(control)
        .map(arm -> Pairs.of(view.launchesOf(control), view.launchesOf(arm)))
        .map(pairs -> DoubleStream.of(pairs.logRatios()).map(Math::exp).toArray())
        .orElse(new double[0]);
  }

  /** The control's own estimate if it was judged; otherwise the arm's from the summary. */
  private static Estimate typical(RunView view, Arm arm) {
    return view.summary()
        .controls()
        .stream()
        .filter(control -> control.arm().key().equals(arm.key()) && control.kind().equals(Arm.Control.AA))
        .findFirst()
        .map(ControlResult::measured)
        .or(() -> view.summary().arm(arm.key()).map(ArmSummary::ratio))
        .orElse(Estimate.NONE);
  }

  /** The main finding, in words; empty if there is no block. */
  public String found() {
    List<Same> known = all.stream().filter(same -> same.typical().hasInterval()).toList();
    if (known.isEmpty()) {
      return all.isEmpty() ? "" : "There are too few blocks for an interval.";
    }
    long held = known.stream().filter(same -> !same.typical().excludes(1)).count();
    Same furthest = known.stream().max(Comparator.comparingDouble(same -> same.typical().reachFromOne())).orElseThrow();
    String reach = " by " + Format.percent(furthest.typical().reachFromOne());
    return known.size() == 1
        ? "The 95 % interval of the ratio " + (held == 1 ? "contains 1" : "does not contain 1")
            + ", and reaches away from it" + reach + "."
        : "In " + held + " of " + known.size()
            + " rows the 95 % interval of the ratio contains 1, as it should; the one"
            + " that reaches furthest away from 1," + reach + ", is that of " + furthest.name() + ".";
  }

  Svg ticks() {
    return axis.labels(GRID, HEIGHT_PX);
  }

  /** Says which blocks are drawn if not all are; otherwise empty. */
  String drawn() {
    return dots().words("block", "the intervals and the table are");
  }

  private Dots dots() {
    return Dots.of(all.stream().mapToLong(same -> same.ratios().length).sum());
  }

  Svg strip(Same same) {
    Svg svg = Svg.stretched("strip same", HEIGHT_PX);
    Axis.grid(svg, GRID);
    if (same.typical().hasInterval()) {
      long low = Svg.across(axis.at(same.typical().low()));
      long high = Svg.across(axis.at(same.typical().high()));
      svg.leaf("path", "class", "band", "d", "M" + low + " 0H" + high + "v" + HEIGHT_PX + "H" + low + "z");
    }
    svg.leaf("path", "class", "one", "d", "M" + Svg.across(axis.at(1)) + " 0v" + HEIGHT_PX);
    dots().draw(svg, same.ratios(), axis, (HEIGHT_PX - SPREAD_PX) / 2, SPREAD_PX);
    return svg.close();
  }
}
