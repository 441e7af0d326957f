package dev.coldstart.html;

import dev.coldstart.results.JmhResult;
import dev.coldstart.results.Manifest.FixtureFacts;
import java.util.IntSummaryStatistics;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The first call of each phase in a JVM that JMH has prepared. Another measurement than a launch: JMH's fork has loaded
 * classes that a bare child has not.
 */
record FirstTouch(FixtureFacts fixture, List<String> operations, List<Row> rows) {

  private static final String SINGLE_SHOT = "ss";

  /**
   * @param cells ms, in the operations' order; "n/a" where JMH did not measure it
   * @param forks how many JVMs gave each of them
   */
  record Row(ArmName name, List<String> cells, String forks) {}

  /** One for each fixture that has results. */
  static List<FirstTouch> of(RunView view) {
    return view.fixtures().stream()
        .map(fixture -> of(view, fixture, singleShots(view, fixture)))
        .filter(touch -> !touch.rows().isEmpty())
        .toList();
  }

  private static List<JmhResult> singleShots(RunView view, FixtureFacts fixture) {
    return view.jmh(fixture).stream().filter(result -> result.mode().equals(SINGLE_SHOT)).toList();
  }

  private static FirstTouch of(RunView view, FixtureFacts fixture, List<JmhResult> results) {
    Set<String> operations = new LinkedHashSet<>();
    Set<String> configurations = new LinkedHashSet<>();
    for (JmhResult result : results) {
      operations.add(view.operation(result));
      configurations.add(result.configuration());
    }
    List<Row> rows =
        configurations.stream()
            .map(id -> row(view, operations, id, results.stream().filter(r -> r.configuration().equals(id)).toList()))
            .toList();
    return new FirstTouch(fixture, List.copyOf(operations), rows);
  }

  private static Row row(RunView view, Set<String> operations, String configuration, List<JmhResult> results) {
    IntSummaryStatistics forks = results.stream().mapToInt(JmhResult::forks).summaryStatistics();
    return new Row(
        view.names().ofConfiguration(configuration),
        operations.stream().map(operation -> cell(view, results, operation)).toList(),
        forks.getMin() == forks.getMax() ? "" + forks.getMax() : forks.getMin() + "–" + forks.getMax());
  }

  private static String cell(RunView view, List<JmhResult> results, String operation) {
    return results.stream()
        .filter(result -> view.operation(result).equals(operation))
        .findFirst()
        .map(result -> Numbers.of(Numbers.msOfNs(result.scoreNs())))
        .orElse(Numbers.MISSING);
  }
}
