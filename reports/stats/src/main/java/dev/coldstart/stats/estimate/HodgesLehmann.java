package dev.coldstart.stats.estimate;

import java.util.Arrays;

/**
 * The typical paired difference: the median of the Walsh averages (d[i] + d[j]) / 2 over all i <= j. A launch that was
 * late moves it little, and it keeps the unit (J. L. Hodges and E. L. Lehmann, "Estimates of Location Based on Rank
 * Tests", Annals of Mathematical Statistics 34(2), 1963).
 *
 * <p>The n (n + 1) / 2 averages are never listed. With the differences sorted, those up to a bound are counted in one
 * pass from both ends (J. F. Monahan, "Algorithm 616: Fast Computation of the Hodges-Lehmann Location Estimator", ACM
 * Transactions on Mathematical Software 10(3), 1984); the bound is bisected, over doubles in their order, until it is
 * the very average. That takes n log n + 64 n steps and no memory but the sorted differences.
 */
public final class HodgesLehmann {

  private HodgesLehmann() {}

  /** NaN of no differences. */
  public static double shift(double[] differences) {
    long n = differences.length;
    if (n == 0) {
      return Double.NaN;
    }
    double[] sorted = differences.clone();
    Arrays.sort(sorted);
    long sums = n * (n + 1) / 2;
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
