package dev.coldstart.validation.estimate;

import dev.coldstart.stats.estimate.BlockBootstrap;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Medians;
import java.util.List;

/**
 * The same child command, timed from spawn to exit by this harness and by another in alternating launches.
 *
 * @param arm the ids of the arm and its fixture
 * @param launches timed by each of the two
 * @param medianMs of this harness
 * @param otherMedianMs of the other harness
 * @param ratio of the medians, this / other. Its interval resamples whole pairs, because the machine is the same within
 * a pair
 */
public record WallAgreement(String arm, int launches, double medianMs, double otherMedianMs, Estimate ratio) {

  private static final int RESAMPLES = 10_000;

  /** Largest accepted distance of the ratio from 1. */
  public static final double TOLERANCE = 0.01;

  /** One launch by each harness, one right after the other, in ms. */
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

  /** Whether its whole interval is inside the tolerance, or outside on one side. */
  public boolean decided() {
    boolean inside = ratio.low() >= 1 - TOLERANCE && ratio.high() <= 1 + TOLERANCE;
    return inside || ratio.low() > 1 + TOLERANCE || ratio.high() < 1 - TOLERANCE;
  }
}
