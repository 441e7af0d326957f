package dev.coldstart.stats.estimate;

import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The difference of two means of independent values, which need not spread alike (B. L. Welch, "The Generalization of
 * Student's Problem when Several Different Population Variances are Involved", Biometrika 34, 1947).
 *
 * @param mean of the second less that of the first
 * @param error of it
 * @param resampledError the error that resampling shows: each variance is then the one without n - 1
 * @param freedom degrees of freedom
 */
public record Welch(double mean, double error, double resampledError, double freedom) {

  /** @param first and second: at least 2 values each */
  public static Welch of(double[] first, double[] second) {
    double a = Variance.of(first).getAsDouble() / first.length;
    double b = Variance.of(second).getAsDouble() / second.length;
    double freedom = (a + b) * (a + b) / (a * a / (first.length - 1) + b * b / (second.length - 1));
    double resampled = a * (first.length - 1) / first.length + b * (second.length - 1) / second.length;
    return new Welch(Mean.of(second).getAsDouble() - Mean.of(first).getAsDouble(), Math.sqrt(a + b),
        Math.sqrt(resampled), freedom);
  }

  /** Half the width of the interval that misses the true difference with probability alpha; NaN without spread. */
  public double halfWidth(double alpha) {
    return error == 0 ? Double.NaN : TDistribution.of(freedom).inverseSurvivalProbability(alpha / 2) * error;
  }

  /** The tail of the resamples beyond which Welch's interval ends, were they normal. */
  double expandedTail(double alpha) {
    // Values that are all the same have no spread: any tail of theirs is the same.
    return resampledError == 0
        ? alpha / 2
        : NormalDistribution.of(0, 1).cumulativeProbability(-halfWidth(alpha) / resampledError);
  }

  /** Both tails of a difference that lies so far beyond a bound, and 1 when it does not. */
  public double p(double beyond) {
    if (beyond <= 0) {
      return 1;
    }
    return error == 0 ? 0 : Math.min(1, 2 * TDistribution.of(freedom).survivalProbability(beyond / error));
  }
}
