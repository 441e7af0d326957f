package dev.coldstart.html;

import dev.coldstart.stats.Estimate;

/** A ratio as a dot with its interval, and a stem to the line at 1. */
final class RatioDrawing {

  private static final int HEIGHT_PX = 20;

  private RatioDrawing() {}

  /** @param axis has 1 on it, and the ratio */
  static Svg of(Estimate ratio, LogAxis axis) {
    String one = Svg.percent(axis.at(1));
    Svg svg =
        Svg.drawing("interval", HEIGHT_PX).leaf("line", "class", "one", "x1", one, "x2", one, "y1", 0, "y2", HEIGHT_PX);
    String value = Svg.percent(axis.at(ratio.value()));
    svg.leaf("line", "class", "stem", "x1", one, "x2", value, "y1", 10, "y2", 10);
    if (ratio.hasInterval()) {
      String low = Svg.percent(axis.at(ratio.low()));
      String high = Svg.percent(axis.at(ratio.high()));
      svg.leaf("line", "class", "whisker", "x1", low, "x2", high, "y1", 10, "y2", 10);
      svg.leaf("line", "class", "whisker", "x1", low, "x2", low, "y1", 4, "y2", 16);
      svg.leaf("line", "class", "whisker", "x1", high, "x2", high, "y1", 4, "y2", 16);
    }
    return svg.leaf("circle", "cx", value, "cy", 10, "r", 3.0).close();
  }
}
