package dev.coldstart.stats.estimate;

import java.util.stream.DoubleStream;

/**
 * A12, the probability that a value of one sample is larger than one of another, with ties counted half: the
 * Mann-Whitney U divided by m n, 0.5 if neither tends to be larger (A. Vargha and H. D. Delaney, "A Critique and
 * Improvement of the CL Common Language Effect Size Statistics of McGraw and Wong", Journal of Educational and
 * Behavioral Statistics 25(2), 2000).
 */
public final class VarghaDelaney {

  private VarghaDelaney() {}

  /** NaN if either sample is empty. */
  public static double a12(double[] sample, double[] other) {
    if (sample.length == 0 || other.length == 0) {
      return Double.NaN;
    }
    double[] x = DoubleStream.of(sample).sorted().toArray();
    double[] y = DoubleStream.of(other).sorted().toArray();
    int below = 0;
    int upTo = 0;
    double larger = 0;
    // Both counts only grow with x, so one pass over the sorted values is enough.
    for (double value : x) {
      while (below < y.length && y[below] < value) {
        below++;
      }
      while (upTo < y.length && y[upTo] <= value) {
        upTo++;
      }
      larger += (below + upTo) / 2.0;
    }
    return larger / x.length / y.length;
  }
}
