package dev.coldstart.record;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One line of {@code memory.jsonl}: a launch that made more and more instances of one compiled module and kept them.
 * Two records are equal only if they hold the same array objects.
 *
 * @param position position in the block's permutation, from 0
 * @param reason why it is not valid, or why a valid launch ended before it had all its instances; otherwise null
 * @param instances number of live instances at each reading, rising; each has answered once; null if not valid
 * @param rssBytes resident set at each reading, after {@code System.gc()}; null if not valid
 * @param peakRssBytes largest resident set of the whole launch; null if not valid or absent
 */
public record MemoryLaunch(int block, int position, @Required String arm, @Required String fixture, boolean valid,
    String reason, int[] instances, long[] rssBytes, Long peakRssBytes) implements LaunchLine {

  /** Minimum number of readings, because the memory of an instance is a difference. */
  public static final int LEAST_READINGS = 2;

  @Override
  public String problem() {
    if (!valid) {
      return null;
    }
    if (instances == null || rssBytes == null) {
      return "a valid launch needs \"instances\" and \"rssBytes\"";
    }
    if (instances.length != rssBytes.length || instances.length < LEAST_READINGS) {
      return "a valid launch needs " + LEAST_READINGS + " or more \"instances\" and as many \"rssBytes\"";
    }
    if (IntStream.range(0, instances.length).anyMatch(i -> instances[i] <= (i == 0 ? 0 : instances[i - 1]))) {
      return "the \"instances\" of a valid launch must rise";
    }
    return Arrays.stream(rssBytes).anyMatch(bytes -> bytes < 1) ? "a valid launch has a \"rssBytes\" below 1" : null;
  }
}
