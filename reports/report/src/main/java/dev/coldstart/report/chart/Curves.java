package dev.coldstart.report.chart;

import dev.coldstart.record.text.Format;
import dev.coldstart.report.chart.CurvePlot.Axes;
import dev.coldstart.report.chart.CurvePlot.Curve;
import dev.coldstart.report.chart.CurvePlot.Key;
import dev.coldstart.report.chart.CurvePlot.Mark;
import dev.coldstart.report.chart.CurvePlot.Place;
import dev.coldstart.report.chart.CurvePlot.Point;
import dev.coldstart.report.chart.CurvePlot.Tick;
import dev.coldstart.report.text.ArmName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Curves in one drawing, distinguished by colour, dashes and glyph, with their grid and legend. */
public final class Curves {

  private static final int LABELS_PX = 24;
  private static final int TOP_PX = 8;
  private static final int DEFAULT_HEIGHT_PX = 260;

  /** Height of stairs in their own units, like {@link Svg#ACROSS}; curves use px. */
  private static final int STAIRS_UP = 200;

  private static final List<String> DASHES = List.of("", "7 4", "2 4", "10 3 2 3");

  private final int heightPx;
  private final Axes axes;
  private final Svg svg;
  private final List<Key> keys = new ArrayList<>();

  /**
   * A step function.
   *
   * @param jumps the points it has jumped to, from left to right and upwards; not empty
   */
  public record Stairs(ArmName name, List<Place> jumps) {}

  /** An axis for all values and their intervals; empty if there are none. */
  public static Optional<LogAxis> logarithmic(List<Curve> all) {
    return LogAxis.covering(all.stream()
        .flatMap(curve -> curve.line().stream())
        .map(Point::value)
        .flatMapToDouble(value -> DoubleStream.of(value.value(), value.low(), value.high())));
  }

  /** Over counts, on a logarithmic axis with a label at each count at which a curve has a point. */
  public static CurvePlot overCounts(List<Curve> all, Axis values, DoubleFunction<String> label) {
    List<Double> counts =
        all.stream().flatMap(curve -> curve.line().stream()).map(Point::across).sorted().distinct().toList();
    // More room at the right end, for the longest label.
    LogAxis across = new LogAxis(counts.get(0) / 1.1, counts.get(counts.size() - 1) * 1.25);
    return new Curves(new Axes(across, across.named(counts, Format::whole), values, values.named(label))).plot(all,
        List.of());
  }

  /** The largest value, including the intervals; 0 if there are none. */
  public static double highest(List<Curve> all) {
    return all.stream()
        .flatMap(curve -> Stream.concat(curve.line().stream(), curve.marked().stream()))
        .map(Point::value)
        .mapToDouble(value -> value.hasInterval() ? value.high() : value.value())
        .reduce(0, Math::max);
  }

  public Curves(Axes axes) {
    this("curves interval", DEFAULT_HEIGHT_PX, axes);
  }

  /**
   * Draws the grid.
   *
   * @param heightPx without the labels below
   */
  public Curves(String cssClass, int heightPx, Axes axes) {
    this.heightPx = heightPx;
    this.axes = axes;
    this.svg = Svg.drawing(cssClass, heightPx + LABELS_PX).open("g", "class", "grid");
    axes.upward().forEach(tick -> level(tick.at(), null));
    for (Tick tick : axes.sideways()) {
      String x = Svg.percent(tick.at());
      svg.leaf("line", "x1", x, "x2", x, "y1", 0, "y2", heightPx);
    }
    TickLabels.IN_A_PLOT.write(svg, TickLabels.IN_A_PLOT.chosen(axes.sideways()), heightPx + 17);
    svg.close();
  }

  /**
   * A horizontal line across the drawing.
   *
   * @param cssClass null for a line of the grid
   */
  public void level(double up, String cssClass) {
    double y = downPx(up);
    svg.leaf("line", "class", cssClass, "x1", 0, "x2", "100%", "y1", y, "y2", y);
  }

  /** Draws a curve with its intervals and glyphs, and adds it to the legend. */
  void curve(Curve curve) {
    ArmName name = curve.name();
    String dashes = dashes(name.dash());
    if (!curve.line().isEmpty()) {
      String path = curve.line()
          .stream()
          .map(axes::place)
          .map(point -> Svg.number(Svg.ACROSS / 100.0 * point.across()) + " " + Svg.number(downPx(point.up())))
          .collect(Collectors.joining("L", "M", ""));
      svg.open("svg", "class", name.mark().colour(), "viewBox", "0 0 " + Svg.ACROSS + " " + heightPx,
          "preserveAspectRatio", "none", "width", "100%", "height", heightPx);
      line(svg, path, dashes);
      svg.close();
    }
    keys.add(new Key(name, sample(name, dashes)));
    curve.marked().stream().filter(point -> point.value().hasInterval()).forEach(point -> whisker(name, point));
    curve.marked().stream().map(axes::place).forEach(point -> glyph(name, point));
  }

