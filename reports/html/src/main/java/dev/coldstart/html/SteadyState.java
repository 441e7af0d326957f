package dev.coldstart.html;

import dev.coldstart.results.JmhResult;
import dev.coldstart.results.Manifest.FixtureFacts;
import dev.coldstart.results.PhasesNs;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * One operation of one fixture after warm-up, as JMH measured it.
 *
 * @param operation the benchmark's method
 * @param call whether it is the call itself, and not a step that prepares for it
 * @param plot null when JMH recorded no samples
 */
record SteadyState(FixtureFacts fixture, String operation, boolean call, PercentilePlot plot, List<Row> rows) {

  private static final String SAMPLED = "sample";
  private static final String AVERAGED = "avgt";

  /** Percentiles and the mean, in µs; "n/a" where JMH did not measure it. */
  record Row(ArmName name, String p50, String p90, String p99, String p999, String mean, String samples) {}

  /** One for each fixture and operation that has results, in the manifest's order. */
  static List<SteadyState> of(RunView view) {
    return view.fixtures().stream()
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
    List<Row> rows =
        names.stream()
            .map(name -> row(name, curves.getOrDefault(name, none), means.getOrDefault(name, Double.NaN)))
            .toList();
    PercentilePlot plot = PercentilePlot.of(curves).orElse(null);
    return new SteadyState(fixture, operation, isCall(view, fixture, operation), plot, rows);
  }

  private static boolean isCall(RunView view, FixtureFacts fixture, String operation) {
    String last = PhasesNs.NAMES.get(PhasesNs.NAMES.size() - 1);
    return view.jmh(fixture).stream()
        .anyMatch(result -> view.operation(result).equals(operation) && result.phase().equals(last));
  }

  private static Row row(ArmName name, LatencyCurve curve, double meanNs) {
    return new Row(
        name,
        curve.percentileUs(50),
        curve.percentileUs(90),
        curve.percentileUs(99),
        curve.percentileUs(99.9),
        Numbers.of(meanNs / 1e3),
        curve.count() == 0 ? Numbers.MISSING : Long.toString(curve.count()));
  }
}
