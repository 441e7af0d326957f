package dev.coldstart.stats;

import dev.coldstart.record.ArmLaunches;

/**
 * How many times as long an arm takes as its baseline, by block: what the machine did to a whole block cancels in its
 * ratio; what it did between blocks never reaches the estimate.
 *
 * <p>The estimate is the geometric mean of the blocks' ratios, the only mean of ratios for which arm / baseline and
 * baseline / arm agree (Fleming and Wallace, CACM 29(3), 1986). The resampled unit is the block, the unit that was
 * randomised.
 */
public final class PairedRatio {

  private PairedRatio() {}

  /**
   * Over the blocks in which both have a launch that counts.
   *
   * @return NaN when there is no such block; without an interval when there are fewer than 5
   */
  public static Estimate of(ArmLaunches arm, ArmLaunches baseline, long seed) {
    return ofLogs(Pairs.ofFirstResponses(arm, baseline).logRatios(), new Bootstrap(seed, Bootstrap.RESAMPLES));
  }

  /** The median over the same blocks, which an odd block does not move; NaN when there is none. */
  public static double median(ArmLaunches arm, ArmLaunches baseline) {
    return Math.exp(Medians.of(Pairs.ofFirstResponses(arm, baseline).logRatios()).value());
  }

  static Estimate of(double[] ratios, Bootstrap bootstrap) {
    double[] logs = new double[ratios.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.log(ratios[i]);
    }
    return ofLogs(logs, bootstrap);
  }

  static Estimate ofLogs(double[] logRatios, Bootstrap bootstrap) {
    Estimate mean = bootstrap.meanOf(logRatios);
    return new Estimate(Math.exp(mean.value()), Math.exp(mean.low()), Math.exp(mean.high()));
  }
}
