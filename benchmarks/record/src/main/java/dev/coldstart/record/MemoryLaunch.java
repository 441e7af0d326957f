package dev.coldstart.record;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * One line of {@code memory.jsonl}: a launch that made more and more instances of one compiled module and kept them.
 * Two of them are equal only when they are the same object, for an array is.
 *
 * @param position place in the block's permutation, from 0
 * @param reason why not valid, or of a valid one why it ended before it had all its instances; null when neither
 * @param instances at each reading how many instances lived, each having answered once; rising; null when not valid
 * @param rssBytes at each reading the resident set, after {@code System.gc()}; null when not valid
 * @param peakRssBytes largest resident set of the whole launch; null when not valid or absent
 */
public record MemoryLaunch(int block, int position, @Required String arm, @Required String fixture, boolean valid,
    String reason, int[] instances, long[] rssBytes, Long peakRssBytes) implements LaunchLine {

  /** What an instance takes is a difference. */
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
      return "a valid launch has \"instances\" that do not rise";
    }
    return Arrays.stream(rssBytes).anyMatch(bytes -> bytes < 1) ? "a valid launch has a \"rssBytes\" below 1" : null;
  }
}
