package dev.coldstart.record;

import java.util.Arrays;

/**
 * One line of {@code runtime-api.jsonl}: a launch that took its events from a local stand-in for the Lambda Runtime
 * API. Two records are equal only if they hold the same array objects.
 *
 * @param position position in the block's permutation, from 0
 * @param reason why it is not valid; otherwise null
 * @param readyNs time from the spawn until it asked for its first event; null if not valid
 * @param firstResponseNs time from the spawn until its first correct response was posted; null if not valid
 * @param eventNs for each event, time from handing it out until its correct response was posted; null if not valid
 */
public record ApiLaunch(int block, int position, @Required String arm, @Required String fixture, boolean valid,
    String reason, Long readyNs, Long firstResponseNs, long[] eventNs) implements LaunchLine {

  /** The number of events of a launch. */
  public static final int EVENTS = 2;

  @Override
  public String problem() {
    return valid ? problem(readyNs, firstResponseNs, eventNs) : null;
  }

  /** What is wrong with the times of a valid launch. Null if nothing is. */
  static String problem(Long readyNs, Long firstResponseNs, long[] eventNs) {
    if (readyNs == null || firstResponseNs == null || eventNs == null || eventNs.length != EVENTS) {
      return "a valid launch needs \"readyNs\", \"firstResponseNs\" and " + EVENTS + " \"eventNs\"";
    }
    return readyNs <= 0 || readyNs > firstResponseNs || Arrays.stream(eventNs).anyMatch(ns -> ns < 0)
        ? "a valid launch has times that cannot be"
        : null;
  }
}