  /**
   * Draws step functions, each from the low end, and adds them to the legend. Coordinates are whole numbers, 1/1000 of
   * the width and 1/200 of the height, relative to the previous point: a page has many such curves of up to 100 steps.
   */
  public void stairs(List<Stairs> all) {
    svg.open("svg", "viewBox", "0 0 " + Svg.ACROSS + " " + STAIRS_UP, "preserveAspectRatio", "none", "y", TOP_PX,
        "width", "100%", "height", heightPx - TOP_PX);
    for (Stairs stairs : all) {
      String dashes = dashes(stairs.name().dash());
      svg.leaf("path", "class", "curve " + stairs.name().mark().colour(), "d", steps(stairs.jumps()),
          "stroke-dasharray", dashes.isEmpty() ? null : dashes);
      keys.add(new Key(stairs.name(), sample(stairs.name(), dashes)));
    }
    svg.close();
  }

  private static String steps(List<Place> jumps) {
    StringBuilder path = new StringBuilder();
    long x = Math.round(Svg.ACROSS / 100.0 * jumps.get(0).across());
    long drawn = 0;
    long up = 0;
    path.append('M').append(x).append(' ').append(STAIRS_UP);
    for (Place jump : jumps) {
      long nextX = Math.round(Svg.ACROSS / 100.0 * jump.across());
      if (nextX != x) {
        path.append('v').append(drawn - up).append('h').append(nextX - x);
        drawn = up;
        x = nextX;
      }
      up = Math.round(STAIRS_UP / 100.0 * jump.up());
    }
    return path.append('v').append(drawn - up).toString();
  }

  private static String dashes(int dash) {
    return DASHES.get(dash % DASHES.size());
  }

  private static Svg sample(ArmName name, String dashes) {
    Svg svg = Svg.inPage("class", name.mark().colour(), "width", 44, "height", 12, "aria-hidden", true);
    line(svg, "M0 6H30", dashes);
    svg.leaf("use", "class", "glyph", "href", "#" + name.mark().glyph(), "x", 31.5, "y", 0.5, "width", 11, "height",
        11);
    return svg.close();
  }

  private static void line(Svg svg, String path, String dashes) {
    svg.leaf("path", "class", "curve", "d", path, "stroke-dasharray", dashes.isEmpty() ? null : dashes);
  }

  private void glyph(ArmName name, Place at) {
    svg.leaf("use", "class", "glyph " + name.mark().colour(), "href", "#" + name.mark().glyph(), "x",
        Svg.percent(at.across()), "y", downPx(at.up()), "width", 11, "height", 11, "transform", "translate(-5.5 -5.5)");
  }

  /** Draws a vertical line over a point's interval. */
  private void whisker(ArmName name, Point point) {
    String x = Svg.percent(axes.across().at(point.across()));
    double lowPx = downPx(axes.values().at(point.value().low()));
    double highPx = downPx(axes.values().at(point.value().high()));
    svg.open("g", "class", name.mark().colour());
    svg.leaf("line", "class", "whisker", "x1", x, "x2", x, "y1", lowPx, "y2", highPx).close();
  }

  /** Draws a text with its own background, centred on a point. */
  public void word(String text, Place at) {
    svg.text("text", text, "class", "on", "x", Svg.percent(at.across()), "y", downPx(at.up()) + 4);
  }

  void ring(Mark mark) {
    Place at = axes.place(mark.across(), mark.value());
    svg.open("circle", "class", "ring " + mark.name().mark().colour(), "cx", Svg.percent(at.across()), "cy",
        downPx(at.up()), "r", 6);
    svg.text("title", mark.says()).close();
  }

  /** The finished drawing, with these curves and rings. */
  public CurvePlot plot(List<Curve> curves, List<Mark> marks) {
    curves.forEach(this::curve);
    marks.forEach(this::ring);
    return plot();
  }

  /** The finished drawing. Nothing can be added to it. */
  public CurvePlot plot() {
    return new CurvePlot(labels(), svg.close(), keys);
  }

  /** Labels of the horizontal grid lines: a separate drawing on the left, which does not stretch. */
  private Svg labels() {
    Svg labels = Svg.inPage("class", "tick-labels", "width", 64, "height", heightPx, "aria-hidden", true);
    for (Tick tick : axes.upward()) {
      labels.text("text", tick.label(), "x", 58, "y", downPx(tick.at()) + 4, "text-anchor", "end");
    }
    return labels.close();
  }

  private double downPx(double up) {
    return TOP_PX + (heightPx - TOP_PX) * (1 - up / 100);
  }
}
