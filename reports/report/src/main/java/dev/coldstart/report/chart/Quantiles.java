package dev.coldstart.report.chart;

import dev.coldstart.record.Launch;
import dev.coldstart.record.text.Format;
import dev.coldstart.stats.estimate.Percentiles;
import java.util.Arrays;
import java.util.List;

/** Order statistics of one arm's first responses, in ms. */
public record Quantiles(double[] sorted) {

  public static final String TOO_FEW = "n too small";

  public static Quantiles ofMs(List<Launch> counted) {
    return new Quantiles(Arrays.stream(Launch.valuesMs(counted, Launch::firstResponseNs)).sorted().toArray());
  }

  /** "n too small" if there are too few launches. */
  public String percentile(double percent) {
    double ms = Percentiles.of(sorted, percent);
    return Double.isNaN(ms) ? TOO_FEW : Format.number(ms);
  }

  /**
   * A quantile that any sample is large enough for: its ends and quartiles. Interpolates linearly between neighbours
   * (Hyndman and Fan, 1996, type 7); NaN without values.
   */
  public double at(double p) {
    return Percentiles.at(sorted, p);
  }
}
