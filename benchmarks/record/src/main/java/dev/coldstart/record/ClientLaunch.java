package dev.coldstart.record;

/**
 * One line of {@code runtime-api-client.jsonl}: as {@link ApiLaunch}, but AWS Lambda's own Java client took the events.
 * Two records are equal only if they hold the same array objects.
 *
 * @param position position in the block's permutation, from 0
 * @param reason why it is not valid; otherwise null
 * @param readyNs time from the spawn until it asked for its first event; null if not valid
 * @param firstResponseNs time from the spawn until its first correct response was posted; null if not valid
 * @param eventNs for each event, time from handing it out until its correct response was posted; null if not valid
 */
public record ClientLaunch(int block, int position, @Required String arm, @Required String fixture, boolean valid,
    String reason, Long readyNs, Long firstResponseNs, long[] eventNs) implements LaunchLine {

  @Override
  public String problem() {
    return valid ? ApiLaunch.problem(readyNs, firstResponseNs, eventNs) : null;
  }
}
