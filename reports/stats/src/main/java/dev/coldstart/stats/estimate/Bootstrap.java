package dev.coldstart.stats.estimate;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.apache.commons.statistics.descriptive.Mean;
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
 * <p>More values than any preset has blocks are not resampled: their interval is Student's over the means of batches of
 * consecutive ones (B. Schmeiser, "Batch Size Effects in the Analysis of Simulation Output", Operations Research 30(3),
 * 1982). What a slow drift makes neighbours have in common stays in it.
 */
public record Bootstrap(long seed, int resamples) {

  public static final int RESAMPLES = 10_000;

  /**
   * The fewest values that carry an interval. With 4, alpha'/2 = 0.00012 is less than the chance 4^-4 = 0.0039 that a
   * resample is its least value four times: the interval would be the sample's range, whatever the resamples say.
   */
  public static final int MIN_VALUES = 5;

  /** The most values that are resampled: as many as the largest preset has blocks. */
  static final int MOST_VALUES = 300;

  /** Of more than those. More than 30 narrow an interval next to nothing. */
  static final int BATCHES = 128;

  /** NaN of no values; without an interval when there are fewer than {@link #MIN_VALUES}. */
  public Estimate meanOf(double[] values) {
    double mean = Mean.of(values).getAsDouble();
    if (values.length < MIN_VALUES) {
      return Estimate.withoutInterval(mean);
    }
    if (values.length > MOST_VALUES) {
      return around(mean, StudentT.of(batchMeans(values)).halfWidth(Estimate.ALPHA));
    }
    return between(mean, resampledMeans(values, generator(seed)), expandedTail(values.length));
  }

  /**
   * How many times as long an arm takes as its baseline: the geometric mean of the blocks' ratios, the only mean of
   * ratios for which arm / baseline and baseline / arm agree (Fleming and Wallace, CACM 29(3), 1986). The resampled
   * unit is the block, the unit that was randomised.
   *
   * @param logRatios one a block
   */
  public Estimate ratioOf(double[] logRatios) {
    return meanOf(logRatios).map(Math::exp);
  }

  /**
   * How much larger the mean of the second is than that of the first, which are independent of each other: each is
   * resampled on its own. Its tail expands to Welch's interval as that of one mean does to Student's.
   */
  public Estimate differenceOfMeans(double[] first, double[] second) {
    double difference = Mean.of(second).getAsDouble() - Mean.of(first).getAsDouble();
    if (first.length < MIN_VALUES || second.length < MIN_VALUES) {
      return Estimate.withoutInterval(difference);
    }
    if (first.length > MOST_VALUES || second.length > MOST_VALUES) {
      return around(difference, Welch.of(batchMeans(first), batchMeans(second)).halfWidth(Estimate.ALPHA));
    }
    // One after the other from one generator: twice the same draws would make them depend on each other.
    RandomGenerator random = generator(seed);
    double[] differences = resampledMeans(first, random);
    double[] others = resampledMeans(second, random);
    Arrays.setAll(differences, i -> others[i] - differences[i]);
    return between(difference, differences, Welch.of(first, second).expandedTail(Estimate.ALPHA));
  }

  /** The interval that resamples make; alpha'/2 of the class comment as tail. Sorts them. */
  static Estimate between(double value, double[] resampled, double tail) {
    Arrays.sort(resampled);
    // The outer of the two neighbours at each end, so that rounding never narrows the interval.
    int outside = (int) Math.floor(tail * resampled.length);
    return new Estimate(value, resampled[outside], resampled[resampled.length - 1 - outside]);
  }

  /** Any figure of a sample of n values. Sorts the resamples. */
  public static Estimate expanded(double value, double[] resampled, int n) {
    return between(value, resampled, expandedTail(n));
  }

  public static RandomGenerator generator(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  private static Estimate around(double value, double halfWidth) {
    return new Estimate(value, value - halfWidth, value + halfWidth);
  }

  /** Of few values, they themselves. */
  private static double[] batchMeans(double[] values) {
    if (values.length <= MOST_VALUES) {
      return values;
    }
    double[] means = new double[BATCHES];
    Arrays.setAll(means, i -> Mean.ofRange(values, start(i, values), start(i + 1, values)).getAsDouble());
    return means;
  }

  private static int start(int batch, double[] values) {
    return (int) ((long) batch * values.length / BATCHES);
  }

  private double[] resampledMeans(double[] values, RandomGenerator random) {
    double[] means = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      double sum = 0;
      for (int drawn = 0; drawn < values.length; drawn++) {
        sum += values[random.nextInt(values.length)];
      }
      means[i] = sum / values.length;
    }
    return means;
  }

  /** alpha'/2 of the expanded percentile interval. */
  static double expandedTail(int n) {
    double t = TDistribution.of(n - 1).inverseCumulativeProbability(Estimate.ALPHA / 2);
    return NormalDistribution.of(0, 1).cumulativeProbability(t * Math.sqrt(n / (n - 1.0)));
  }
}
