package dev.coldstart.report.jmh;

import dev.coldstart.record.JmhResult;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.chart.Curves;
import dev.coldstart.report.chart.Curves.Key;
import dev.coldstart.report.chart.Curves.Point;
import dev.coldstart.report.chart.Curves.Tick;
import dev.coldstart.report.chart.LogAxis;
import dev.coldstart.report.chart.Svg;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.estimate.Percentiles;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One operation of one fixture after warm-up, as JMH measured it.
 *
 * @param operation the benchmark's method
 * @param call whether it is the call itself, and not a step that prepares for it
 * @param plot null when JMH recorded no samples
 * @param found what to see, in words; empty without samples
 */
public record SteadyState(FixtureFacts fixture, String operation, boolean call, PercentilePlot plot, List<Row> rows,
    String found) {

  private static final String SAMPLED = "sample";
  private static final String AVERAGED = "avgt";

  /** Percentiles and the mean, in µs; "n/a" where JMH did not measure it. */
  record Row(ArmName name, String p50, String p90, String p99, String p999, String mean, String samples) {}

  /** One for each fixture and operation that has results, in the manifest's order. */
  public static List<SteadyState> of(RunView view) {
    return view.fixtures()
        .stream()
        .flatMap(fixture -> operations(view, fixture).stream().map(operation -> of(view, fixture, operation)))
        .toList();
  }

  private static Set<String> operations(RunView view, FixtureFacts fixture) {
    Set<String> operations = new LinkedHashSet<>();
    view.jmh(fixture).stream().filter(steady()).forEach(result -> operations.add(view.operation(result)));
    return operations;
  }

  private static Predicate<JmhResult> steady() {
    return result -> result.mode().equals(SAMPLED) || result.mode().equals(AVERAGED);
  }

  private static SteadyState of(RunView view, FixtureFacts fixture, String operation) {
    Map<ArmName, LatencyCurve> curves = new LinkedHashMap<>();
    Map<ArmName, Double> means = new LinkedHashMap<>();
    for (JmhResult result : view.jmh(fixture)) {
      if (view.operation(result).equals(operation) && result.mode().equals(SAMPLED)) {
        curves.put(view.names().ofConfiguration(result.configuration()), new LatencyCurve(result.samples()));
      }
      if (view.operation(result).equals(operation) && result.mode().equals(AVERAGED)) {
        means.put(view.names().ofConfiguration(result.configuration()), result.scoreNs());
      }
    }
    Set<ArmName> names = new LinkedHashSet<>(curves.keySet());
    names.addAll(means.keySet());
    LatencyCurve none = new LatencyCurve(List.of());
    List<Row> rows = names.stream()
        .map(name -> row(name, curves.getOrDefault(name, none), means.getOrDefault(name, Double.NaN)))
        .toList();
    PercentilePlot plot = PercentilePlot.of(curves).orElse(null);
    return new SteadyState(fixture, operation, isCall(view, fixture, operation), plot, rows, found(curves));
  }

  private static String found(Map<ArmName, LatencyCurve> curves) {
    Optional<ArmName> quickest = curves.keySet()
        .stream()
        .filter(name -> curves.get(name).count() > 0)
        .min(Comparator.comparingDouble(name -> curves.get(name).at(0.5)));
    return quickest.map(name -> "Half of the calls of " + name.text() + " take at most "
        + Format.time(curves.get(name).at(0.5)) + longestTail(curves) + ".").orElse("");
  }

  /** Of those whose samples carry it. */
  private static String longestTail(Map<ArmName, LatencyCurve> curves) {
    return curves.keySet()
        .stream()
        .filter(name -> Percentiles.carriedBy(curves.get(name).count(), 99) && curves.get(name).at(0.5) > 0)
        .max(Comparator.comparingDouble(name -> tail(curves.get(name))))
        .map(name -> "; 99 of 100 calls of " + name.text() + " take at most "
            + VerdictWords.times(tail(curves.get(name))) + " its median")
        .orElse("");
  }

  private static double tail(LatencyCurve curve) {
    return curve.at(0.99) / curve.at(0.5);
  }

  private static boolean isCall(RunView view, FixtureFacts fixture, String operation) {
    String last = PhasesNs.NAMES.get(PhasesNs.NAMES.size() - 1);
    return view.jmh(fixture)
        .stream()
        .anyMatch(result -> view.operation(result).equals(operation) && result.phase().equals(last));
  }

  private static Row row(ArmName name, LatencyCurve curve, double meanNs) {
    return new Row(name, curve.percentileUs(50), curve.percentileUs(90), curve.percentileUs(99),
        curve.percentileUs(99.9), Format.number(meanNs / 1e3),
        curve.count() == 0 ? Format.MISSING : Long.toString(curve.count()));
  }

  /** Percentile curves in the manner of HdrHistogram: each step to the right is a call ten times rarer. */
  record PercentilePlot(Svg latencies, Svg curves, List<Key> keys) {

    private static final int HEIGHT_PX = 300;

    /** Empty when no curve has a point. */
    public static Optional<PercentilePlot> of(Map<ArmName, LatencyCurve> curves) {
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
}
