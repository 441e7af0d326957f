package dev.coldstart.report.chart;

import dev.coldstart.record.text.Format;
import dev.coldstart.report.chart.Curves.Tick;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.stats.estimate.Estimate;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.DoubleStream;

/** Curves of several arms in one drawing, with the values at its left and a legend. */
public record CurvePlot(Svg scale, Svg curves, List<Curves.Key> keys) {

  private static final int HEIGHT_PX = 260;

  /** @param value with its interval, which is drawn where there is one */
  public record Point(double across, Estimate value) {}

  /**
   * A line and its glyphs.
   *
   * @param line of no point, the legend alone has it
   * @param marked those that have a glyph, on the line or beside it
   */
  public record Curve(ArmName name, List<Point> line, List<Point> marked) {

    /** With a glyph at each point. */
    public static Curve marked(ArmName name, List<Point> points) {
      return new Curve(name, points, points);
    }

    /** With a glyph at its end alone. */
    public static Curve ending(ArmName name, List<Point> points) {
      return new Curve(name, points, points.subList(Math.max(0, points.size() - 1), points.size()));
    }
  }

  /** A place on a drawing that a ring marks. @param says what a pointer that rests on it is told */
  public record Mark(ArmName name, double across, double value, String says) {}

  /** What a drawing is measured by, and the ticks of each axis. */
  public record Axes(Axis across, List<Tick> sideways, Axis values, List<Tick> upward) {

    Curves.Point place(Point point) {
      return place(point.across(), point.value().value());
    }

    Curves.Point place(double atAcross, double value) {
      return new Curves.Point(across.at(atAcross), values.at(value));
    }
  }

  /** An axis for all values and their intervals; empty when there are none. */
  public static Optional<LogAxis> logarithmic(List<Curve> all) {
    return LogAxis.covering(all.stream()
        .flatMap(curve -> curve.line().stream())
        .map(Point::value)
        .flatMapToDouble(value -> DoubleStream.of(value.value(), value.low(), value.high())));
  }

  /** Over counts, on a logarithmic axis that names each at which a curve has a point. */
  public static CurvePlot overCounts(List<Curve> all, Axis values, DoubleFunction<String> label) {
    List<Double> counts =
        all.stream().flatMap(curve -> curve.line().stream()).map(Point::across).sorted().distinct().toList();
    LogAxis across = new LogAxis(counts.get(0) / 1.1, counts.get(counts.size() - 1) * 1.1);
    return of(all, new Axes(across, across.named(counts, Format::tick), values, values.named(label)), List.of());
  }

  public static CurvePlot of(List<Curve> all, Axes axes, List<Mark> marks) {
    return of(new Curves("curves interval", HEIGHT_PX, axes), all, marks);
  }

  /** @param drawing with its grid alone */
  public static CurvePlot of(Curves drawing, List<Curve> all, List<Mark> marks) {
    all.forEach(drawing::curve);
    marks.forEach(drawing::ring);
    return drawing.plot();
  }
}
