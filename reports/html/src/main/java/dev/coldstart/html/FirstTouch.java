package dev.coldstart.html;

import dev.coldstart.results.JmhResult;
import dev.coldstart.results.Manifest.FixtureFacts;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The first call of each phase in a JVM that JMH has prepared. Another measurement than a launch: JMH's fork has loaded
 * classes that a bare child has not.
 */
record FirstTouch(FixtureFacts fixture, List<String> operations, List<Row> rows) {

  private static final String SINGLE_SHOT = "ss";

  /** @param cells ms, in the operations' order; "n/a" where JMH did not measure it */
  record Row(ArmName name, List<String> cells) {}

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
            .map(c -> new Row(view.names().ofConfiguration(c), cells(view, results, operations, c)))
            .toList();
    return new FirstTouch(fixture, List.copyOf(operations), rows);
  }

  private static List<String> cells(
      RunView view, List<JmhResult> results, Set<String> operations, String configuration) {
    return operations.stream().map(operation -> cell(view, results, operation, configuration)).toList();
  }

  private static String cell(RunView view, List<JmhResult> results, String operation, String configuration) {
    return results.stream()
        .filter(r -> r.configuration().equals(configuration) && view.operation(r).equals(operation))
        .findFirst()
        .map(r -> Numbers.of(Numbers.msOfNs(r.scoreNs())) + " (" + Numbers.count(r.forks(), "fork", "forks") + ")")
        .orElse(Numbers.MISSING);
  }
}
