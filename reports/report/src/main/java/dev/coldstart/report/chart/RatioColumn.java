package dev.coldstart.report.chart;

import dev.coldstart.stats.estimate.Estimate;
import java.util.stream.Stream;

/**
 * A table's column of ratios, each drawn as a dot with its interval and a stem to the line at 1.
 *
 * @param axis shared by all rows; null if no ratio is known
 */
public record RatioColumn(LogAxis axis) {

  private static final int HEIGHT_PX = 20;

  public static RatioColumn of(Stream<Estimate> ratios) {
    return new RatioColumn(LogAxis.ofRatios(ratios).orElse(null));
  }

  /** The labels of the axis; null if there is none. */
  public Svg ticks() {
    return axis == null ? null : axis.labels(TickLabels.IN_A_CELL);
  }

  /** Null if the ratio is not known. */
  public Svg drawn(Estimate ratio) {
    if (axis == null || !Double.isFinite(ratio.value())) {
      return null;
    }
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
