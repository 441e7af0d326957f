package dev.coldstart.stats;

import dev.coldstart.results.ArmLaunches;
import dev.coldstart.results.Launch;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How many times as long an arm takes as its baseline, by block. A block's launches ran within seconds of each other, so
 * what the machine did to all of them cancels in their ratio; what it did between blocks never reaches the estimate.
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
    Map<Integer, Long> armNs = byBlock(arm);
    Map<Integer, Long> baselineNs = byBlock(baseline);
    double[] ratios =
        armNs.keySet().stream()
            .filter(baselineNs::containsKey)
            .mapToDouble(block -> (double) armNs.get(block) / baselineNs.get(block))
            .toArray();
    return of(ratios, new Bootstrap(seed, Bootstrap.RESAMPLES));
  }

  static Estimate of(double[] ratios, Bootstrap bootstrap) {
    double[] logs = new double[ratios.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.log(ratios[i]);
    }
    Estimate mean = bootstrap.meanOf(logs);
    return new Estimate(Math.exp(mean.value()), Math.exp(mean.low()), Math.exp(mean.high()));
  }

  /** In the blocks' order, so that a seed gives the same interval however the file is ordered. */
  private static Map<Integer, Long> byBlock(ArmLaunches arm) {
    Map<Integer, Long> byBlock = new TreeMap<>();
    for (Launch launch : arm.counted()) {
      byBlock.put(launch.block(), Objects.requireNonNull(launch.firstResponseNs()));
    }
    return byBlock;
  }
}
