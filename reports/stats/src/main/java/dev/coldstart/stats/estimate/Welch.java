package dev.coldstart.stats.estimate;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The difference of two means of independent values, whose variances may differ (B. L. Welch, "The Generalization of
 * Student's Problem when Several Different Population Variances are Involved", Biometrika 34, 1947).
 *
 * @param mean the second mean minus the first
 * @param error standard error of the difference
 * @param freedom degrees of freedom
 */
public record Welch(double mean, double error, double freedom) {

  /** Both need at least 2 values. */
  public static Welch of(StudentT first, StudentT second) {
    double a = first.sd() * first.sd() / first.n();
    double b = second.sd() * second.sd() / second.n();
    double freedom = (a + b) * (a + b) / (a * a / (first.n() - 1) + b * b / (second.n() - 1));
    return new Welch(second.mean() - first.mean(), Math.sqrt(a + b), freedom);
  }

  /**
   * Adds an error of both means that the values themselves do not show.
   *
   * @param variance of the difference
   * @param ofFreedom degrees of freedom of that variance
   */
  public Welch with(double variance, double ofFreedom) {
    double own = error * error;
    double all = own + variance;
    return new Welch(mean, Math.sqrt(all), all * all / (own * own / freedom + variance * variance / ofFreedom));
  }

  /** The difference with the interval that misses the true one with probability alpha. */
  public Estimate interval(double alpha) {
    double halfWidth = error == 0 ? 0 : TDistribution.of(freedom).inverseSurvivalProbability(alpha / 2) * error;
    return new Estimate(mean, mean - halfWidth, mean + halfWidth);
  }

  /** Two-sided p of a difference that lies this far outside a bound; 1 if it lies inside. */
  public double p(double beyond) {
    if (beyond <= 0) {
      return 1;
    }
    return error == 0 ? 0 : Math.min(1, 2 * TDistribution.of(freedom).survivalProbability(beyond / error));
  }
}
