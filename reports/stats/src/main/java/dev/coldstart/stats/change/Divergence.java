package dev.coldstart.stats.change;

/**
 * How different the values before and after a point are: the sample divergence Q of D. S. Matteson and N. A. James, "A
 * Nonparametric Approach for Multiple Change Point Analysis of Multivariate Data" (arXiv 1306.4933), equation 7 with
 * exponent 1. All pairs of values are added up once, so that each Q takes a few additions.
 */
final class Divergence {

  /** {@code sums[i][j]} is the sum of the distances between the first i and the first j values. */
  private final double[][] sums;

  /**
   * The point that divides a range best.
   *
   * @param from start of the range
   * @param at index of the first value after the change
   * @param end of the part that differs, which may be before the range ends
   */
  record Best(int from, int at, int end, double q) {}

  Divergence(double[] values) {
    sums = new double[values.length + 1][values.length + 1];
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < values.length; j++) {
        sums[i + 1][j + 1] = sums[i][j + 1] + sums[i + 1][j] - sums[i][j] + Math.abs(values[i] - values[j]);
      }
    }
  }

  /** Q of the values from {@code from} to before {@code at} and those from {@code at} to before {@code to}. */
  double q(int from, int at, int to) {
    double n = at - from;
    double m = to - at;
    double between = 2 / (n + m) * sum(from, at, at, to);
    double before = n < 2 ? 0 : m / ((n + m) * (n - 1)) * sum(from, at, from, at);
    double after = m < 2 ? 0 : n / ((n + m) * (m - 1)) * sum(at, to, at, to);
    return between - before - after;
  }

  /**
   * The best division of a range. The part after it may end before the range does, so that a second change does not
   * hide the first.
   *
   * @param least fewest values on either side
   * @return null if the range is too short
   */
  Best best(int from, int to, int least) {
    Best best = null;
    for (int at = from + least; at <= to - least; at++) {
      for (int end = at + least; end <= to; end++) {
        double q = q(from, at, end);
        if (best == null || q > best.q()) {
          best = new Best(from, at, end, q);
        }
      }
    }
    return best;
  }

  private double sum(int firstFrom, int firstTo, int secondFrom, int secondTo) {
    return sums[firstTo][secondTo] - sums[firstFrom][secondTo] - sums[firstTo][secondFrom]
        + sums[firstFrom][secondFrom];
  }
}
