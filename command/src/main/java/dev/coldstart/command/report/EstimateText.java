package dev.coldstart.command.report;

import dev.coldstart.record.text.Format;
import dev.coldstart.stats.estimate.Estimate;

/** An estimate and its interval on a console. */
public final class EstimateText {

  private EstimateText() {}

  /** For example {@code 1.36 (1.30-1.42)}; {@code n/a} where it is not known. */
  public static String of(Estimate estimate, int decimals) {
    return of(estimate, decimals, "");
  }

  /** @param unit stands behind the value, with its space */
  public static String of(Estimate estimate, int decimals, String unit) {
    if (Double.isNaN(estimate.value())) {
      return Format.MISSING;
    }
    String value = Format.fixed(estimate.value(), decimals) + unit;
    return estimate.hasInterval()
        ? value + " (" + Format.fixed(estimate.low(), decimals) + "-" + Format.fixed(estimate.high(), decimals) + ")"
        : value;
  }
}
