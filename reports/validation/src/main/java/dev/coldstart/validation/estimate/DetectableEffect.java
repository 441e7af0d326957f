package dev.coldstart.validation.estimate;

import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The smallest true difference that n blocks find in 90 % of runs, at the 95 % level.
 *
 * <p>A difference d of mean log ratios is found when its estimate, which scatters by sd / sqrt(n), is more than
 * t(0.975) times that away from 0. So it is found with probability 90 % when d = (t(0.975) + t(0.90)) sd / sqrt(n),
 * with n - 1 degrees of freedom: the usual formula for the size of a paired sample, with t in the place of z for few
 * blocks.
 */
public final class DetectableEffect {

  private static final double SURE = 0.975;
  private static final double POWER = 0.90;

  private DetectableEffect() {}

  /**
   * @param sd of the logarithm of one block's ratio
   * @param n blocks, at least 2
   * @return as a part of the baseline: 0.05 is 5 %
   */
  public static double of(double sd, int n) {
    TDistribution t = TDistribution.of(n - 1);
    return Math
        .expm1((t.inverseCumulativeProbability(SURE) + t.inverseCumulativeProbability(POWER)) * sd / Math.sqrt(n));
  }
}
