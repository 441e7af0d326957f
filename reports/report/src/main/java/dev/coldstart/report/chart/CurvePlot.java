package dev.coldstart.report.chart;

import dev.coldstart.report.text.ArmName;
import dev.coldstart.stats.estimate.Estimate;
import java.util.List;

/** Curves of several arms in one drawing, with the scale on the left and a legend. */
public record CurvePlot(Svg scale, Svg curves, List<Key> keys) {

  /**
   * One entry of the legend.
   *
   * @param line a sample of the line
   */
  public record Key(ArmName name, Svg line) {}

  /**
   * A line of the grid.
   *
   * @param at in percent, from the left or from the low end
   */
  public record Tick(double at, String label) {}

  /** A point in the drawing, in percent from the left and from the low end. */
  public record Place(double across, double up) {}

  /** @param value with its interval, which is drawn if there is one */
  public record Point(double across, Estimate value) {}

  /**
   * A line and its glyphs.
   *
   * @param line if it has no point, only the legend has the curve
   * @param marked points with a glyph, on or off the line
   */
  public record Curve(ArmName name, List<Point> line, List<Point> marked) {

    /** With a glyph at each point. */
    public static Curve marked(ArmName name, List<Point> points) {
      return new Curve(name, points, points);
    }

    /** With a glyph only at its end. */
    public static Curve ending(ArmName name, List<Point> points) {
      return new Curve(name, points, points.subList(Math.max(0, points.size() - 1), points.size()));
    }
  }

  /**
   * A point marked by a ring.
   *
   * @param says its tooltip
   */
  public record Mark(ArmName name, double across, double value, String says) {}

  /**
   * The two axes of a drawing, and the ticks of each.
   *
   * @param sideways labelled in this order, as far as there is room
   */
  public record Axes(Axis across, List<Tick> sideways, Axis values, List<Tick> upward) {

    Place place(Point point) {
      return place(point.across(), point.value().value());
    }

    Place place(double atAcross, double value) {
      return new Place(across.at(atAcross), values.at(value));
    }
  }
}
