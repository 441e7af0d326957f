package dev.coldstart.stats.change;

import dev.coldstart.stats.estimate.Estimate;

/**
 * A change of the ratio.
 *
 * @param at index of the first night after the change
 * @param change ratio after the change divided by the ratio before, with its interval
 * @param p of no change, two-sided
 * @param isConfirmed false if it is only suspected: more nights have to decide
 */
public record ChangePoint(int at, Estimate change, double p, boolean isConfirmed) {

  public boolean isSlower() {
    return change.value() > 1;
  }
}
