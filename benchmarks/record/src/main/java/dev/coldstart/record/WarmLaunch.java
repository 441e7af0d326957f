package dev.coldstart.record;

import java.util.Arrays;

/**
 * One line of {@code cold-to-warm.jsonl}: a launch whose instance went on to answer the same event, one call after the
 * other. Two of them are equal only when they are the same object, for an array is.
 *
 * @param position place in the block's permutation, from 0
 * @param firstResponseNs as the headline: spawn to the last byte of the first correct response read; call 1 lies in it;
 * null when not valid
 * @param callNs how long call 2, 3, ... took, in order, by the child's clock; null when not valid
 */
public record WarmLaunch(int block, int position, @Required String arm, @Required String fixture, boolean valid,
    String reason, Long firstResponseNs, long[] callNs) implements LaunchLine {

  @Override
  public String problem() {
    if (!valid) {
      return null;
    }
    if (firstResponseNs == null || callNs == null) {
      return "a valid launch needs \"firstResponseNs\" and \"callNs\"";
    }
    if (firstResponseNs <= 0) {
      return "a valid launch has firstResponseNs=" + firstResponseNs;
    }
    return Arrays.stream(callNs).anyMatch(ns -> ns < 0) ? "a valid launch has a negative \"callNs\"" : null;
  }
}
