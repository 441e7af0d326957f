package dev.coldstart.html;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Values as dots on a strip, each at a height of its own, which means nothing. A dot is a line of no length with round
 * ends: six characters in a path, where a circle would take seventy.
 */
final class Dots {

  private Dots() {}

  /**
   * @param svg one that stretches
   * @param values those drawn, in an order that never changes: a dot's height comes from its place
   * @param topPx with {@code heightPx}, the space that the dots' middles are spread over
   */
  static void draw(Svg svg, double[] values, Axis axis, int topPx, int heightPx) {
    int[] byValue =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> values[i]))
            .mapToInt(i -> i)
            .toArray();
    StringBuilder path = new StringBuilder();
    long x = 0;
    long y = 0;
    // Each move is from where the last one ended, for small numbers are short.
    for (int i : byValue) {
      long toX = Svg.across(axis.at(values[i]));
      long toY = topPx + Math.round(scattered(i) * heightPx);
      // A minus sets numbers apart as a space does.
      path.append('m').append(toX - x).append(toY < y ? "" : " ").append(toY - y).append('z');
      x = toX;
      y = toY;
    }
    svg.leaf("path", "class", "dots", "d", path);
  }

  /** Van der Corput's sequence, from 0 to 1: spreads neighbours apart, and the same in every rendering. */
  private static double scattered(int i) {
    return (Integer.reverse(i) >>> 1) / (double) Integer.MAX_VALUE;
  }
}
