package dev.coldstart.report;

import dev.coldstart.record.text.Format;
import dev.coldstart.report.Curves.Key;
import dev.coldstart.report.Curves.Point;
import dev.coldstart.report.Curves.Tick;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Percentile curves in the manner of HdrHistogram: each step to the right is a call ten times rarer. */
record PercentilePlot(Svg latencies, Svg curves, List<Key> keys) {

  private static final int HEIGHT_PX = 300;

  /** Empty when no curve has a point. */
  static Optional<PercentilePlot> of(Map<ArmName, LatencyCurve> curves) {
    return LogAxis
        .covering(curves.values().stream().flatMap(c -> c.points().stream()).mapToDouble(LatencyCurve.Point::ns))
        .map(latency -> drawn(curves, latency));
  }

  private static PercentilePlot drawn(Map<ArmName, LatencyCurve> curves, LogAxis latency) {
    double rarest = curves.values().stream().mapToLong(LatencyCurve::count).max().orElse(1);
    LogAxis rarity = new LogAxis(1, Math.max(rarest, 10) * 1.1);
    Curves drawing = new Curves("curves", HEIGHT_PX);
    List<Tick> latencies = latencies(latency);
    drawing.grid(latencies, percentiles(rarity));
    for (Map.Entry<ArmName, LatencyCurve> curve : curves.entrySet()) {
      ArmName name = curve.getKey();
      List<Point> points = curve.getValue()
          .points()
          .stream()
          .map(point -> new Point(rarity.at(point.oneIn()), latency.at(point.ns())))
          .toList();
      drawing.curve(name, name.dash(), points);
      if (!points.isEmpty()) {
        drawing.glyph(name, points.get(points.size() - 1));
      }
    }
    return new PercentilePlot(drawing.labels(latencies), drawing.close(), drawing.keys());
  }

  private static List<Tick> latencies(LogAxis latency) {
    // A tick is a round value: "1 µs", not "1.00 µs".
    return latency.ticks()
        .stream()
        .map(ns -> new Tick(latency.at(ns), Format.time(ns).replaceFirst("\\.0+\\b", "")))
        .toList();
  }

  private static List<Tick> percentiles(LogAxis rarity) {
    List<Tick> ticks = new ArrayList<>();
    for (double oneIn = 1; oneIn <= rarity.high(); oneIn *= 10) {
      ticks.add(new Tick(rarity.at(oneIn), percentile(oneIn)));
    }
    return ticks;
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
}
