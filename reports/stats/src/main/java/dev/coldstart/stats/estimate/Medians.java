package dev.coldstart.stats.estimate;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Median;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * The median and its distribution-free confidence interval between two order statistics.
 *
 * <p>The k-th smallest and the k-th largest of n values each miss the true median on their side with probability
 * {@code P(Bin(n, 1/2) < k)}, whatever the distribution. The chosen k is the largest for which both together stay
 * within 5 % (J.-Y. Le Boudec, "Performance Evaluation of Computer and Communication Systems", 2010, theorem 2.1; W. J.
 * Conover, "Practical Nonparametric Statistics", 3rd ed. 1999, section 3.2).
 */
public final class Medians {

  private static final Median MEDIAN = Median.withDefaults().withCopy(true);

  private Medians() {}

  /** NaN without values; without an interval below 6 values, whose range has less than 95 % coverage. */
  public static Estimate of(double[] values) {
    int n = values.length;
    int k = n == 0 ? 0 : BinomialDistribution.of(n, 0.5).inverseCumulativeProbability(Estimate.ALPHA / 2);
    if (k == 0) {
      return Estimate.withoutInterval(median(values));
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return new Estimate(median(sorted), sorted[k - 1], sorted[n - k]);
  }

  /**
   * The median of a resample of sorted values. Counts the draws instead of sorting them.
   *
   * @param drawn indices into the values, at least one
   */
  public static double ofSorted(double[] sorted, IntStream drawn) {
    int[] times = new int[sorted.length];
    drawn.forEach(at -> times[at]++);
    int n = IntStream.of(times).sum();
    int lower = at(times, (n - 1) / 2);
    return n % 2 == 1 ? sorted[lower] : (sorted[lower] + sorted[at(times, n / 2)]) / 2;
  }

  /** The index of the value at this place (from 0) when each value is repeated as often as it was drawn. */
  private static int at(int[] times, int place) {
    int at = 0;
    for (int before = times[0]; before <= place; before += times[at]) {
      at++;
    }
    return at;
  }

  /** The median without an interval; NaN without values. */
  public static double median(double[] values) {
    return MEDIAN.evaluate(values);
  }
}
