package dev.coldstart.stats.estimate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * Adjusts the p of many tests so that the chance of any false rejection among them stays what it is for one: in
 * ascending order the i-th of m is multiplied by m - i + 1, and none falls below the one before (S. Holm, "A Simple
 * Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6(2), 1979). It asks nothing of
 * how the tests depend on each other: those of one run share their baselines.
 */
public final class Holm {

  private Holm() {}

  /** In the order of the given ones. A NaN stays NaN and is no test. */
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

  /** What p is multiplied by: how many are not smaller. */
  public static int step(double[] p, double one) {
    return (int) DoubleStream.of(p).filter(other -> other >= one).count();
  }
}
