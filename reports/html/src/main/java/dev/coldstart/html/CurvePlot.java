package dev.coldstart.html;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/** Curves of several arms in one drawing, with the values at its left and a legend. */
record CurvePlot(Svg scale, Svg curves, List<Key> keys) {

  private static final int HEIGHT_PX = 260;
  private static final int LABELS_PX = 24;
  private static final int TOP_PX = 8;
  private static final int SCALE_PX = 64;

  /** A curve's own units from edge to edge, since a path cannot be given in percent; downwards they are px. */
  private static final double ACROSS = 1000;

  private static final List<String> DASHES = List.of("", "7 4", "2 4", "10 3 2 3");

  /** One entry of the legend. @param line a piece of the line as it is drawn */
  record Key(ArmName name, Svg line) {}

  /** @param low with {@code high} an interval, which is drawn; NaN where there is none */
  record Point(double across, double value, double low, double high) {}

  /** @param glyphs whether each point has its glyph, or the last alone */
  record Curve(ArmName name, List<Point> points, boolean glyphs) {}

  /** A place on a drawing that a ring marks. @param says what a pointer that rests on it is told */
  record Mark(ArmName name, double across, double value, String says) {}

  /**
   * What a drawing is measured by.
   *
   * @param ticks values across that are named
   * @param label names a value
   */
  record Axes(Axis across, List<Double> ticks, Axis values, DoubleFunction<String> label) {

    private double down(double value) {
      return TOP_PX + (HEIGHT_PX - TOP_PX) * (1 - values.at(value) / 100);
    }
  }

  /** @param all each with at least one point */
  static CurvePlot of(List<Curve> all, Axes axes, List<Mark> marks) {
    Svg svg = Svg.drawing("curves interval", HEIGHT_PX + LABELS_PX);
    grid(svg, axes);
    List<Key> keys = new ArrayList<>();
    for (Curve curve : all) {
      ArmName name = curve.name();
      long sameRuntime = keys.stream().filter(key -> key.name().mark().equals(name.mark())).count();
      String dash = DASHES.get((int) sameRuntime % DASHES.size());
      curve(svg, axes, curve, dash);
      keys.add(new Key(name, sample(name, dash)));
    }
    marks.forEach(mark -> mark(svg, axes, mark));
    return new CurvePlot(scale(axes), svg.close(), keys);
  }

  private static void grid(Svg svg, Axes axes) {
    svg.open("g", "class", "grid");
    for (double value : axes.values().ticks()) {
      svg.leaf("line", "x1", 0, "x2", "100%", "y1", axes.down(value), "y2", axes.down(value));
    }
    for (double tick : axes.ticks()) {
      double at = axes.across().at(tick);
      String x = Svg.percent(at);
      svg.leaf("line", "x1", x, "x2", x, "y1", 0, "y2", HEIGHT_PX);
      String anchor = at < 4 ? "start" : at > 96 ? "end" : "middle";
      svg.text("text", Numbers.tick(tick), "x", x, "y", HEIGHT_PX + 17, "text-anchor", anchor);
    }
    svg.close();
  }

  private static void curve(Svg svg, Axes axes, Curve curve, String dash) {
    List<Point> points = curve.points();
    String path =
        points.stream()
            .map(p -> Svg.number(ACROSS / 100 * axes.across().at(p.across())) + " " + Svg.number(axes.down(p.value())))
            .collect(Collectors.joining("L", "M", ""));
    svg.open("svg", "class", curve.name().mark().colour(), "viewBox", "0 0 " + Svg.number(ACROSS) + " " + HEIGHT_PX,
        "preserveAspectRatio", "none", "width", "100%", "height", HEIGHT_PX);
    svg.leaf("path", "class", "curve", "d", path, "stroke-dasharray", dash.isEmpty() ? null : dash).close();
    svg.open("g", "class", curve.name().mark().colour());
    points.forEach(point -> whisker(svg, axes, point));
    for (Point point : curve.glyphs() ? points : points.subList(points.size() - 1, points.size())) {
      glyph(svg, curve.name(), Svg.percent(axes.across().at(point.across())), axes.down(point.value()));
    }
    svg.close();
  }

  private static void whisker(Svg svg, Axes axes, Point point) {
    if (Double.isFinite(point.low()) && Double.isFinite(point.high())) {
      String x = Svg.percent(axes.across().at(point.across()));
      svg.leaf(
          "line", "class", "whisker", "x1", x, "x2", x, "y1", axes.down(point.low()), "y2", axes.down(point.high()));
    }
  }

  private static void mark(Svg svg, Axes axes, Mark mark) {
    String x = Svg.percent(axes.across().at(mark.across()));
    svg.open("circle", "class", "ring " + mark.name().mark().colour(), "cx", x, "cy", axes.down(mark.value()), "r", 6);
    svg.text("title", mark.says()).close();
  }

  private static void glyph(Svg svg, ArmName name, String x, double y) {
    svg.leaf("use", "class", "glyph", "href", "#" + name.mark().glyph(),
        "x", x, "y", y, "width", 11, "height", 11, "transform", "translate(-5.5 -5.5)");
  }

  private static Svg sample(ArmName name, String dash) {
    Svg svg = new Svg().open("svg", "class", name.mark().colour(), "width", 44, "height", 12, "aria-hidden", true);
    svg.leaf("path", "class", "curve", "d", "M0 6H30", "stroke-dasharray", dash.isEmpty() ? null : dash);
    glyph(svg, name, "37", 6);
    return svg.close();
  }

  private static Svg scale(Axes axes) {
    Svg svg = new Svg().open("svg", "class", "tick-labels", "width", SCALE_PX, "height", HEIGHT_PX, "aria-hidden", true);
    for (double value : axes.values().ticks()) {
      svg.text("text", axes.label().apply(value), "x", SCALE_PX - 6, "y", axes.down(value) + 4, "text-anchor", "end");
    }
    return svg.close();
  }
}
