package dev.coldstart.stats.estimate;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * The 95 % confidence interval of any figure of blocks, by drawing whole blocks again and again: the expanded
 * percentile interval, as of {@link Bootstrap}. Two figures of as many blocks share their draws, so that two figures of
 * a block stay together.
 */
public final class BlockBootstrap {

  private static final int RESAMPLES = 2_000;

  private final long seed;
  private final Map<Integer, int[][]> drawn = new HashMap<>();

  public BlockBootstrap(long seed) {
    this.seed = seed;
  }

  /**
   * @param figure of the blocks whose numbers it is given, in ascending order and as often as they were drawn; a
   * block's number is from 0. It may be infinite, but not NaN
   * @return NaN of no blocks; without an interval when there are fewer than {@link Bootstrap#MIN_VALUES}
   */
  public Estimate of(int blocks, ToDoubleFunction<int[]> figure) {
    if (blocks == 0) {
      return Estimate.NONE;
    }
    double value = figure.applyAsDouble(IntStream.range(0, blocks).toArray());
    if (blocks < Bootstrap.MIN_VALUES) {
      return Estimate.withoutInterval(value);
    }
    return Bootstrap.expanded(value, resampled(drawn.computeIfAbsent(blocks, this::draw), figure), blocks);
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
    RandomGenerator random = Bootstrap.generator(seed);
    int[][] draws = new int[RESAMPLES][];
    for (int i = 0; i < draws.length; i++) {
      draws[i] = random.ints(blocks, 0, blocks).sorted().toArray();
    }
    Arrays.sort(draws, Arrays::compare);
    return draws;
  }
}
