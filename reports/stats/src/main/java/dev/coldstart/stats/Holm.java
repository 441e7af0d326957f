package dev.coldstart.stats;

import java.util.Arrays;
import java.util.stream.DoubleStream;

/**
 * Adjusts the p of many tests so that the chance of any false rejection among them stays what it is for one: in
 * ascending order the i-th of m is multiplied by m - i + 1, and none falls below the one before (S. Holm, "A Simple
 * Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6(2), 1979). It asks nothing of
 * how the tests depend on each other: those of one run share their baselines.
 */
final class Holm {

  private Holm() {}

  /** In the order of the given ones. A NaN stays NaN and is no test. */
  static double[] adjusted(double[] p) {
    double[] adjusted = new double[p.length];
    Arrays.setAll(adjusted, i -> Double.isNaN(p[i]) ? Double.NaN : adjusted(p, p[i]));
    return adjusted;
  }

  /** The largest product among those that are not larger. */
  private static double adjusted(double[] p, double one) {
    double[] notLarger = DoubleStream.of(p).filter(other -> other <= one).toArray();
    return Math.min(1, DoubleStream.of(notLarger).map(other -> other * step(p, other)).max().orElse(one));
  }

  /** What p is multiplied with: how many are not smaller. */
  static int step(double[] p, double one) {
    return (int) DoubleStream.of(p).filter(other -> other >= one).count();
  }
}
