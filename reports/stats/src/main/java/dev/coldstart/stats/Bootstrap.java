package dev.coldstart.stats;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A mean and its 95 % confidence interval by the <em>expanded percentile</em> bootstrap: T. Hesterberg, "What Teachers
 * Should Know about the Bootstrap", 2014, arXiv:1411.5279.
 *
 * <p>The plain percentile interval is too narrow by sqrt((n - 1) / n) and takes a normal quantile for a t quantile. The
 * expanded one reads the resamples at alpha'/2 = Phi(-sqrt(n / (n - 1)) t(alpha/2, n - 1)). Coverage in 4,000 simulated
 * runs of normal log ratios, as percentile / BCa / expanded: 83.9 / 84.0 / 92.3 % with 5 values, 89.4 / 89.4 / 94.6 %
 * with 10, 92.9 / 92.6 / 94.2 % with 30; with skewed ones the order is the same. So BCa earns nothing here.
 *
 * <p>Of very many values, what is drawn is not one value but the mean of a batch of consecutive ones (E. Carlstein,
 * "The Use of Subseries Values for Estimating the Variance of a General Statistic from a Stationary Sequence", Annals
 * of Statistics 14(3), 1986). Time and memory then no longer grow with them, and what a slow drift makes neighbours
 * have in common stays in the interval. More than 30 batches narrow an interval next to nothing (B. Schmeiser, "Batch
 * Size Effects in the Analysis of Simulation Output", Operations Research 30(3), 1982).
 */
final class Bootstrap {

  static final int RESAMPLES = 10_000;

  /**
   * The fewest values that carry an interval. With 4, alpha'/2 = 0.00012 is less than the chance 4^-4 = 0.0039 that a
   * resample is its least value four times: the interval would be the sample's range, whatever the resamples say.
   */
  static final int MIN_VALUES = 5;

  /** The most values that are drawn one by one: as many as the largest preset has blocks. */
  static final int MOST_VALUES = 300;

  /** Of more than those. A power of two, for then a few bits of a random number are one of them. */
  static final int BATCHES = 128;

  private static final int BATCH_BITS = Integer.numberOfTrailingZeros(BATCHES);
  private static final int BATCHES_A_NUMBER = Long.SIZE / BATCH_BITS;

  private static final double ALPHA = 0.05;

  private final long seed;
  private final int resamples;

  Bootstrap(long seed, int resamples) {
    this.seed = seed;
    this.resamples = resamples;
  }

  /** NaN of no values; without an interval when there are fewer than {@link #MIN_VALUES}. */
  Estimate meanOf(double[] values) {
    double mean = DoubleStream.of(values).average().orElse(Double.NaN);
    if (values.length < MIN_VALUES) {
      return new Estimate(mean, Double.NaN, Double.NaN);
    }
    double[] units = units(values);
    return between(mean, resampledMeans(units, isBatched(values), generator()), expandedTail(units.length));
  }

  /**
   * How much larger the mean of the second is than that of the first, which are independent of each other: each is
   * resampled on its own. Its tail expands to Welch's interval as that of one mean does to Student's.
   */
  Estimate differenceOfMeans(double[] first, double[] second) {
    double difference = Samples.mean(second) - Samples.mean(first);
    if (first.length < MIN_VALUES || second.length < MIN_VALUES) {
      return new Estimate(difference, Double.NaN, Double.NaN);
    }
    // One after the other from one generator: twice the same draws would make them depend on each other.
    RandomGenerator random = generator();
    double[] firstUnits = units(first);
    double[] secondUnits = units(second);
    double[] differences = resampledMeans(firstUnits, isBatched(first), random);
    double[] others = resampledMeans(secondUnits, isBatched(second), random);
    Arrays.setAll(differences, i -> others[i] - differences[i]);
    return between(difference, differences, Welch.of(firstUnits, secondUnits).expandedTail(ALPHA));
  }

  private static boolean isBatched(double[] values) {
    return values.length > MOST_VALUES;
  }

  /** What is drawn: the values themselves, or of very many the means of batches. The mean stays what it is. */
  private static double[] units(double[] values) {
    if (!isBatched(values)) {
      return values;
    }
    double[] means = new double[BATCHES];
    Arrays.setAll(means, i -> Samples.mean(Arrays.copyOfRange(values, start(i, values), start(i + 1, values))));
    // Batches that differ by one value have not quite the mean of all.
    double off = Samples.mean(values) - Samples.mean(means);
    Arrays.setAll(means, i -> means[i] + off);
    return means;
  }

  private static int start(int batch, double[] values) {
    return (int) ((long) batch * values.length / BATCHES);
  }

  private Estimate between(double value, double[] resampled, double tail) {
    Arrays.sort(resampled);
    // The outer of the two neighbours at each end, so that rounding never narrows the interval.
    int outside = (int) Math.floor(tail * resamples);
    return new Estimate(value, resampled[outside], resampled[resamples - 1 - outside]);
  }

  private RandomGenerator generator() {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  private double[] resampledMeans(double[] units, boolean batched, RandomGenerator random) {
    double[] means = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      means[i] = (batched ? sumOfBatches(units, random) : sumOfValues(units, random)) / units.length;
    }
    return means;
  }

  private static double sumOfValues(double[] values, RandomGenerator random) {
    double sum = 0;
    for (int drawn = 0; drawn < values.length; drawn++) {
      sum += values[random.nextInt(values.length)];
    }
    return sum;
  }

  private static double sumOfBatches(double[] means, RandomGenerator random) {
    double sum = 0;
    long bits = 0;
    for (int drawn = 0; drawn < BATCHES; drawn++) {
      bits = drawn % BATCHES_A_NUMBER == 0 ? random.nextLong() : bits >>> BATCH_BITS;
      sum += means[(int) bits & (BATCHES - 1)];
    }
    return sum;
  }

  /** alpha'/2 of the expanded percentile interval. */
  static double expandedTail(int n) {
    double t = TDistribution.of(n - 1).inverseCumulativeProbability(ALPHA / 2);
    return NormalDistribution.of(0, 1).cumulativeProbability(t * Math.sqrt(n / (n - 1.0)));
  }
}
