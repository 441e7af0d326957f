package dev.coldstart.stats.scenario;

import dev.coldstart.record.Arm;
import dev.coldstart.stats.estimate.Estimate;
import java.util.List;

/**
 * How late an arm answers when several of its JVMs are started at once.
 *
 * @param at by number of starts, in order
 */
public record BurstCurve(Arm arm, Excluded setAside, List<At> at) {

  /**
   * Times are from the intended start; medians are over blocks in which all answered.
   *
   * @param starts how many at once
   * @param blocks in which all answered
   * @param invalid children that did not count, of all blocks
   * @param slowestNs median of the slowest of them
   * @param middleNs median of the one in the middle of them
   * @param ratio geometric mean over blocks of the slowest to a start alone in the same block; 1 without an interval
   * for that itself; NaN where there is none
   * @param lateNs median over all children of how much later than intended the harness spawned them; NaN where not
   * known
   */
  public record At(int starts, int blocks, int invalid, Estimate slowestNs, Estimate middleNs, Estimate ratio,
      double lateNs) {}
}
