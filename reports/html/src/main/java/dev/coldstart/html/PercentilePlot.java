package dev.coldstart.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Percentile curves in the manner of HdrHistogram: each step to the right is a call ten times rarer. */
record PercentilePlot(Svg latencies, Svg curves, List<Key> keys) {

  private static final int HEIGHT_PX = 300;
  private static final int LABELS_PX = 24;
  private static final int TOP_PX = 8;

  /** A curve's own units from edge to edge, since a path cannot be given in percent; downwards they are px. */
  private static final double ACROSS = 1000;

  private static final List<String> DASHES = List.of("", "7 4", "2 4", "10 3 2 3");

  /** One entry of the legend. @param line a piece of the line as it is drawn */
  record Key(ArmName name, Svg line) {}

  /** Empty when no curve has a point. */
  static Optional<PercentilePlot> of(Map<ArmName, LatencyCurve> curves) {
    return LogAxis.covering(
            curves.values().stream().flatMap(c -> c.points().stream()).mapToDouble(LatencyCurve.Point::ns))
        .map(latency -> drawn(curves, latency));
  }

  private static PercentilePlot drawn(Map<ArmName, LatencyCurve> curves, LogAxis latency) {
    double rarest = curves.values().stream().mapToLong(LatencyCurve::count).max().orElse(1);
    LogAxis rarity = new LogAxis(1, Math.max(rarest, 10) * 1.1);
    Svg svg = Svg.drawing("curves", HEIGHT_PX + LABELS_PX);
    grid(svg, rarity, latency);
    List<Key> keys = new ArrayList<>();
    for (Map.Entry<ArmName, LatencyCurve> curve : curves.entrySet()) {
      ArmName name = curve.getKey();
      long sameRuntime = keys.stream().filter(key -> key.name().mark().equals(name.mark())).count();
      String dash = DASHES.get((int) sameRuntime % DASHES.size());
      curve(svg, name, dash, curve.getValue(), rarity, latency);
      keys.add(new Key(name, sample(name, dash)));
    }
    return new PercentilePlot(latencies(latency), svg.close(), keys);
  }

  private static void grid(Svg svg, LogAxis rarity, LogAxis latency) {
    svg.open("g", "class", "grid");
    for (double ns : latency.ticks()) {
      svg.leaf("line", "x1", 0, "x2", "100%", "y1", down(latency, ns), "y2", down(latency, ns));
    }
    for (double oneIn = 1; oneIn <= rarity.high(); oneIn *= 10) {
      String x = Svg.percent(rarity.at(oneIn));
      svg.leaf("line", "x1", x, "x2", x, "y1", 0, "y2", HEIGHT_PX);
      String anchor = oneIn == 1 ? "start" : rarity.at(oneIn) > 94 ? "end" : "middle";
      svg.text("text", percentile(oneIn), "x", x, "y", HEIGHT_PX + 17, "text-anchor", anchor);
    }
    svg.close();
  }

  /** {@code p99.9} for one call in a thousand. */
  private static String percentile(double oneIn) {
    int nines = (int) Math.round(Math.log10(oneIn));
    return switch (nines) {
      case 0 -> "fastest";
      case 1 -> "p90";
      case 2 -> "p99";
      default -> "p99." + "9".repeat(nines - 2);
    };
  }

  private static void curve(
      Svg svg, ArmName name, String dash, LatencyCurve curve, LogAxis rarity, LogAxis latency) {
    List<LatencyCurve.Point> points = curve.points();
    if (points.isEmpty()) {
      return;
    }
    String path =
        points.stream()
            .map(p -> Svg.number(ACROSS / 100 * rarity.at(p.oneIn())) + " " + Svg.number(down(latency, p.ns())))
            .collect(Collectors.joining("L", "M", ""));
    svg.open("svg", "class", name.mark().colour(), "viewBox", "0 0 " + Svg.number(ACROSS) + " " + HEIGHT_PX, "preserveAspectRatio", "none",
        "width", "100%", "height", HEIGHT_PX);
    svg.leaf("path", "class", "curve", "d", path, "stroke-dasharray", dash.isEmpty() ? null : dash).close();
    LatencyCurve.Point last = points.get(points.size() - 1);
    glyph(svg, name, Svg.percent(rarity.at(last.oneIn())), down(latency, last.ns()));
  }

  private static void glyph(Svg svg, ArmName name, String x, double y) {
    svg.leaf("use", "class", "glyph " + name.mark().colour(), "href", "#" + name.mark().glyph(),
        "x", x, "y", y, "width", 11, "height", 11, "transform", "translate(-5.5 -5.5)");
  }

  private static Svg sample(ArmName name, String dash) {
    Svg svg = new Svg().open("svg", "class", name.mark().colour(), "width", 44, "height", 12, "aria-hidden", true);
    svg.leaf("path", "class", "curve", "d", "M0 6H30", "stroke-dasharray", dash.isEmpty() ? null : dash);
    glyph(svg, name, "37", 6);
    return svg.close();
  }

  private static Svg latencies(LogAxis latency) {
    Svg svg = new Svg().open("svg", "class", "tick-labels", "width", 64, "height", HEIGHT_PX, "aria-hidden", true);
    for (double ns : latency.ticks()) {
      // A tick is a round value: "1 µs", not "1.00 µs".
      svg.text("text", Numbers.time(ns).replaceFirst("\\.0+\\b", ""), "x", 58, "y", down(latency, ns) + 4, "text-anchor", "end");
    }
    return svg.close();
  }

  private static double down(LogAxis latency, double ns) {
    return TOP_PX + (HEIGHT_PX - TOP_PX) * (1 - latency.at(ns) / 100);
  }
}
