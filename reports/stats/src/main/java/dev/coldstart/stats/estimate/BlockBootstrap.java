package dev.coldstart.stats.estimate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * A 95 % confidence interval for any statistic of the blocks, by resampling whole blocks with replacement: the
 * <em>expanded percentile</em> bootstrap of T. Hesterberg, "What Teachers Should Know about the Bootstrap", 2014,
 * arXiv:1411.5279. Two statistics over the same number of blocks use the same resamples, so that values of one block
 * stay together.
 *
 * <p>The plain percentile interval is too narrow by sqrt((n - 1) / n) and uses a normal quantile instead of a t
 * quantile. The expanded one reads the resamples at alpha'/2 = Phi(-sqrt(n / (n - 1)) t(alpha/2, n - 1)).
 */
public final class BlockBootstrap {

  /**
   * The fewest values that allow an interval. With 4, alpha'/2 = 0.00012 is less than 4^-4 = 0.0039, the chance that a
   * resample is the smallest value four times: the interval would be the sample's range, whatever the resamples are.
   */
  public static final int MIN_VALUES = 5;

  public static final int RESAMPLES = 2_000;

  private final long seed;
  private final int resamples;
  private final Map<Integer, int[][]> drawn = new HashMap<>();

  public BlockBootstrap(long seed) {
    this(seed, RESAMPLES);
  }

  public BlockBootstrap(long seed, int resamples) {
    this.seed = seed;
    this.resamples = resamples;
  }

  /**
   * @param figure a statistic of the blocks with the given numbers. The numbers start at 0, are in ascending order and
   * repeat as often as a block was drawn. The result may be infinite, but not NaN
   * @return NaN if there are no blocks; without an interval if there are fewer than {@link #MIN_VALUES}
   */
  public Estimate of(int blocks, ToDoubleFunction<int[]> figure) {
    if (blocks == 0) {
      return Estimate.NONE;
    }
    double value = figure.applyAsDouble(IntStream.range(0, blocks).toArray());
    if (blocks < MIN_VALUES) {
      return Estimate.withoutInterval(value);
    }
    return expanded(value, resampled(drawn.computeIfAbsent(blocks, this::draw), figure), blocks);
  }

  /** The median of one value per block. */
  public Estimate medianOf(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    // Equal values may swap places without changing the median.
    int[] places = IntStream.range(0, values.length).map(i -> Arrays.binarySearch(sorted, values[i])).toArray();
    return of(values.length, blocks -> Medians.ofSorted(sorted, IntStream.of(blocks).map(block -> places[block])));
  }

  public static double median(double[] values, int[] blocks) {
    return Medians.median(IntStream.of(blocks).mapToDouble(block -> values[block]).toArray());
  }

  /** Evaluates equal draws once: five blocks have only 126 different draws. */
  private static double[] resampled(int[][] draws, ToDoubleFunction<int[]> figure) {
    double[] figures = new double[draws.length];
    for (int i = 0; i < draws.length; i++) {
      boolean same = i > 0 && Arrays.equals(draws[i], draws[i - 1]);
      figures[i] = same ? figures[i - 1] : figure.applyAsDouble(draws[i]);
    }
    return figures;
  }

  /** Sorted, so that equal draws are adjacent. */
  private int[][] draw(int blocks) {
    RandomGenerator random = generator(seed);
    return IntStream.range(0, resamples)
        .mapToObj(i -> random.ints(blocks, 0, blocks).sorted().toArray())
        .sorted(Arrays::compare)
        .toArray(int[][]::new);
  }

  public static RandomGenerator generator(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** The interval from resamples of n values. Sorts the resamples in place. */
  public static Estimate expanded(double value, double[] resampled, int n) {
    Arrays.sort(resampled);
    // The outer of the two neighbours at each end, so that rounding never narrows the interval.
    int outside = (int) Math.floor(expandedTail(n) * resampled.length);
    return new Estimate(value, resampled[outside], resampled[resampled.length - 1 - outside]);
  }

  /** alpha'/2 of the expanded percentile interval. */
  static double expandedTail(int n) {
    double t = TDistribution.of(n - 1).inverseCumulativeProbability(Estimate.ALPHA / 2);
    return NormalDistribution.of(0, 1).cumulativeProbability(t * Math.sqrt(n / (n - 1.0)));
  }
}
