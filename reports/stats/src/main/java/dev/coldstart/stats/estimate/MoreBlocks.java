package dev.coldstart.stats.estimate;

import dev.coldstart.stats.estimate.Verdict.Band;

/**
 * The number of additional blocks that a verdict needs if the margin and the mean and spread of the log ratios stay as
 * they are. The target is a verdict of faster or slower if the mean is outside the margin, and equivalence if it is
 * inside. After n blocks the interval's end misses the edge at distance d with probability b when n = ((t(a) + t(b)) sd
 * / d)^2. Here t(x) is the value that Student's t with n - 1 degrees of freedom exceeds with probability x (J. Cohen,
 * "Statistical Power Analysis for the Behavioral Sciences", 2nd ed. 1988, chapter 2).
 */
public final class MoreBlocks {

  /** As a multiple of the run's own blocks. A short run cannot predict more than that, and nobody would wait for it. */
  private static final int MOST_TIMES = 10;

  /** The probability that the verdict is still inconclusive after these blocks. */
  private static final double SHORT = 0.2;

  /** The iteration converges after a few rounds. */
  private static final int ROUNDS = 20;

  private MoreBlocks() {}

  /**
   * @param logs the log ratios so far
   * @param holmStep the factor that p is multiplied by, see {@link Holm#step}
   * @return at least 1; null if it is more than ten times the run's blocks or cannot be estimated
   */
  public static Integer of(StudentT logs, Band band, int holmStep) {
    double beyond = band.beyond(logs.mean());
    // For equivalence both ends must lie within the margin: each gets half of the probability of a miss.
    double needed = beyond > 0
        ? needed(logs, beyond, Estimate.ALPHA / 2 / holmStep, SHORT)
        : needed(logs, -beyond, Estimate.ALPHA / 2, SHORT / 2);
    double more = Math.max(1, Math.ceil(needed) - logs.n());
    return more <= MOST_TIMES * logs.n() ? Integer.valueOf((int) more) : null;
  }

  private static double needed(StudentT logs, double distance, double tail, double missed) {
    double n = logs.n();
    for (int round = 0; round < ROUNDS; round++) {
      double t = StudentT.quantile(Math.max(2, n), tail) + StudentT.quantile(Math.max(2, n), missed);
      n = Math.pow(t * logs.sd() / distance, 2);
      if (!(n < 2.0 * MOST_TIMES * logs.n())) {
        return Double.POSITIVE_INFINITY;
      }
    }
    return n;
  }
}
