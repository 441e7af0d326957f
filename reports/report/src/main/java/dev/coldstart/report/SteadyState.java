package dev.coldstart.report;

import dev.coldstart.record.JmhResult;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.text.Format;
import dev.coldstart.stats.estimate.Percentiles;
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
record SteadyState(FixtureFacts fixture, String operation, boolean call, PercentilePlot plot, List<Row> rows,
    String found) {

  private static final String SAMPLED = "sample";
  private static final String AVERAGED = "avgt";

  /** Percentiles and the mean, in µs; "n/a" where JMH did not measure it. */
  record Row(ArmName name, String p50, String p90, String p99, String p999, String mean, String samples) {}

  /** One for each fixture and operation that has results, in the manifest's order. */
  static List<SteadyState> of(RunView view) {
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
}
