package dev.coldstart.stats.estimate;

import java.util.Arrays;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.distribution.BinomialDistribution;

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
  private static final Median MEDIAN = Median.withDefaults().withCopy(true);

  private Medians() {}

  /** NaN of no values; without an interval below 6 values, where even the sample's range is not 95 % sure. */
  public static Estimate of(double[] values) {
    int n = values.length;
    int k = n == 0 ? 0 : BinomialDistribution.of(n, 0.5).inverseCumulativeProbability(ALPHA / 2);
    if (k == 0) {
      return Estimate.withoutInterval(median(values));
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Estimate(median(sorted), sorted[k - 1], sorted[n - k]);
  }

  /** The median alone; NaN of no values. */
  public static double median(double[] values) {
    return MEDIAN.evaluate(values);
  }
}
