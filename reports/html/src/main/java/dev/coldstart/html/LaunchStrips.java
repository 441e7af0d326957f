package dev.coldstart.html;

import dev.coldstart.results.Launch;
import dev.coldstart.results.Manifest.FixtureFacts;
import dev.coldstart.stats.ArmSummary;
import java.util.List;

/**
 * Every launch that counts as a dot: what a mean would hide.
 *
 * @param ticks labels of the axis that all strips share; null when no launch counts
 * @param linear the axis that a reader may choose instead; null when {@code ticks} is
 * @param found what to see, in words; empty where there is too little
 */
record LaunchStrips(
    FixtureFacts fixture,
    Svg ticks,
    Linear linear,
    List<Strip> strips,
    List<TableRow> table,
    String found,
    LaunchCurves curves) {

  /** Below this a box says less than the dots it is made of. */
  static final int FEWEST_FOR_BOX = 10;

  private static final int HEIGHT_PX = 40;
  private static final double DOTS_TOP_PX = 5;
  private static final double DOTS_PX = 18;
  private static final double BOX_TOP_PX = 28;
  private static final double BOX_PX = 8;

  /** @param tip what a pointer that rests on it is told, of numbers that the table has too */
  record Strip(ArmName name, Svg drawing, String median, String tip) {}

  /** How the logarithmic axis reaches, so that what lies on it can be placed anew; lines and labels of a linear one. */
  record Linear(double low, double high, Svg grid, Svg labels) {

    private static Linear insteadOf(LogAxis axis) {
      LinearAxis linear = new LinearAxis(axis.high());
      Svg svg = Svg.drawing("strip", HEIGHT_PX);
      linear.grid(svg, HEIGHT_PX);
      return new Linear(axis.low(), axis.high(), svg.close(), linear.labels());
    }
  }

  /**
   * In ms unless stated; a percentile is said to need more launches where there are too few of them.
   *
   * @param a12 Vargha-Delaney against the baseline, a part of 1
   * @param shift Hodges-Lehmann against the baseline
   * @param p of the difference from the baseline, adjusted for all arms
   */
  record TableRow(
      ArmName name,
      int n,
      String min,
      String median,
      String interval,
      String p90,
      String p95,
      String p99,
      String max,
      String a12,
      String shift,
      String p,
      String invalid) {}

  static LaunchStrips of(RunView view, FixtureFacts fixture) {
    List<ArmSummary> arms = view.measured(fixture);
    LogAxis axis =
        LogAxis.covering(
                arms.stream()
                    .flatMap(arm -> view.countedOf(arm.arm()).stream())
                    .mapToDouble(l -> Numbers.msOfNs(l.firstResponseNs())))
            .orElse(null);
    return new LaunchStrips(
        fixture,
        axis == null ? null : axis.labels(),
        axis == null ? null : Linear.insteadOf(axis),
        axis == null ? List.of() : arms.stream().map(arm -> strip(view, arm, axis)).toList(),
        view.armsOf(fixture).stream().filter(arm -> arm.arm().ran()).map(arm -> tableRow(view, arm)).toList(),
        LaunchWords.widest(view, fixture),
        LaunchCurves.of(view, fixture, axis));
  }

  private static Strip strip(RunView view, ArmSummary arm, LogAxis axis) {
    List<Launch> launches = view.countedOf(arm.arm());
    Svg svg = Svg.drawing("strip", HEIGHT_PX);
    axis.grid(svg, HEIGHT_PX);
    dots(svg, launches, axis);
    if (launches.size() >= FEWEST_FOR_BOX) {
      box(svg, Quantiles.ofMs(launches), axis);
    }
    return new Strip(
        view.names().of(arm.arm()), svg.close(), Numbers.of(arm.firstResponseMs().value(), "ms"), tip(arm, launches));
  }

  private static String tip(ArmSummary arm, List<Launch> launches) {
    Quantiles ms = Quantiles.ofMs(launches);
    String interval = Numbers.interval(arm.firstResponseMs());
    return "median " + Numbers.of(arm.firstResponseMs().value(), "ms") + (interval.isEmpty() ? "" : " (" + interval + ")")
        + "; " + Numbers.count(launches.size(), "launch", "launches") + " from " + Numbers.of(ms.at(0)) + " to "
        + Numbers.of(ms.at(1), "ms");
  }

  private static void dots(Svg svg, List<Launch> launches, LogAxis axis) {
    svg.open("g", "class", "dots");
    for (int i = 0; i < launches.size(); i++) {
      double ms = Numbers.msOfNs(launches.get(i).firstResponseNs());
      svg.leaf("circle", "cx", Svg.percent(axis.at(ms)), "cy", DOTS_TOP_PX + DOTS_PX * scattered(i), "r", 2.5);
    }
    svg.close();
  }

  /** Van der Corput's sequence: spreads neighbours apart, and the same in every rendering. */
  static double scattered(int i) {
    return (Integer.reverse(i) >>> 1) / (double) Integer.MAX_VALUE;
  }

  private static void box(Svg svg, Quantiles ms, LogAxis axis) {
    double left = axis.at(ms.at(0.25));
    double middle = BOX_TOP_PX + BOX_PX / 2;
    svg.leaf(
        "line", "class", "whisker", "y1", middle, "y2", middle,
        "x1", Svg.percent(axis.at(ms.at(0))), "x2", Svg.percent(axis.at(ms.at(1))));
    svg.leaf(
        "rect", "class", "box", "y", BOX_TOP_PX, "height", BOX_PX,
        "x", Svg.percent(left), "width", Svg.percent(axis.at(ms.at(0.75)) - left));
    String median = Svg.percent(axis.at(ms.at(0.5)));
    svg.leaf(
        "line", "class", "median", "x1", median, "x2", median, "y1", BOX_TOP_PX - 3, "y2", BOX_TOP_PX + BOX_PX + 3);
  }

  private static TableRow tableRow(RunView view, ArmSummary arm) {
    Quantiles ms = Quantiles.ofMs(view.countedOf(arm.arm()));
    return new TableRow(
        view.names().of(arm.arm()),
        arm.n(),
        Numbers.of(ms.at(0)),
        Numbers.of(arm.firstResponseMs().value()),
        Numbers.interval(arm.firstResponseMs()),
        ms.percentile(90),
        ms.percentile(95),
        ms.percentile(99),
        Numbers.of(ms.at(1)),
        Numbers.of(arm.comparison().a12()),
        Numbers.signed(arm.comparison().shiftMs()),
        Numbers.chance(arm.comparison().p()),
        InvalidLaunches.inShort(view.launchesOf(arm.arm())));
  }
}
