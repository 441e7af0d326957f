package dev.coldstart.report.chart;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Values as dots on a strip, each at a height of its own, which means nothing. A dot is a line of no length with round
 * ends: some six characters in a path, where a circle would take seventy. Dots of one path do not darken each other
 * where they overlap, so they are dealt out to two.
 */
public final class Dots {

  private static final int PATHS = 2;

  private Dots() {}

  /**
   * @param svg one that stretches
   * @param values those drawn, in an order that never changes: a dot's height comes from its place
   * @param topPx with {@code heightPx}, the space that the dots' middles are spread over
   */
  public static void draw(Svg svg, double[] values, Axis axis, int topPx, int heightPx) {
    for (int path = 0; path < PATHS; path++) {
      int[] places = places(values, path);
      if (places.length > 0) {
        svg.leaf("path", "class", "dots", "d", path(values, places, axis, topPx, heightPx));
      }
    }
  }

  /** From left to right. By pairs, for the odd places are all in the lower half. */
  private static int[] places(double[] values, int path) {
    return IntStream.range(0, values.length)
        .filter(i -> i / 2 % PATHS == path)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> values[i]))
        .mapToInt(i -> i)
        .toArray();
  }

  /** Each move is from where the last one ended, for small numbers are short. */
  private static String path(double[] values, int[] places, Axis axis, int topPx, int heightPx) {
    StringBuilder path = new StringBuilder();
    long x = 0;
    long y = 0;
    for (int place : places) {
      long toX = Svg.across(axis.at(values[place]));
      long toY = topPx + Math.round(scattered(place) * heightPx);
      // A minus sets numbers apart as a space does.
      path.append('m').append(toX - x).append(toY < y ? "" : " ").append(toY - y).append('z');
      x = toX;
      y = toY;
    }
    return path.toString();
  }

  /** Van der Corput's sequence, from 0 to 1: spreads neighbours apart, and the same in every rendering. */
  public static double scattered(int i) {
    return (Integer.reverse(i) >>> 1) / (double) Integer.MAX_VALUE;
  }
}
