package dev.coldstart.record;

/**
 * One line of {@code burst.jsonl}: one of several launches of an arm that were to start at the same instant.
 *
 * @param starts how many were to start at that instant, this one among them
 * @param index which of them, from 0
 * @param lateNs from the intended start to just before the spawn: the parent itself was late by so much; null when not
 * valid
 * @param responseNs from the intended start to the last byte of the first correct response read; null when not valid
 */
public record BurstLaunch(int block, @Required String arm, @Required String fixture, int starts, int index,
    boolean valid, String reason, Long lateNs, Long responseNs) implements LaunchLine {

  @Override
  public String problem() {
    if (index < 0 || index >= starts) {
      return "index=" + index + " of starts=" + starts;
    }
    if (valid && (lateNs == null || responseNs == null)) {
      return "a valid launch needs \"lateNs\" and \"responseNs\"";
    }
    return valid && responseNs <= 0 ? "a valid launch has responseNs=" + responseNs : null;
  }
}
