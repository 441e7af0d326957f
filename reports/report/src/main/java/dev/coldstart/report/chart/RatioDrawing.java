package dev.coldstart.report.chart;

import dev.coldstart.stats.estimate.Estimate;

/** A ratio as a dot with its interval, and a stem to the line at 1. */
public final class RatioDrawing {

  private static final int HEIGHT_PX = 20;

  private RatioDrawing() {}

  /** @param axis has 1 on it, and the ratio */
  public static Svg of(Estimate ratio, LogAxis axis) {
    long one = Svg.across(axis.at(1));
    long value = Svg.across(axis.at(ratio.value()));
    Svg svg = Svg.stretched("interval", HEIGHT_PX).leaf("path", "class", "one", "d", "M" + one + " 0v" + HEIGHT_PX);
    svg.leaf("path", "class", "stem", "d", "M" + one + " 10H" + value);
    if (ratio.hasInterval()) {
      long low = Svg.across(axis.at(ratio.low()));
      long high = Svg.across(axis.at(ratio.high()));
      svg.leaf("path", "class", "whisker", "d", "M" + low + " 4v12m0-6H" + high + "m0-6v12");
    }
    return svg.leaf("path", "class", "point", "d", "M" + value + " 10h0").close();
  }
}
