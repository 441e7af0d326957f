package dev.coldstart.record;

import java.util.Arrays;

/**
 * One line of {@code cold-to-warm.jsonl}: a launch whose instance answered the same event again and again. Two records
 * are equal only if they hold the same array objects.
 *
 * @param position position in the block's permutation, from 0
 * @param firstResponseNs as in the headline: time from the spawn until the last byte of the first correct response is
 * read; includes call 1; null if not valid
 * @param callNs durations of calls 2, 3, ... in order, by the child's clock; null if not valid
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
