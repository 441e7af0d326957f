package dev.coldstart.stats;

import java.util.Arrays;

/**
 * The median and its distribution-free confidence interval between two order statistics.
 *
 * <p>The k-th least and the k-th largest of n values miss the true median on their side with probability P(Bin(n, 1/2)
 * < k) each, whatever the distribution; k is the largest for which both together stay within 5 % (J.-Y. Le Boudec,
 * "Performance Evaluation of Computer and Communication Systems", 2010, theorem 2.1; W. J. Conover, "Practical
 * Nonparametric Statistics", 3rd ed. 1999, section 3.2).
 */
public final class Medians {

  private static final double ALPHA = 0.05;

  private Medians() {}

  /** NaN of no values; without an interval below 6 values, where even the sample's range is not 95 % sure. */
  public static Estimate of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    if (n == 0) {
      return Estimate.NONE;
    }
    double median = (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    int k = rank(n);
    return k == 0 ? new Estimate(median, Double.NaN, Double.NaN) : new Estimate(median, sorted[k - 1], sorted[n - k]);
  }

  /** The k of the class comment, counted from 1; 0 when there is none. */
  static int rank(int n) {
    // ln P(Bin(n, 1/2) = i): as a logarithm, for 2^-n is 0 in a double from n = 1,075 on.
    double logChance = -n * Math.log(2);
    double below = 0;
    int k = 0;
    while (k < n / 2) {
      below += Math.exp(logChance);
      if (below > ALPHA / 2) {
        return k;
      }
      logChance += Math.log((double) (n - k) / (k + 1));
      k++;
    }
    return k;
  }
}
