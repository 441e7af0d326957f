package dev.coldstart.html;

import java.util.ArrayList;
import java.util.List;

/** Where a value lies on a drawing, and which values are named. */
interface Axis {

  /** More labels than this run into each other on a narrow screen. */
  int MOST_TICKS = 7;

  /** A row may be this much taller than its drawing, where a name runs over several lines. */
  double ROW_GAP_PX = 16;

  /** In percent, from the low end. */
  double at(double value);

  List<Double> ticks();

  /** Round values at even distances, at most {@link #MOST_TICKS} and one. */
  static List<Double> evenTicks(double low, double high) {
    double step = evenStep(high - low);
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step); i * step <= high; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  private static double evenStep(double length) {
    double power = Math.pow(10, Math.floor(Math.log10(length)) - 1);
    for (; ; power *= 10) {
      for (double step : new double[] {1, 2, 5}) {
        if (length / (step * power) <= MOST_TICKS) {
          return step * power;
        }
      }
    }
  }

  /**
   * Vertical lines at the ticks, for the rows that share the axis: each draws them by {@link #grid}. Long enough to meet
   * those of the rows above and below.
   */
  private void defineGrid(Svg svg, String id, double heightPx) {
    svg.open("defs").open("g", "id", id, "class", "grid");
    for (double tick : ticks()) {
      String x = Svg.percent(at(tick));
      svg.leaf("line", "x1", x, "x2", x, "y1", -ROW_GAP_PX, "y2", heightPx + ROW_GAP_PX);
    }
    svg.close().close();
  }

  /** The grid of that id, behind what is drawn next. */
  static void grid(Svg svg, String id) {
    svg.leaf("use", "href", "#" + id);
  }

  /** The ticks' values, as a drawing of its own that stands under those which share the axis. */
  default Svg labels() {
    return labels(Svg.drawing("tick-labels", 18));
  }

  /**
   * The same with the rows' grid.
   *
   * @param id of the grid, unique on the page
   * @param heightPx of a row's drawing
   */
  default Svg labels(String id, double heightPx) {
    Svg svg = Svg.drawing("tick-labels", 18);
    defineGrid(svg, id, heightPx);
    return labels(svg);
  }

  private Svg labels(Svg svg) {
    for (double tick : ticks()) {
      double x = at(tick);
      String anchor = x < 4 ? "start" : x > 96 ? "end" : "middle";
      svg.text("text", Numbers.tick(tick), "x", Svg.percent(x), "y", 13, "text-anchor", anchor);
    }
    return svg.close();
  }
}
