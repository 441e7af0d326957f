package dev.coldstart.report.answer;

import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.chart.Axis;
import dev.coldstart.report.chart.Dots;
import dev.coldstart.report.chart.LogAxis;
import dev.coldstart.report.chart.Quantiles;
import dev.coldstart.report.chart.Svg;
import dev.coldstart.report.run.InvalidLaunches;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.stats.run.ArmSummary;
import java.util.Arrays;
import java.util.List;

/**
 * Every launch that counts as a dot: what a mean would hide.
 *
 * @param ticks labels of the axis that all strips share; null when no launch counts
 * @param linear the axis that a reader may choose instead; null when {@code ticks} is
 * @param found what to see, in words; empty where there is too little
 * @param drawn which of them are, where not all are; else empty
 */
public record LaunchStrips(FixtureFacts fixture, Svg ticks, Linear linear, String drawn, List<Strip> strips,
    List<TableRow> table, String found, LaunchCurves curves) {

  /** Below this a box says less than the dots it is made of. */
  public static final int FEWEST_FOR_BOX = 10;

  private static final int HEIGHT_PX = 40;
  private static final int DOTS_TOP_PX = 5;
  private static final int DOTS_PX = 18;
  private static final int BOX_TOP_PX = 28;
  private static final int BOX_PX = 8;

  /** @param tip what a pointer that rests on it is told, of numbers that the table has too */
  record Strip(ArmName name, Svg drawing, String median, String tip) {}

  /**
   * How the logarithmic axis reaches, so that what lies on it can be placed anew; labels of a linear one, with its
   * grid.
   */
  record Linear(double low, double high, Svg labels) {

    private static Linear insteadOf(LogAxis axis, String grid) {
      return new Linear(axis.low(), axis.high(), Axis.linear(axis.high()).labels(grid, HEIGHT_PX));
    }
  }

  /**
   * In ms unless stated; a percentile is said to need more launches where there are too few of them.
   *
   * @param a12 Vargha-Delaney against the baseline, a part of 1
   * @param shift Hodges-Lehmann against the baseline
   * @param p of the difference from the baseline, adjusted for all arms
   */
  record TableRow(ArmName name, int n, String min, String median, String interval, String p90, String p95, String p99,
      String max, String a12, String shift, String p, String invalid) {}

  public static LaunchStrips of(RunView view, FixtureFacts fixture) {
    List<ArmSummary> arms = view.measured(fixture);
    LogAxis axis = LogAxis.covering(arms.stream().flatMapToDouble(arm -> Arrays.stream(ms(view, arm)))).orElse(null);
    Dots dots = dots(view);
    return new LaunchStrips(fixture, axis == null ? null : axis.labels(grid(view, fixture), HEIGHT_PX),
        axis == null ? null : Linear.insteadOf(axis, grid(view, fixture)),
        dots.words("launch", "the boxes and the table are"),
        axis == null ? List.of() : arms.stream().map(arm -> strip(view, fixture, arm, axis, dots)).toList(),
        view.armsOf(fixture).stream().filter(arm -> arm.arm().ran()).map(arm -> tableRow(view, arm)).toList(),
        LaunchWords.widest(view, fixture), LaunchCurves.of(view, fixture, axis));
  }

  private static String grid(RunView view, FixtureFacts fixture) {
    return "strip-grid-" + view.fixtures().indexOf(fixture);
  }

  /** Of the whole page, so that each dot of it stands for as many launches. */
  private static Dots dots(RunView view) {
    return Dots.of(view.fixtures().stream().flatMap(any -> view.measured(any).stream()).mapToLong(ArmSummary::n).sum());
  }

  /** In the order in which they ended. */
  private static double[] ms(RunView view, ArmSummary arm) {
    return Arrays.stream(Launch.values(view.countedOf(arm.arm()), Launch::firstResponseNs))
        .map(ns -> ns / Format.NS_PER_MS)
        .toArray();
  }

  private static Strip strip(RunView view, FixtureFacts fixture, ArmSummary arm, LogAxis axis, Dots dots) {
    double[] ms = ms(view, arm);
    Quantiles sorted = new Quantiles(Arrays.stream(ms).sorted().toArray());
    Svg svg = Svg.stretched("strip", HEIGHT_PX);
    Axis.grid(svg, grid(view, fixture));
    dots.draw(svg, ms, axis, DOTS_TOP_PX, DOTS_PX);
    if (ms.length >= FEWEST_FOR_BOX) {
      box(svg, sorted, axis);
    }
    return new Strip(view.names().of(arm.arm()), svg.close(), Format.number(arm.firstResponseMs().value(), "ms"),
        tip(arm, sorted));
  }

  private static String tip(ArmSummary arm, Quantiles ms) {
    String interval = Quantity.interval(arm.firstResponseMs());
    return "median " + Format.number(arm.firstResponseMs().value(), "ms")
        + (interval.isEmpty() ? "" : " (" + interval + ")") + "; "
        + Format.count(ms.sorted().length, "launch", "launches") + " from " + Format.number(ms.at(0)) + " to "
        + Format.number(ms.at(1), "ms");
  }

  private static void box(Svg svg, Quantiles ms, LogAxis axis) {
    long left = Svg.across(axis.at(ms.at(0.25)));
    long middle = BOX_TOP_PX + BOX_PX / 2;
    svg.leaf("path", "class", "whisker", "d",
        "M" + Svg.across(axis.at(ms.at(0))) + " " + middle + "H" + Svg.across(axis.at(ms.at(1))));
    svg.leaf("path", "class", "box", "d",
        "M" + left + " " + BOX_TOP_PX + "H" + Svg.across(axis.at(ms.at(0.75))) + "v" + BOX_PX + "H" + left + "z");
    svg.leaf("path", "class", "median", "d",
        "M" + Svg.across(axis.at(ms.at(0.5))) + " " + (BOX_TOP_PX - 3) + "v" + (BOX_PX + 6));
  }

  private static TableRow tableRow(RunView view, ArmSummary arm) {
    Quantiles ms = Quantiles.ofMs(view.countedOf(arm.arm()));
    return new TableRow(view.names().of(arm.arm()), arm.n(), Format.number(ms.at(0)),
        Format.number(arm.firstResponseMs().value()), Quantity.interval(arm.firstResponseMs()), ms.percentile(90),
        ms.percentile(95), ms.percentile(99), Format.number(ms.at(1)), Format.number(arm.comparison().a12()),
        Format.signed(arm.comparison().shiftMs()), Format.chance(arm.comparison().p()),
        InvalidLaunches.inShort(view.launchesOf(arm.arm())));
  }
}
