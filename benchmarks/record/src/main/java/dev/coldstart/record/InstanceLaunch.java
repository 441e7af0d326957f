package dev.coldstart.record;

import java.util.Arrays;

/**
 * One line of {@code second-instance.jsonl}: a launch that made further instances of its module, one after the other,
 * each of which answered once. Two records are equal only if they hold the same array objects.
 *
 * @param position position in the block's permutation, from 0
 * @param reason why it is not valid; otherwise null
 * @param instanceNs time from the start of making instance 2, 3, ... to its answer, by the child's clock; null if not
 * valid
 */
public record InstanceLaunch(int block, int position, @Required String arm, @Required String fixture, boolean valid,
    String reason, long[] instanceNs) implements LaunchLine {

  /** Time of the second instance in ns. */
  public double secondNs() {
    return instanceNs[0];
  }

  /** Median time in ns of the second half of the instances. */
  public double laterNs() {
    long[] later = Arrays.copyOfRange(instanceNs, instanceNs.length / 2, instanceNs.length);
    Arrays.sort(later);
    return (later[(later.length - 1) / 2] + later[later.length / 2]) / 2.0;
  }

  @Override
  public String problem() {
    if (!valid) {
      return null;
    }
    if (instanceNs == null || instanceNs.length == 0) {
      return "a valid launch needs \"instanceNs\"";
    }
    return Arrays.stream(instanceNs).anyMatch(ns -> ns < 0) ? "a valid launch has a negative \"instanceNs\"" : null;
  }
}
