package dev.coldstart.validation.estimate;

import dev.coldstart.stats.estimate.Estimate;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * A requirement on the harness and the observation.
 *
 * @param bound as a fraction of 1
 */
public record ValidationBar(Kind kind, double bound, Proportion observed) {

  private static final double ROUNDING = 1e-9;

  public enum Kind {
    FALSE_POSITIVES,
    FOUND,
    COVERED;

    /** Whether the observation must be at most the bound; otherwise it must be at least the bound. */
    public boolean atMost() {
      return this == FALSE_POSITIVES;
    }
  }

  /** Whether the observation meets the bound. */
  public boolean met() {
    return kind.atMost() ? observed.value() <= bound : observed.value() >= bound;
  }

  /**
   * Whether its whole interval is on one side of the bound, so that more comparisons would hardly change the outcome.
   */
  public boolean decided() {
    Estimate interval = observed.estimate();
    return interval.high() <= bound || interval.low() >= bound;
  }

  /** The probability that a harness exactly at the bound misses it by chance in this many comparisons. */
  public double chanceToMiss() {
    BinomialDistribution at = BinomialDistribution.of(observed.of(), bound);
    double most = bound * observed.of();
    // A bound of 0.05 times 100 is not 5 in binary.
    return kind.atMost()
        ? at.survivalProbability((int) Math.floor(most + ROUNDING))
        : at.cumulativeProbability((int) Math.ceil(most - ROUNDING) - 1);
  }
}
