package dev.coldstart.report.chart;

import dev.coldstart.record.Launch;
import dev.coldstart.record.text.Format;
import dev.coldstart.stats.estimate.Percentiles;
import java.util.Arrays;
import java.util.List;

/** Order statistics of the first responses of one arm, in ms. */
public record Quantiles(double[] sorted) {

  public static final String TOO_FEW = "n too small";

  public static Quantiles ofMs(List<Launch> counted) {
    return new Quantiles(Arrays.stream(Launch.valuesMs(counted, Launch::firstResponseNs)).sorted().toArray());
  }

  /** "n too small" where the launches do not carry it. */
  public String percentile(double percent) {
    double ms = Percentiles.of(sorted, percent);
    return Double.isNaN(ms) ? TOO_FEW : Format.number(ms);
  }

  /**
   * What no sample is too small to show: its ends and its quarters. By linear interpolation between neighbours (Hyndman
   * and Fan, 1996, type 7); NaN of nothing.
   */
  public double at(double p) {
    return Percentiles.at(sorted, p);
  }
}
