package dev.coldstart.report.history;

import dev.coldstart.record.text.Format;
import dev.coldstart.report.chart.LogAxis;
import dev.coldstart.report.chart.Svg;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.estimate.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The past of one fixture's arms: a small drawing each. The axes of all are logarithmic and of the same length, so that
 * the same change looks the same in each; where they begin differs.
 *
 * @param sentence what to see
 * @param runs the newest first
 */
record HistoryChart(String fixture, String sentence, List<String> runs, List<Line> lines) {

  private static final int HEIGHT_PX = 48;

  /** As wide as the drawing, in units of its own: a path cannot be given in percent. */
  private static final double ACROSS = 1000;

  /** Never so short that noise looks like a change: at least 10 % to each side, as {@link LogAxis} has it. */
  private static final double SHORTEST = 1.1 * 1.1;

  private static final int MOST_NAMED = 3;

  /** A ratio in a run. */
  record Measured(String run, Estimate ratio) {}

  /** @param points at least two, the oldest first */
  record Past(ArmName name, List<Measured> points) {

    Estimate newest() {
      return points.get(points.size() - 1).ratio();
    }

    private boolean isIn(String run) {
      return points.stream().anyMatch(point -> point.run().equals(run));
    }

    private Estimate before() {
      return points.get(points.size() - 2).ratio();
    }

    /** Intervals that do not touch are a difference; such as do may still be one. */
    private boolean moved() {
      return newest().low() > before().high() || newest().high() < before().low();
    }

    private double low() {
      return points.stream().mapToDouble(point -> point.ratio().low()).min().orElseThrow();
    }

    private double high() {
      return points.stream().mapToDouble(point -> point.ratio().high()).max().orElseThrow();
    }
  }

  /** @param cells one a run, the newest first */
  record Line(ArmName name, Svg drawn, String newest, String interval, List<Cell> cells) {}

  /** @param interval empty where the run has no ratio of the arm */
  record Cell(String ratio, String interval) {}

  /** @param runs the newest first */
  static HistoryChart of(String fixture, List<String> runs, List<Past> pasts) {
    List<String> seen = runs.stream().filter(run -> pasts.stream().anyMatch(past -> past.isIn(run))).toList();
    double length = pasts.stream().mapToDouble(past -> past.high() / past.low()).max().orElse(1);
    return new HistoryChart(fixture, sentence(pasts), seen,
        pasts.stream().map(past -> line(past, seen, Math.max(SHORTEST, length))).toList());
  }

  private static String sentence(List<Past> pasts) {
    List<String> moved = pasts.stream().filter(Past::moved).map(past -> past.name().text()).toList();
    if (moved.isEmpty()) {
      return "The newest range of " + (pasts.size() == 1 ? "the arm" : "each arm") + " touches the one before it.";
    }
    String names = moved.stream().limit(MOST_NAMED).collect(Collectors.joining("; "));
    return "The newest range does not touch the one before it in " + moved.size() + " of "
        + Format.count(pasts.size(), "arm", "arms") + ": " + names + (moved.size() > MOST_NAMED ? "; …" : "") + ".";
  }

  private static Line line(Past past, List<String> runs, double length) {
    return new Line(past.name(), drawn(past, runs, length), VerdictWords.times(past.newest().value()),
        Quantity.interval(past.newest()), runs.stream().map(run -> cell(past, run)).toList());
  }

  private static Cell cell(Past past, String run) {
    return past.points()
        .stream()
        .filter(point -> point.run().equals(run))
        .findFirst()
        .map(point -> new Cell(Format.number(point.ratio().value()), Quantity.interval(point.ratio())))
        .orElse(new Cell(Format.MISSING, ""));
  }

  private static Svg drawn(Past past, List<String> runs, double length) {
    double middle = Math.sqrt(past.low() * past.high());
    LogAxis axis = new LogAxis(middle / Math.sqrt(length), middle * Math.sqrt(length));
    List<String> dots = new ArrayList<>();
    StringBuilder ranges = new StringBuilder();
    for (Measured point : past.points()) {
      String x = x(runs, point.run());
      dots.add(x + " " + y(axis, point.ratio().value()));
      ranges.append('M')
          .append(x)
          .append(' ')
          .append(y(axis, point.ratio().low()))
          .append('V')
          .append(y(axis, point.ratio().high()));
    }
    return new Svg()
        .open("svg", "class", "past", "viewBox", "0 0 " + Svg.number(ACROSS) + " " + HEIGHT_PX, "preserveAspectRatio",
            "none", "width", "100%", "height", HEIGHT_PX, "aria-hidden", true)
        .leaf("path", "class", "between", "d", "M" + String.join("L", dots))
        .leaf("path", "class", "ranges", "d", ranges)
        // Lines of no length, whose round ends are the dots: they stay round however the drawing is stretched.
        .leaf("path", "class", "dots", "d", dots.stream().map(at -> "M" + at + "h0").collect(Collectors.joining()))
        .close();
  }

  /** A run has the same place in each drawing. @param runs the newest first */
  private static String x(List<String> runs, String run) {
    return Long.toString(Math.round((runs.size() - runs.indexOf(run) - 0.5) * ACROSS / runs.size()));
  }

  private static String y(LogAxis axis, double ratio) {
    return Svg.number(Math.round(10 * HEIGHT_PX * (1 - axis.at(ratio) / 100)) / 10.0);
  }
}
