package dev.coldstart.report;

import dev.coldstart.record.text.Format;
import java.util.stream.IntStream;

/**
 * Which of many launches or blocks a page draws, so that it stays one that opens: all as long as they are not too many,
 * and beyond that every n-th of each strip in the order of time, and the least and the most of it.
 *
 * @param every 1 where all are drawn
 */
record Thinning(int every) {

  /** 20 fixtures of 20 arms with 100 launches each: some 300 kB of dots. */
  private static final int MOST_LAUNCHES = 40_000;

  /** Of the same command twice: a tenth of it. */
  private static final int MOST_BLOCKS = 4_000;

  /** @param counted over all strips of the page */
  static Thinning ofLaunches(long counted) {
    return atMost(MOST_LAUNCHES, counted);
  }

  /** @param counted likewise */
  static Thinning ofBlocks(long counted) {
    return atMost(MOST_BLOCKS, counted);
  }

  private static Thinning atMost(int most, long counted) {
    return new Thinning((int) Math.max(1, (counted + most - 1) / most));
  }

  /** Of one strip. */
  double[] drawn(double[] values) {
    int least = end(values, -1);
    int most = end(values, 1);
    return IntStream.range(0, values.length)
        .filter(i -> i % every == 0 || i == least || i == most)
        .mapToDouble(i -> values[i])
        .toArray();
  }

  /** The place of the first of the least, or of the most. */
  private static int end(double[] values, int sign) {
    int found = 0;
    for (int i = 1; i < values.length; i++) {
      found = sign * values[i] > sign * values[found] ? i : found;
    }
    return found;
  }

  /** What a reader must know of the drawing; empty where all are drawn. */
  String words(String what, String ends, String rest) {
    return every == 1
        ? ""
        : "Every " + Format.ordinal(every) + " " + what + " is drawn, and " + ends + "; " + rest + " of all.";
  }
}
