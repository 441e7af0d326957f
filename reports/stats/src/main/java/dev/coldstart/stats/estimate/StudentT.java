package dev.coldstart.stats.estimate;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.StandardDeviation;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean of paired values after Student ("The Probable Error of a Mean", Biometrika 6(1), 1908). Pairs of one
 * distribution differ symmetrically, whatever its skew, so it holds for few blocks too, and far out where a bootstrap
 * has no resamples left.
 *
 * @param sd of the values, with n - 1
 */
public record StudentT(int n, double mean, double sd) {

  public static StudentT of(double[] values) {
    return new StudentT(values.length, Mean.of(values).getAsDouble(), StandardDeviation.of(values).getAsDouble());
  }

  /** Half the width of the interval that misses the true mean with probability alpha; NaN of fewer than 2 values. */
  public double halfWidth(double alpha) {
    return n < 2 ? Double.NaN : quantile(n, alpha / 2) * error();
  }

  /** Both tails of a mean that lies so far beyond a bound, and 1 when it does not; NaN of fewer than 2 values. */
  public double p(double beyond) {
    if (n < 2 || Double.isNaN(beyond)) {
      return Double.NaN;
    }
    // Values that are all the same give 0 / 0 on the bound itself.
    return beyond <= 0 ? 1 : Math.min(1, 2 * TDistribution.of(n - 1.0).survivalProbability(beyond / error()));
  }

  private double error() {
    return sd / Math.sqrt(n);
  }

  /** The t that is exceeded with probability tail. */
  static double quantile(double n, double tail) {
    return TDistribution.of(n - 1).inverseSurvivalProbability(tail);
  }
}
