package dev.coldstart.report.jmh;

import dev.coldstart.record.JmhResult;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.PhaseWords;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;

/**
 * The first call of each phase in a JVM that JMH has prepared. Another measurement than a launch: JMH's fork has loaded
 * classes that a bare child has not.
 *
 * @param found what to see, in words; empty where no fork gave a score
 */
public record FirstTouch(FixtureFacts fixture, List<String> phases, List<Row> rows, String found) {

  private static final String SINGLE_SHOT = "ss";

  /**
   * @param cells ms, in the phases' order; for a fused phase the one that holds it, "n/a" where JMH did not measure it
   * @param forks how many JVMs gave each of them
   */
  record Row(ArmName name, List<String> cells, String forks) {}

  /** One for each fixture that has results. */
  public static List<FirstTouch> of(RunView view) {
    return view.fixtures()
        .stream()
        .map(fixture -> of(view, fixture, singleShots(view, fixture)))
        .filter(touch -> !touch.rows().isEmpty())
        .toList();
  }

  private static List<JmhResult> singleShots(RunView view, FixtureFacts fixture) {
    return view.jmh(fixture).stream().filter(result -> result.mode().equals(SINGLE_SHOT)).toList();
  }

  private static FirstTouch of(RunView view, FixtureFacts fixture, List<JmhResult> results) {
    List<String> phases = results.stream().map(JmhResult::phase).distinct().toList();
    List<Row> rows = results.stream()
        .map(JmhResult::configuration)
        .distinct()
        .map(id -> row(view, phases, id, results.stream().filter(r -> r.configuration().equals(id)).toList()))
        .toList();
    return new FirstTouch(fixture, phases.stream().map(PhaseWords::of).toList(), rows, found(view, results));
  }

  private static String found(RunView view, List<JmhResult> results) {
    return results.stream()
        .filter(result -> Double.isFinite(result.scoreNs()))
        .max(Comparator.comparingDouble(JmhResult::scoreNs))
        .map(result -> "Look at " + PhaseWords.of(result.phase()) + " of "
            + view.names().ofConfiguration(result.configuration()).text() + ": " + Format.time(result.scoreNs())
            + (results.size() == 1 ? "." : ", and no first call here takes longer."))
        .orElse("");
  }

  private static Row row(RunView view, List<String> phases, String configuration, List<JmhResult> results) {
    IntSummaryStatistics forks = results.stream().mapToInt(JmhResult::forks).summaryStatistics();
    return new Row(view.names().ofConfiguration(configuration),
        phases.stream().map(phase -> cell(view, phase, configuration, results)).toList(),
        forks.getMin() == forks.getMax() ? "" + forks.getMax() : forks.getMin() + "–" + forks.getMax());
  }

  private static String cell(RunView view, String phase, String configuration, List<JmhResult> results) {
    String holder = view.fused(configuration).get(phase);
    if (holder != null) {
      return PhaseWords.in(holder);
    }
    return results.stream()
        .filter(result -> result.phase().equals(phase))
        .findFirst()
        .map(result -> Format.number(result.scoreNs() / Format.NS_PER_MS))
        .orElse(Format.MISSING);
  }
}
