package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.stats.estimate.Estimate;

/**
 * An arm against the one before it in the order of first responses, whatever the profile and JDK of either: all arms of
 * a fixture are in the same blocks.
 *
 * @param before the one whose median is the next lower
 * @param blocks in which both count
 * @param ratio arm / before, with its interval
 * @param p of any difference, two-sided, adjusted after Holm for all neighbours of the run; NaN without an interval
 * @param toldApart whether the interval excludes 1 and p is at most 0.05; null when the run is not to be trusted
 */
public record Neighbour(Arm arm, Arm before, int blocks, Estimate ratio, double p, Boolean toldApart) {

  /** Whether the run may be believed and does not tell them apart. */
  public boolean isOpen() {
    return Boolean.FALSE.equals(toldApart);
  }
}
