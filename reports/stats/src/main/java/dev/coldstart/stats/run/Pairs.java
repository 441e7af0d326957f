package dev.coldstart.stats.run;

import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.LaunchField;
import dev.coldstart.stats.estimate.Bootstrap;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Medians;
import java.util.function.DoubleBinaryOperator;
import java.util.stream.IntStream;

/**
 * Two arms' times in the blocks in which both count, in the blocks' order. A block's launches ran within seconds of
 * each other, so what the machine did to a whole block cancels in its ratio; what it did between blocks never reaches
 * the estimate.
 *
 * @param armMs element i of both is of the same block
 */
public record Pairs(double[] armMs, double[] otherMs) {

  static final Pairs NONE = new Pairs(new double[0], new double[0]);

  private static final double NS_PER_MS = 1e6;

  public static Pairs ofFirstResponses(ArmLaunches arm, ArmLaunches other) {
    return of(arm, other, LaunchField.FIRST_RESPONSE_NS);
  }

  /** @param ns what is compared; a block in which either has none is left out */
  static Pairs of(ArmLaunches arm, ArmLaunches other, LaunchField ns) {
    BlockMatch match = BlockMatch.of(arm, other);
    // What is not positive has no ratio; of a phase, the run's reader has warned.
    int[] both = IntStream.range(0, match.blocks())
        .filter(i -> match.armValue(i, ns) > 0 && match.otherValue(i, ns) > 0)
        .toArray();
    return new Pairs(IntStream.of(both).mapToDouble(i -> match.armValue(i, ns) / NS_PER_MS).toArray(),
        IntStream.of(both).mapToDouble(i -> match.otherValue(i, ns) / NS_PER_MS).toArray());
  }

  public int blocks() {
    return armMs.length;
  }

  /** NaN when there is no block; without an interval when there are fewer than 5. */
  public Estimate ratio(long seed) {
    return new Bootstrap(seed, Bootstrap.RESAMPLES).ratioOf(logRatios());
  }

  /** The median of the blocks' ratios, which an odd block does not move; NaN when there is no block. */
  public double medianRatio() {
    return Math.exp(Medians.median(logRatios()));
  }

  public double[] logRatios() {
    return each((arm, other) -> Math.log(arm / other));
  }

  public double[] differencesMs() {
    return each((arm, other) -> arm - other);
  }

  private double[] each(DoubleBinaryOperator figure) {
    return IntStream.range(0, blocks()).mapToDouble(i -> figure.applyAsDouble(armMs[i], otherMs[i])).toArray();
  }
}
