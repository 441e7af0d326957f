package dev.coldstart.report.chart;

import dev.coldstart.record.text.Format;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Values as dots on the strips of one drawing, each at a height of its own, which means nothing. A dot is a line of no
 * length with round ends: some nine characters in a path, where a circle would take seventy. Dots of one path do not
 * darken each other where they overlap, so they are dealt out to two.
 *
 * @param every which dots are drawn, so that a page of very many opens: every n-th of each strip, in the order of time
 */
public record Dots(int every) {

  /** More than any preset launches; some 200 kB. */
  private static final int MOST = 20_000;

  private static final int PATHS = 2;

  /** @param values how many there are, over all strips */
  public static Dots of(long values) {
    return new Dots((int) Math.max(1, (values + MOST - 1) / MOST));
  }

  /**
   * @param svg one that stretches
   * @param values in an order that never changes: a dot's height comes from its place
   * @param topPx with {@code heightPx}, the space that the dots' middles are spread over
   */
  public void draw(Svg svg, double[] values, Axis axis, int topPx, int heightPx) {
    for (int path = 0; path < PATHS; path++) {
      int own = path;
      // By pairs, for the odd places are all in the lower half.
      String dots = IntStream.range(0, (values.length + every - 1) / every)
          .filter(i -> i / 2 % PATHS == own)
          .mapToObj(i -> "M" + Svg.across(axis.at(values[i * every])) + " "
              + (topPx + Math.round(scattered(i) * heightPx)) + "z")
          .collect(Collectors.joining());
      if (!dots.isEmpty()) {
        svg.leaf("path", "class", "dots", "d", dots);
      }
    }
  }

  /** Van der Corput's sequence, from 0 to 1: spreads neighbours apart, and the same in every rendering. */
  public static double scattered(int i) {
    return (Integer.reverse(i) >>> 1) / (double) Integer.MAX_VALUE;
  }

  /** What a reader must know of the drawing; empty where all are drawn. */
  public String words(String what, String rest) {
    return every == 1 ? "" : "Every " + Format.ordinal(every) + " " + what + " is drawn; " + rest + " of all.";
  }
}
