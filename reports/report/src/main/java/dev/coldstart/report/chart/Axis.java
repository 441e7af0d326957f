package dev.coldstart.report.chart;

import dev.coldstart.record.text.Format;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** Maps values to positions in a drawing, and selects the labelled values. */
public interface Axis {

  /** More labels would overlap on a narrow screen. */
  int MOST_TICKS = 7;

  /** A row may be taller than its drawing by this much, if a name takes several lines. */
  double ROW_GAP_PX = 16;

  /** The position of a value, in percent from the low end. */
  double at(double value);

  List<Double> ticks();

  /** Alternative sets of ticks to label, the largest first; for axes on which some ticks are rounder than others. */
  default List<List<Double>> fewerTicks() {
    return List.of(ticks());
  }

  /** Round values at even distances, at most {@link #MOST_TICKS} + 1. */
  static List<Double> evenTicks(double low, double high) {
    double step = evenStep(high - low);
    return LongStream.iterate((long) Math.ceil(low / step), i -> i * step <= high, i -> i + 1)
        .mapToObj(i -> i * step)
        .toList();
  }

  private static double evenStep(double length) {
    return DoubleStream.iterate(Math.pow(10, Math.floor(Math.log10(length)) - 1), power -> 10 * power)
        .flatMap(power -> DoubleStream.of(power, 2 * power, 5 * power))
        .filter(step -> length / step <= MOST_TICKS)
        .findFirst()
        .orElseThrow();
  }

  /**
   * Defines vertical lines at the ticks for the rows that share the axis, which draw them with {@link #grid}. They are
   * long enough to meet those of the rows above and below.
   */
  private void defineGrid(Svg svg, String id, double heightPx) {
    svg.open("defs").open("g", "id", id, "class", "grid");
    for (double tick : ticks()) {
      String x = Svg.percent(at(tick));
      svg.leaf("line", "x1", x, "x2", x, "y1", -ROW_GAP_PX, "y2", heightPx + ROW_GAP_PX);
    }
    svg.close().close();
  }

  /** Draws the grid with this id, behind everything drawn later. */
  static void grid(Svg svg, String id) {
    svg.leaf("use", "href", "#" + id);
  }

  /** The labels of the ticks, as many as there is room for: a separate drawing below those that share the axis. */
  default Svg labels(TickLabels room) {
    return labels(Svg.drawing("tick-labels", 18), room);
  }

  /**
   * The labels across the page, with the grid of the rows.
   *
   * @param id of the grid, unique on the page
   * @param heightPx of a row's drawing
   */
  default Svg labels(String id, double heightPx) {
    Svg svg = Svg.drawing("tick-labels", 18);
    defineGrid(svg, id, heightPx);
    return labels(svg, TickLabels.ACROSS_THE_PAGE);
  }

  private Svg labels(Svg svg, TickLabels room) {
    room.write(svg, named(room), 13);
    return svg.close();
  }

  /** The largest set of ticks whose labels fit; at least one tick. */
  default List<CurvePlot.Tick> named(TickLabels room) {
    return fewerTicks().stream()
        .map(ticks -> named(ticks, Format::tick))
        .filter(ticks -> ticks.size() > 1 && room.fit(ticks))
        .findFirst()
        .orElseGet(() -> room.fitting(named(Format::tick)));
  }

  /** All ticks with their labels. */
  default List<CurvePlot.Tick> named(DoubleFunction<String> name) {
    return named(ticks(), name);
  }

  default List<CurvePlot.Tick> named(List<Double> values, DoubleFunction<String> name) {
    return values.stream().map(value -> new CurvePlot.Tick(at(value), name.apply(value))).toList();
  }

  /** From 0, so that the length of a bar is its value. */
  static Axis linear(double high) {
    return new Axis() {

      @Override
      public double at(double value) {
        return 100 * value / high;
      }

      @Override
      public List<Double> ticks() {
        return evenTicks(0, high);
      }
    };
  }
}
