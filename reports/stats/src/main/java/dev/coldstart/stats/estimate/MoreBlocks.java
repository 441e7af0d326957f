package dev.coldstart.stats.estimate;

import dev.coldstart.stats.estimate.Verdict.Band;

/**
 * How many blocks a verdict still takes, if mean and spread of the log ratios, and the margin, stay what they are. The
 * nearer goal is that of the side on which the mean lies: clear of the margin, or within it. After n blocks the
 * interval's end falls short of the edge at distance d with probability b when n = ((t(a) + t(b)) sd / d)^2, t(x) being
 * what Student's t with n - 1 degrees of freedom exceeds with probability x (J. Cohen, "Statistical Power Analysis for
 * the Behavioral Sciences", 2nd ed. 1988, chapter 2).
 */
public final class MoreBlocks {

  /** Times the run's own blocks: what it takes beyond that, so short a run cannot tell, and nobody would wait for. */
  private static final int MOST_TIMES = 10;

  /** One run in five is still unsure after them. */
  private static final double SHORT = 0.2;

  /** It comes to a halt after a few. */
  private static final int ROUNDS = 20;

  private MoreBlocks() {}

  /**
   * @param logs the log ratios so far
   * @param holmStep what p is multiplied with, see {@link Holm#step}
   * @return at least 1; null when it would be more than ten times the run, or cannot be told
   */
  public static Integer of(StudentT logs, Band band, int holmStep) {
    double beyond = band.beyond(logs.mean());
    // Within, both ends must be; each gets half of what may fail.
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
