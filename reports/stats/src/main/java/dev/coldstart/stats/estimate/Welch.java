package dev.coldstart.stats.estimate;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The difference of two means of independent values, which need not spread alike (B. L. Welch, "The Generalization of
 * Student's Problem when Several Different Population Variances are Involved", Biometrika 34, 1947).
 *
 * @param mean of the second less that of the first
 * @param error of it
 * @param freedom degrees of freedom
 */
public record Welch(double mean, double error, double freedom) {

  /** @param first and second: of at least 2 values each */
  public static Welch of(StudentT first, StudentT second) {
    double a = first.sd() * first.sd() / first.n();
    double b = second.sd() * second.sd() / second.n();
    double freedom = (a + b) * (a + b) / (a * a / (first.n() - 1) + b * b / (second.n() - 1));
    return new Welch(second.mean() - first.mean(), Math.sqrt(a + b), freedom);
  }

  /**
   * The same where both have one more error, of which no value tells.
   *
   * @param variance of the two together
   * @param ofFreedom degrees of freedom that it is known with
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

  /** Both tails of a difference that lies so far beyond a bound, and 1 when it does not. */
  public double p(double beyond) {
    if (beyond <= 0) {
      return 1;
    }
    return error == 0 ? 0 : Math.min(1, 2 * TDistribution.of(freedom).survivalProbability(beyond / error));
  }
}
