package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Verdict;
import java.util.Map;

/**
 * What is said of one arm and one fixture.
 *
 * @param n launches that count
 * @param invalid launches that do not, by a rule that does not look at times
 * @param firstResponseMs median with its interval
 * @param comparison with its baseline
 * @param phasesMs median of each phase by name, in order; a phase that is fused is absent
 * @param counters what its launches needed
 */
public record ArmSummary(Arm arm, int n, int invalid, Estimate firstResponseMs, Comparison comparison,
    Map<String, Double> phasesMs, CounterMedians counters) {

  /** To the baseline, see {@link Comparison#ratio()}. */
  public Estimate ratio() {
    return comparison.ratio();
  }

  /** See {@link Comparison#verdict()}. */
  public Verdict verdict() {
    return comparison.verdict();
  }
}
