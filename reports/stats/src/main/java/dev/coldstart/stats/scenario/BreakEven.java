package dev.coldstart.stats.scenario;

import dev.coldstart.record.Arm;
import dev.coldstart.stats.estimate.Estimate;

/**
 * From which call on an arm is ahead of another of its fixture, profile and JDK, both counted from their spawn.
 *
 * @param arm the one whose first response is later
 * @param against the one whose first response is earlier
 * @param blocks in which both have a launch that counts
 * @param calls how many calls each of these launches made: of what comes after them, nothing is said
 * @param atCall the first call from whose end on, to the last one measured, the arm's mean time so far is below the
 * other's; infinite where that is not reached within the calls, in either end of the interval too
 * @param everAhead whether it is below the other's after any call, be it for a while
 */
public record BreakEven(Arm arm, Arm against, int blocks, int calls, Estimate atCall, boolean everAhead) {

  /** Whether the arm overtakes within the calls measured. */
  public boolean isReached() {
    return Double.isFinite(atCall.value());
  }
}
