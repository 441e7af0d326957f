package dev.coldstart.report.jmh;

import dev.coldstart.record.Arm;
import dev.coldstart.record.JmhResult.Sample;
import dev.coldstart.record.JmhResult;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.chart.CurvePlot.Axes;
import dev.coldstart.report.chart.CurvePlot.Curve;
import dev.coldstart.report.chart.CurvePlot.Point;
import dev.coldstart.report.chart.CurvePlot;
import dev.coldstart.report.chart.Curves;
import dev.coldstart.report.chart.LogAxis;
import dev.coldstart.report.chart.Quantiles;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Percentiles;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * One operation of one fixture after warm-up, as JMH measured it.
 *
 * @param operation the benchmark's method
 * @param call whether it is the call itself, and not a step that prepares it
 * @param curves for the arms with samples from JMH
 * @param meansNs for the arms for which JMH measured only the average
 */
public record SteadyState(FixtureFacts fixture, String operation, boolean call, Map<ArmName, LatencyCurve> curves,
    Map<ArmName, Double> meansNs) {

  private static final String SAMPLED = "sample";
  private static final String AVERAGED = "avgt";
  private static final int HEIGHT_PX = 300;

  /** Its place: half of the calls take longer. */
  private static final double MEDIAN = 2;

  /** One per fixture and operation that has results, in the manifest's order. */
  public static List<SteadyState> of(RunView view) {
    return view.fixtures()
        .stream()
        .flatMap(fixture -> view.jmh(fixture)
            .stream()
            .filter(result -> result.mode().equals(SAMPLED) || result.mode().equals(AVERAGED))
            .collect(Collectors.groupingBy(view::operation, LinkedHashMap::new, Collectors.toList()))
            .entrySet()
            .stream()
            .map(of -> of(view, fixture, of.getKey(), of.getValue())))
        .toList();
  }

  private static SteadyState of(RunView view, FixtureFacts fixture, String operation, List<JmhResult> results) {
    Map<ArmName, LatencyCurve> curves = new LinkedHashMap<>();
    Map<ArmName, Double> meansNs = new LinkedHashMap<>();
    for (JmhResult result : results) {
      ArmName name = view.names().ofConfiguration(result.configuration());
      if (result.mode().equals(SAMPLED)) {
        curves.put(name, new LatencyCurve(result.samples()));
      } else {
        meansNs.put(name, result.scoreNs());
      }
    }
    String last = PhasesNs.NAMES.get(PhasesNs.NAMES.size() - 1);
    boolean call = results.stream().anyMatch(result -> result.phase().equals(last));
    return new SteadyState(fixture, operation, call, curves, meansNs);
  }

  /**
   * In words, the configurations that ran and of which JMH has no calls after warm-up, each with the run's own reason
   * if there is one.
   */
  public static List<String> leftOut(RunView view, List<SteadyState> states) {
    Set<ArmName> measured = states.stream().flatMap(state -> state.names().stream()).collect(Collectors.toSet());
    Manifest manifest = view.run().manifest();
    return view.arms()
        .filter(arm -> arm.ran() && !manifest.isIdle(arm))
        .map(Arm::configuration)
        .distinct()
        .filter(id -> !measured.contains(view.names().ofConfiguration(id)))
        .map(id -> manifest.notes()
            .stream()
            .filter(note -> note.startsWith(id + ": "))
            .findFirst()
            .map(note -> SafeText.brief(view.named(note)))
            .orElseGet(() -> view.names().ofConfiguration(id).inSentence() + ": not measured"))
        .toList();
  }

  Set<ArmName> names() {
    Set<ArmName> names = new LinkedHashSet<>(curves.keySet());
    names.addAll(meansNs.keySet());
    return names;
  }

  /** Without samples if JMH recorded none. */
  LatencyCurve curve(ArmName name) {
    return curves.getOrDefault(name, new LatencyCurve(List.of()));
  }

  /** The main finding, in words; empty without samples. */
  public String found() {
    return curves.keySet()
        .stream()
        .filter(name -> curves.get(name).count() > 0)
        .min(Comparator.comparingDouble(name -> curves.get(name).at(0.5)))
        .map(name -> "Lowest median: " + name.inSentence() + ", " + Quantity.time(curves.get(name).at(0.5))
            + " (with the time of reading the clock)" + longestTail() + ".")
        .orElse("");
  }

  /** Only for curves with enough samples. */
  private String longestTail() {
    return curves.keySet()
        .stream()
        .filter(name -> Percentiles.carriedBy(curves.get(name).count(), 99) && curves.get(name).at(0.5) > 0)
        .max(Comparator.comparingDouble(name -> tail(curves.get(name))))
        .map(name -> "; the 99th percentile furthest from its median: " + name.inSentence() + ", "
            + VerdictWords.times(tail(curves.get(name))) + " the median")
        .orElse("");
  }

  private static double tail(LatencyCurve curve) {
    return curve.at(0.99) / curve.at(0.5);
  }

  /**
   * Percentile curves like those of HdrHistogram: each step to the right is a call ten times rarer. Null if JMH
   * recorded no samples.
   */
  CurvePlot plot() {
    return LogAxis
        .covering(curves.values().stream().flatMap(c -> c.points().stream()).mapToDouble(at -> at.value().value()))
        .map(this::plot)
        .orElse(null);
  }

  private CurvePlot plot(LogAxis latency) {
    double rarest = curves.values().stream().mapToLong(LatencyCurve::count).max().orElse(1);
    LogAxis rarity = LogAxis.ofCounts(rarest);
    // Ticks are round values: "1 µs", not "1.00 µs".
    // The median last: it is labelled only if there is room beside p90.
    List<Double> ticks =
        Stream.concat(rarity.powersOfTen().stream().filter(oneIn -> oneIn > 1), Stream.of(MEDIAN)).toList();
    Axes axes = new Axes(rarity, rarity.named(ticks, SteadyState::percentile), latency,
        latency.named(ns -> Quantity.time(ns).replaceFirst("\\.0+\\b", "")));
    List<Curve> all = curves.entrySet().stream().map(of -> Curve.ending(of.getKey(), of.getValue().points())).toList();
    return new Curves("curves", HEIGHT_PX, axes).plot(all, List.of());
  }

  /** {@code p99.9} for one call in a thousand, {@code p50} for one in two. */
  private static String percentile(double oneIn) {
    int nines = (int) Math.round(Math.log10(oneIn));
    return switch (nines) {
      case 0 -> "p50";
      case 1 -> "p90";
      case 2 -> "p99";
      default -> "p99." + "9".repeat(nines - 2);
    };
  }

  /**
   * The distribution of JMH's samples, read from its slow end: the time of the slowest call among a number of calls.
   */
  static final class LatencyCurve {

    /** Points per factor of ten in 1/(1-p): looks smooth and takes a few kB per curve. */
    private static final int POINTS_PER_DECADE = 16;

    private final List<Sample> ascending;
    private final long count;

    LatencyCurve(List<Sample> samples) {
      ascending =
          samples.stream().filter(s -> s.count() > 0).sorted(Comparator.comparingLong(Sample::valueNs)).toList();
      count = ascending.stream().mapToLong(Sample::count).sum();
    }

    long count() {
      return count;
    }

    /** The smallest observed time that a fraction p of all calls does not exceed; NaN without samples. */
    double at(double p) {
      long rank = Math.max(1, (long) Math.ceil(p * count));
      long seen = 0;
      for (Sample sample : ascending) {
        seen += sample.count();
        if (seen >= rank) {
          return sample.valueNs();
        }
      }
      return Double.NaN;
    }

    /** The horizontal value is 1/(1-p): 10 at p90, 1,000 at p99.9. The last point is the slowest call. */
    List<Point> points() {
      return IntStream.rangeClosed(0, (int) Math.ceil(POINTS_PER_DECADE * Math.log10(count)))
          .mapToDouble(i -> Math.min(count, Math.pow(10, i / (double) POINTS_PER_DECADE)))
          .mapToObj(oneIn -> new Point(oneIn, Estimate.withoutInterval(at(1 - 1 / oneIn))))
          .toList();
    }

    /** In µs; "n too small" if there are too few samples. */
    String percentileUs(double percent) {
      return Percentiles.carriedBy(count, percent) ? Format.number(at(percent / 100) / 1e3) : Quantiles.TOO_FEW;
    }
  }
}
