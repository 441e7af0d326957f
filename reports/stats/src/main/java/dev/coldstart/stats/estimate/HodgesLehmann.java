package dev.coldstart.stats.estimate;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The typical paired difference: the median of the Walsh averages (d[i] + d[j]) / 2 over all i <= j. A launch that was
 * late moves it little, and it keeps the unit (J. L. Hodges and E. L. Lehmann, "Estimates of Location Based on Rank
 * Tests", Annals of Mathematical Statistics 34(2), 1963). Its interval is what Wilcoxon's signed-rank test does not
 * reject: from the k-th least of the averages to the k-th largest (J. W. Tukey, 1949; M. Hollander and D. A. Wolfe,
 * "Nonparametric Statistical Methods", 2nd ed. 1999, section 3.3). It takes no seed, and asks of the differences only
 * that they scatter alike to both sides.
 *
 * <p>On 3,000 measured blocks, 4,000 draws of 10 to 100 blocks each: false positives 4.4 to 5.6 %, coverage 94.6 to
 * 95.7 %; 60 blocks see 5 % where the mean of the logarithms takes 82.
 *
 * <p>The n (n + 1) / 2 averages are never listed. With the differences sorted, those up to a bound are counted in one
 * pass from both ends (J. F. Monahan, "Algorithm 616: Fast Computation of the Hodges-Lehmann Location Estimator", ACM
 * Transactions on Mathematical Software 10(3), 1984); the bound is bisected, over doubles in their order, until it is
 * the very average. That takes n log n + 64 n steps and no memory but the sorted differences.
 */
public final class HodgesLehmann {

  /** The fewest values that carry an interval: five miss the truth on one side in 2 of 32 runs, whatever they are. */
  public static final int LEAST_VALUES = 6;

  /** Up to so many values, the signed-rank sum's distribution is counted out; beyond, it is normal to the last rank. */
  private static final int MOST_EXACT = 60;

  private HodgesLehmann() {}

  /** NaN of no differences; without an interval when there are fewer than {@link #LEAST_VALUES}. */
  public static Estimate of(double[] differences) {
    int n = differences.length;
    double[] sorted = differences.clone();
    Arrays.sort(sorted);
    if (n < LEAST_VALUES) {
      return Estimate.withoutInterval(shift(sorted));
    }
    long k = outermost(n);
    return new Estimate(shift(sorted), sum(sorted, k) / 2, sum(sorted, sums(n) + 1 - k) / 2);
  }

  /**
   * How many times as long an arm takes as another. Ratios are averaged as logarithms, so that arm / other and other /
   * arm agree (Fleming and Wallace, CACM 29(3), 1986).
   *
   * @param logRatios one a block
   */
  public static Estimate ratioOf(double[] logRatios) {
    return of(logRatios).map(Math::exp);
  }

  /** Walsh averages of n values. */
  private static long sums(long n) {
    return n * (n + 1) / 2;
  }

  /** The largest k for which the k-th least and the k-th largest average miss the truth in 5 % of the runs at most. */
  static long outermost(int n) {
    if (n > MOST_EXACT) {
      double sd = Math.sqrt(n * (n + 1.0) * (2 * n + 1) / 24);
      double quantile = NormalDistribution.of(0, 1).inverseCumulativeProbability(Estimate.ALPHA / 2);
      return Math.round(sums(n) / 2.0 + quantile * sd);
    }
    // The chance of each rank sum: each rank is in it or not.
    double[] chance = new double[(int) sums(n) + 1];
    chance[0] = 1;
    for (int rank = 1; rank <= n; rank++) {
      for (int sum = chance.length - 1; sum >= 0; sum--) {
        chance[sum] = (chance[sum] + (sum >= rank ? chance[sum - rank] : 0)) / 2;
      }
    }
    int k = 0;
    for (double below = chance[0]; below <= Estimate.ALPHA / 2; below += chance[k]) {
      k++;
    }
    return k;
  }

  private static double shift(double[] sorted) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    long sums = sums(sorted.length);
    double low = sum(sorted, (sums + 1) / 2);
    double high = sums % 2 == 1 ? low : sum(sorted, sums / 2 + 1);
    // No negative zero, which the bisection may end at.
    return (low / 2 + high / 2) / 2 + 0.0;
  }

  /** The k-th least of the sums of two, each also with itself; k counts from 1. */
  private static double sum(double[] sorted, long k) {
    long low = ordered(2 * sorted[0]);
    long high = ordered(2 * sorted[sorted.length - 1]);
    while (low < high) {
      // Rounds down, also where both are negative or the sum of both would overflow.
      long middle = (low & high) + ((low ^ high) >> 1);
      if (upTo(sorted, fromOrdered(middle)) >= k) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return fromOrdered(low);
  }

  /**
   * How many sums are not larger. A sum, rounded too, never falls when one of the two grows: the end only moves down.
   */
  private static long upTo(double[] sorted, double bound) {
    long count = 0;
    int end = sorted.length;
    for (int i = 0; i < end; i++) {
      while (end > i && sorted[i] + sorted[end - 1] > bound) {
        end--;
      }
      count += end - i;
    }
    return count;
  }

  /** Numbers the doubles in their order: of negative ones, all bits but the sign run the other way. */
  private static long ordered(double value) {
    long bits = Double.doubleToLongBits(value);
    return bits ^ (bits >> 63 & Long.MAX_VALUE);
  }

  private static double fromOrdered(long number) {
    return Double.longBitsToDouble(number ^ (number >> 63 & Long.MAX_VALUE));
  }
}
