package dev.coldstart.report.jmh;

import dev.coldstart.record.JmhResult;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.PhaseWords;
import dev.coldstart.report.text.Quantity;
import java.util.Comparator;
import java.util.IntSummaryStatistics;
import java.util.List;

/**
 * The first call of each phase in a JVM that JMH has prepared. This is not the same measurement as a launch: JMH's fork
 * has loaded classes that a bare child has not.
 */
public record FirstTouch(RunView view, FixtureFacts fixture, List<JmhResult> results) {

  private static final String SINGLE_SHOT = "ss";

  /** One per fixture that has results. */
  public static List<FirstTouch> of(RunView view) {
    return view.fixtures()
        .stream()
        .map(fixture -> new FirstTouch(view, fixture,
            view.jmh(fixture).stream().filter(result -> result.mode().equals(SINGLE_SHOT)).toList()))
        .filter(touch -> !touch.results().isEmpty())
        .toList();
  }

  List<String> phases() {
    return results.stream().map(JmhResult::phase).distinct().toList();
  }

  List<String> configurations() {
    return results.stream().map(JmhResult::configuration).distinct().toList();
  }

  /** The main finding, in words; empty if no fork gave a score. */
  public String found() {
    return results.stream()
        .filter(result -> Double.isFinite(result.scoreNs()))
        .max(Comparator.comparingDouble(JmhResult::scoreNs))
        .map(result -> (results.size() == 1 ? "The only first call measured is " : "The slowest first call is that of ")
            + PhaseWords.of(result.phase()) + " in " + view.names().ofConfiguration(result.configuration()).inSentence()
            + ": " + Quantity.time(result.scoreNs()) + ".")
        .orElse("");
  }

  /** The number of JVMs behind each of a configuration's times. */
  String forks(String configuration) {
    IntSummaryStatistics forks = results.stream()
        .filter(result -> result.configuration().equals(configuration))
        .mapToInt(JmhResult::forks)
        .summaryStatistics();
    return forks.getMin() == forks.getMax() ? "" + forks.getMax() : forks.getMin() + "–" + forks.getMax();
  }

  /** In ms; for a fused phase the phase that it is fused with, and "n/a" if JMH did not measure it. */
  String cell(String configuration, String phase) {
    String holder = view.fused(configuration).get(phase);
    return holder != null
        ? PhaseWords.in(holder)
        : results.stream()
            .filter(result -> result.configuration().equals(configuration) && result.phase().equals(phase))
            .findFirst()
            .map(result -> Format.number(result.scoreNs() / Format.NS_PER_MS))
            .orElse(Format.MISSING);
  }
}
