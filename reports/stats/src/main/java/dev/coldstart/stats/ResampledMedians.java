package dev.coldstart.stats;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Bootstraps a sum of medians of samples that are independent of each other.
 *
 * <p>A resample of n values is n uniform draws of a place in the sorted sample, and its median is the value at their
 * middle ones. The m-th least of n uniform draws is Beta(m, n + 1 - m) distributed (H. A. David, H. N. Nagaraja, "Order
 * Statistics", 3rd ed. 2003, section 2.3), so it is drawn as such, at once: the same distribution as by drawing n
 * values and sorting them, in a time that does not depend on n.
 */
final class ResampledMedians {

  private static final int RESAMPLES = 2_000;

  private final RandomGenerator random;

  private ResampledMedians(long seed) {
    this.random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /**
   * The interval of a sum of medians, each with its weight: the expanded percentile interval, as of {@link Bootstrap},
   * with the tail of the smallest sample.
   *
   * @param sorted the samples, each ascending and with a value
   * @return {@code value} without an interval when a sample has fewer than {@link Bootstrap#MIN_VALUES} values
   */
  static Estimate combined(List<double[]> sorted, double[] weights, double value, long seed) {
    int fewest = sorted.stream().mapToInt(sample -> sample.length).min().orElse(0);
    if (fewest < Bootstrap.MIN_VALUES) {
      return new Estimate(value, Double.NaN, Double.NaN);
    }
    ResampledMedians medians = new ResampledMedians(seed);
    double[] sums = new double[RESAMPLES];
    for (int i = 0; i < sums.length; i++) {
      for (int sample = 0; sample < weights.length; sample++) {
        sums[i] += weights[sample] * medians.next(sorted.get(sample));
      }
    }
    Arrays.sort(sums);
    int outside = (int) Math.floor(Bootstrap.expandedTail(fewest) * RESAMPLES);
    return new Estimate(value, sums[outside], sums[RESAMPLES - 1 - outside]);
  }

  /** The median of one resample. */
  private double next(double[] sorted) {
    int n = sorted.length;
    int middle = (n + 1) / 2;
    double below = gamma(middle);
    double place = below / (below + gamma(n + 1 - middle));
    double lower = at(sorted, place);
    if (n % 2 == 1) {
      return lower;
    }
    // The n - middle draws above are uniform between here and 1: this is the least of them.
    double above = place + (1 - place) * (1 - Math.pow(random.nextDouble(), 1.0 / (n - middle)));
    return (lower + at(sorted, above)) / 2;
  }

  /** @param place from 0 to 1, which rounding can reach */
  private static double at(double[] sorted, double place) {
    return sorted[Math.min((int) (sorted.length * place), sorted.length - 1)];
  }

  /** Of a shape of at least 1: G. Marsaglia, W. W. Tsang, "A Simple Method for Generating Gamma Variables", 2000. */
  private double gamma(double shape) {
    double d = shape - 1 / 3.0;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(random.nextDouble()) < x * x / 2 + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }
}
