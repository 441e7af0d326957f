package dev.coldstart.validation.estimate;

import dev.coldstart.stats.estimate.BlockBootstrap;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Medians;
import java.util.List;

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
    double[] ms = pairs.stream().mapToDouble(Pair::ms).toArray();
    double[] otherMs = pairs.stream().mapToDouble(Pair::otherMs).toArray();
    Estimate ratio = new BlockBootstrap(seed, RESAMPLES).of(ms.length,
        drawn -> BlockBootstrap.median(ms, drawn) / BlockBootstrap.median(otherMs, drawn));
    return new WallAgreement(arm, pairs.size(), Medians.median(ms), Medians.median(otherMs), ratio);
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
