package dev.coldstart.validation.estimate;

import dev.coldstart.stats.estimate.BlockBootstrap;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Medians;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * The same child command timed from spawn to exit by this harness and by another, launch by launch in turns.
 *
 * @param arm the arm's id, and its fixture's
 * @param launches by each of the two
 * @param medianMs of this harness
 * @param otherMedianMs of the other
 * @param ratio of the medians, this / other; its interval by resampling whole pairs, for within a pair the machine is
 * the same
 */
public record WallAgreement(String arm, int launches, double medianMs, double otherMedianMs, Estimate ratio) {

  private static final int RESAMPLES = 10_000;

  /** How far the ratio may be from 1. */
  public static final double TOLERANCE = 0.01;

  /** One launch by each, one right after the other, in ms. */
  public record Pair(double ms, double otherMs) {}

  /** @param pairs at least one */
  public static WallAgreement of(String arm, List<Pair> pairs, long seed) {
    double ms = median(pairs, Pair::ms);
    double otherMs = median(pairs, Pair::otherMs);
    return new WallAgreement(arm, pairs.size(), ms, otherMs, interval(ms / otherMs, pairs, seed));
  }

  private static Estimate interval(double ratio, List<Pair> pairs, long seed) {
    if (pairs.size() < BlockBootstrap.MIN_VALUES) {
      return Estimate.withoutInterval(ratio);
    }
    RandomGenerator random = BlockBootstrap.generator(seed);
    double[] ratios = new double[RESAMPLES];
    for (int i = 0; i < ratios.length; i++) {
      List<Pair> drawn = random.ints(pairs.size(), 0, pairs.size()).mapToObj(pairs::get).toList();
      ratios[i] = median(drawn, Pair::ms) / median(drawn, Pair::otherMs);
    }
    return BlockBootstrap.expanded(ratio, ratios, pairs.size());
  }

  private static double median(List<Pair> pairs, ToDoubleFunction<Pair> of) {
    return Medians.median(pairs.stream().mapToDouble(of).toArray());
  }

  /** Whether the ratio is 1 within the tolerance. */
  public boolean met() {
    return Math.abs(ratio.value() - 1) <= TOLERANCE;
  }

  /** Whether its whole interval is on the same side of the tolerance's edges. */
  public boolean decided() {
    boolean inside = ratio.low() >= 1 - TOLERANCE && ratio.high() <= 1 + TOLERANCE;
    return inside || ratio.low() > 1 + TOLERANCE || ratio.high() < 1 - TOLERANCE;
  }
}
