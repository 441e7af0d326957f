package dev.coldstart.report.chart;

import dev.coldstart.record.text.Format;
import dev.coldstart.report.text.ArmName;
import java.util.List;
import java.util.function.DoubleFunction;

/** Curves of several arms in one drawing, with the values at its left and a legend. */
public record CurvePlot(Svg scale, Svg curves, List<Curves.Key> keys) {

  private static final int HEIGHT_PX = 260;

  /** @param low with {@code high} an interval, which is drawn; NaN where there is none */
  public record Point(double across, double value, double low, double high) {}

  /** @param glyphs whether each point has its glyph, or the last alone */
  public record Curve(ArmName name, List<Point> points, boolean glyphs) {}

  /** A place on a drawing that a ring marks. @param says what a pointer that rests on it is told */
  public record Mark(ArmName name, double across, double value, String says) {}

  /**
   * What a drawing is measured by.
   *
   * @param ticks values across that are named
   * @param label names a value
   */
  public record Axes(Axis across, List<Double> ticks, Axis values, DoubleFunction<String> label) {

    private Curves.Point place(double atAcross, double value) {
      return new Curves.Point(across.at(atAcross), values.at(value));
    }

    private List<Curves.Tick> upward() {
      return values.ticks().stream().map(value -> new Curves.Tick(values.at(value), label.apply(value))).toList();
    }

    private List<Curves.Tick> sideways() {
      return ticks.stream().map(tick -> new Curves.Tick(across.at(tick), Format.tick(tick))).toList();
    }
  }

  /** @param all each with at least one point */
  public static CurvePlot of(List<Curve> all, Axes axes, List<Mark> marks) {
    Curves drawing = new Curves("curves interval", HEIGHT_PX);
    drawing.grid(axes.upward(), axes.sideways());
    for (Curve curve : all) {
      draw(drawing, axes, curve);
    }
    marks.forEach(mark -> drawing.ring(mark.name(), axes.place(mark.across(), mark.value()), mark.says()));
    return drawing.plot();
  }

  private static void draw(Curves drawing, Axes axes, Curve curve) {
    List<Point> points = curve.points();
    drawing.curve(curve.name(), curve.name().dash(),
        points.stream().map(p -> axes.place(p.across(), p.value())).toList());
    for (Point point : points) {
      if (Double.isFinite(point.low()) && Double.isFinite(point.high())) {
        double across = axes.across().at(point.across());
        drawing.whisker(curve.name(), across, axes.values().at(point.low()), axes.values().at(point.high()));
      }
    }
    List<Point> marked = curve.glyphs() ? points : points.subList(points.size() - 1, points.size());
    marked.forEach(point -> drawing.glyph(curve.name(), axes.place(point.across(), point.value())));
  }
}
