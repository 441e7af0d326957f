package dev.coldstart.validation.estimate;

import dev.coldstart.stats.estimate.Estimate;
import org.apache.commons.statistics.distribution.BetaDistribution;

/** How often something was observed. The interval shows how much a small number of comparisons leaves open. */
public record Proportion(int seen, int of) {

  public Proportion {
    if (seen < 0 || seen > of) {
      throw new IllegalArgumentException("seen=" + seen + " of=" + of);
    }
  }

  /** As a fraction of 1; NaN if {@code of} is 0. */
  public double value() {
    return of == 0 ? Double.NaN : (double) seen / of;
  }

  /**
   * With the exact 95 % interval of C. J. Clopper and E. S. Pearson, "The Use of Confidence or Fiducial Limits
   * Illustrated in the Case of the Binomial", Biometrika 26, 1934. Its coverage is at least 95 %, however few
   * comparisons there are.
   */
  public Estimate estimate() {
    if (of == 0) {
      return Estimate.NONE;
    }
    double low =
        seen == 0 ? 0 : BetaDistribution.of(seen, of - seen + 1).inverseCumulativeProbability(Estimate.ALPHA / 2);
    double high =
        seen == of ? 1 : BetaDistribution.of(seen + 1, of - seen).inverseCumulativeProbability(1 - Estimate.ALPHA / 2);
    return new Estimate(value(), low, high);
  }
}
