package dev.coldstart.validation.estimate;

import dev.coldstart.stats.estimate.Estimate;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/** What is asked of the harness, and what was seen. @param bound as a part of 1 */
public record ValidationBar(Kind kind, double bound, Proportion observed) {

  private static final double ROUNDING = 1e-9;

  /** What is counted. */
  public enum Kind {
    FALSE_POSITIVES,
    FOUND,
    COVERED;

    /** On which side of the bound it is to be. */
    public boolean atMost() {
      return this == FALSE_POSITIVES;
    }
  }

  /** Whether what was observed is on the bound's good side. */
  public boolean met() {
    return kind.atMost() ? observed.value() <= bound : observed.value() >= bound;
  }

  /** Whether its whole interval is on the same side, so that more comparisons would hardly say otherwise. */
  public boolean decided() {
    Estimate interval = observed.estimate();
    return interval.high() <= bound || interval.low() >= bound;
  }

  /** How likely a harness that is exactly at the bound is seen on the other side of it, in that many comparisons. */
  public double chanceToMiss() {
    BinomialDistribution at = BinomialDistribution.of(observed.of(), bound);
    double most = bound * observed.of();
    // A bound of 0.05 times 100 is not 5 in binary.
    return kind.atMost()
        ? at.survivalProbability((int) Math.floor(most + ROUNDING))
        : at.cumulativeProbability((int) Math.ceil(most - ROUNDING) - 1);
  }
}
