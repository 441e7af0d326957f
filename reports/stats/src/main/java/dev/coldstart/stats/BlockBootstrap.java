package dev.coldstart.stats;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;

/**
 * The 95 % confidence interval of any figure of blocks, by drawing whole blocks again and again: the expanded
 * percentile interval, as of {@link Bootstrap}. What the same blocks are asked twice is asked of the same draws, so
 * that two figures of a block stay together.
 */
final class BlockBootstrap {

  static final int RESAMPLES = 2_000;

  private final long seed;
  private final Map<Integer, int[][]> drawn = new HashMap<>();

  BlockBootstrap(long seed) {
    this.seed = seed;
  }

  /**
   * @param figure of the blocks whose numbers it is given, in ascending order and as often as they were drawn; a
   * block's number is from 0. It may be infinite, but not NaN
   * @return NaN of no blocks; without an interval when there are fewer than {@link Bootstrap#MIN_VALUES}
   */
  Estimate of(int blocks, ToDoubleFunction<int[]> figure) {
    if (blocks == 0) {
      return Estimate.NONE;
    }
    double value = figure.applyAsDouble(IntStream.range(0, blocks).toArray());
    if (blocks < Bootstrap.MIN_VALUES) {
      return new Estimate(value, Double.NaN, Double.NaN);
    }
    double[] figures = resampled(drawn.computeIfAbsent(blocks, this::draw), figure);
    Arrays.sort(figures);
    int outside = (int) Math.floor(Bootstrap.expandedTail(blocks) * RESAMPLES);
    return new Estimate(value, figures[outside], figures[RESAMPLES - 1 - outside]);
  }

  /** Of one value a block: their median. */
  Estimate medianOf(double[] values) {
    return of(values.length, blocks -> median(values, blocks));
  }

  static double median(double[] values, int[] blocks) {
    double[] sorted = IntStream.of(blocks).mapToDouble(block -> values[block]).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
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
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    int[][] draws = new int[RESAMPLES][];
    for (int i = 0; i < draws.length; i++) {
      draws[i] = random.ints(blocks, 0, blocks).sorted().toArray();
    }
    Arrays.sort(draws, Arrays::compare);
    return draws;
  }
}
