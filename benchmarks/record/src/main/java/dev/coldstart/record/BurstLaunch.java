package dev.coldstart.record;

/**
 * One line of {@code burst.jsonl}: one of several launches of an arm that were planned to start at the same instant.
 *
 * @param starts number of launches planned for that instant, including this one
 * @param index index among them, from 0
 * @param lateNs delay of the parent in ns, from the planned start to just before the spawn; null if not valid
 * @param responseNs time in ns from the planned start until the last byte of the first correct response is read; null
 * if not valid
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
