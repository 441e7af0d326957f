package dev.coldstart.stats.estimate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Adjusts the p values of several tests so that the chance of any false rejection among them stays that of a single
 * test: in ascending order the i-th of m is multiplied by m - i + 1, and none falls below the one before it (S. Holm,
 * "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6(2), 1979). It assumes
 * nothing about how the tests depend on each other: the tests of one run share their baselines.
 */
public final class Holm {

  private Holm() {}

  /** In the order of the argument. A NaN stays NaN and does not count as a test. */
  public static double[] adjusted(double[] p) {
    double[] adjusted = new double[p.length];
    Arrays.fill(adjusted, Double.NaN);
    List<Integer> ascending = IntStream.range(0, p.length)
        .filter(i -> !Double.isNaN(p[i]))
        .boxed()
        .sorted(Comparator.comparingDouble(i -> p[i]))
        .toList();
    double largest = 0;
    for (int i = 0; i < ascending.size(); i++) {
      int test = ascending.get(i);
      largest = Math.max(largest, Math.min(1, p[test] * (ascending.size() - i)));
      adjusted[test] = largest;
    }
    return adjusted;
  }

  /** The factor for one p: the number of p values that are not smaller. */
  public static int step(double[] p, double one) {
    return (int) DoubleStream.of(p).filter(other -> other >= one).count();
  }
}
