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
 * The 95 % confidence interval of any figure of blocks, by drawing whole blocks again and again: the <em>expanded
 * percentile</em> bootstrap of T. Hesterberg, "What Teachers Should Know about the Bootstrap", 2014, arXiv:1411.5279.
 * Two figures of as many blocks share their draws, so that two figures of a block stay together.
 *
 * <p>The plain percentile interval is too narrow by sqrt((n - 1) / n) and takes a normal quantile for a t quantile. The
 * expanded one reads the resamples at alpha'/2 = Phi(-sqrt(n / (n - 1)) t(alpha/2, n - 1)).
 */
public final class BlockBootstrap {

  /**
   * The fewest values that carry an interval. With 4, alpha'/2 = 0.00012 is less than the chance 4^-4 = 0.0039 that a
   * resample is its least value four times: the interval would be the sample's range, whatever the resamples say.
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
   * @param figure of the blocks whose numbers it is given, in ascending order and as often as they were drawn; a
   * block's number is from 0. It may be infinite, but not NaN
   * @return NaN of no blocks; without an interval when there are fewer than {@link #MIN_VALUES}
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

  /** Of one value a block: their median. */
  public Estimate medianOf(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    // Values that are equal may change places: their median is the same.
    int[] places = IntStream.range(0, values.length).map(i -> Arrays.binarySearch(sorted, values[i])).toArray();
    return of(values.length, blocks -> Medians.ofSorted(sorted, IntStream.of(blocks).map(block -> places[block])));
  }

  public static double median(double[] values, int[] blocks) {
    return Medians.median(IntStream.of(blocks).mapToDouble(block -> values[block]).toArray());
  }

  /** Five blocks give 126 different draws: each is asked once. */
  private static double[] resampled(int[][] draws, ToDoubleFunction<int[]> figure) {
    double[] figures = new double[draws.length];
    for (int i = 0; i < draws.length; i++) {
      boolean same = i > 0 && Arrays.equals(draws[i], draws[i - 1]);
      figures[i] = same ? figures[i - 1] : figure.applyAsDouble(draws[i]);
    }
    return figures;
  }

  /** Sorted, so that equal draws are neighbours. */
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

  /** The interval that resamples of n values make. Sorts them. */
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
