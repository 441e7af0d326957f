package dev.coldstart.report.export;

import dev.coldstart.report.chart.LogAxis;
import dev.coldstart.report.chart.TextWidth;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * Where names end and where a ratio lies in the picture, the same for all its fixtures: long names take from the
 * drawing's width, up to a bound.
 */
record PictureScale(LogAxis axis, double namePx) {

  private static final double LEAST_NAME_PX = 230;
  private static final double MOST_NAME_PX = 400;
  private static final double BESIDE_NAME_PX = 20;
  private static final double VALUE_PX = 150;

  /** Empty when there is nothing to show. */
  static Optional<PictureScale> covering(DoubleStream ratios, Stream<String> names) {
    double longest = names.mapToDouble(TextWidth::px).max().orElse(0) + BESIDE_NAME_PX;
    double namePx = Math.max(LEAST_NAME_PX, Math.min(MOST_NAME_PX, longest));
    return LogAxis.covering(ratios).map(axis -> new PictureScale(axis, namePx));
  }

  double x(double ratio) {
    double widthPx = Picture.WIDTH_PX - 2 * Picture.EDGE_PX - namePx - VALUE_PX;
    return Picture.EDGE_PX + namePx + widthPx * axis.at(ratio) / 100;
  }

  /** As much of a name as there is room for; cut in its middle, for names that begin alike differ at their end. */
  String fitted(String name) {
    int[] letters = name.codePoints().toArray();
    String fitted = name;
    for (int kept = letters.length; TextWidth.px(fitted) > namePx - BESIDE_NAME_PX && kept > 1; kept--) {
      int end = kept / 2;
      fitted = new String(letters, 0, kept - end).stripTrailing() + "…"
          + new String(letters, letters.length - end, end).stripLeading();
    }
    return fitted;
  }
}
