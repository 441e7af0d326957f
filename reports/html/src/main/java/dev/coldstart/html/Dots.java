package dev.coldstart.html;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Values as dots on a strip, each at a height of its own, which means nothing. A dot is a line of no length with round
 * ends, some seven characters in a path, where a circle would take seventy. Dots of one path do not darken each other where
 * they overlap, so they are dealt out to a few.
 */
final class Dots {

  /** Of the strip's own units from edge to edge, since a path cannot be given in percent. */
  private static final int ACROSS = 1000;

  private static final int PATHS = 4;

  private Dots() {}

  /**
   * @param values those drawn, in an order that never changes: a dot's height comes from its place
   * @param topPx and heightPx: the space that the dots' middles are spread over
   */
  static void draw(Svg svg, double[] values, Axis axis, double topPx, int heightPx) {
    svg.open("svg", "class", "dots", "y", topPx, "width", "100%", "height", heightPx, "viewBox",
        "0 0 " + ACROSS + " " + heightPx, "preserveAspectRatio", "none");
    for (int path = 0; path < Math.min(PATHS, values.length); path++) {
      svg.leaf("path", "d", path(values, axis, heightPx, path));
    }
    svg.close();
  }

  /** From left to right, each move from where the last one ended, for small numbers are short. */
  private static String path(double[] values, Axis axis, int heightPx, int path) {
    int[] places =
        IntStream.range(0, values.length)
            .filter(i -> i % PATHS == path)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(i -> i)
            .toArray();
    StringBuilder d = new StringBuilder();
    long x = 0;
    long y = 0;
    for (int place : places) {
      long toX = Math.round(axis.at(values[place]) * ACROSS / 100);
      long toY = Math.round(scattered(place) * heightPx);
      // A minus sets numbers apart as a space does.
      d.append('m').append(toX - x).append(toY < y ? "" : " ").append(toY - y).append("h0");
      x = toX;
      y = toY;
    }
    return d.toString();
  }

  /** Van der Corput's sequence, from 0 to 1: spreads neighbours apart, and the same in every rendering. */
  private static double scattered(int i) {
    return (Integer.reverse(i) >>> 1) / (double) Integer.MAX_VALUE;
  }
}
