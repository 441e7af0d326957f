package dev.coldstart.report.chart;

import dev.coldstart.record.text.Format;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Values as dots on the strips of one drawing. A dot's height has no meaning. A dot is a line of length 0 with round
 * ends, which takes some nine characters in a path; a circle would take seventy. Overlapping dots of one path do not
 * darken each other, so the dots are split over two paths.
 *
 * @param every draws every n-th dot of each strip, in order of time, so that a page with very many dots still opens
 */
public record Dots(int every) {

  /** More than any preset launches; some 200 kB. */
  private static final int MOST = 20_000;

  private static final int PATHS = 2;

  /** @param values total over all strips */
  public static Dots of(long values) {
    return new Dots((int) Math.max(1, (values + MOST - 1) / MOST));
  }

  /**
   * @param svg a stretched drawing
   * @param values in a fixed order: a dot's height depends on its index
   * @param topPx together with {@code heightPx}, the range of the dots' centres
   */
  public void draw(Svg svg, double[] values, Axis axis, int topPx, int heightPx) {
    for (int path = 0; path < PATHS; path++) {
      int own = path;
      // Split in pairs, because all odd indices are in the lower half.
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

  /** Van der Corput's sequence, from 0 to 1: keeps neighbours apart and is the same in every rendering. */
  public static double scattered(int i) {
    return (Integer.reverse(i) >>> 1) / (double) Integer.MAX_VALUE;
  }

  /** A note that not all are drawn; empty if all are. */
  public String words(String what, String rest) {
    return every == 1 ? "" : "Every " + Format.ordinal(every) + " " + what + " is drawn; " + rest + " based on all.";
  }
}
