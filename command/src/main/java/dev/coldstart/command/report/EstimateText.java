package dev.coldstart.command.report;

import dev.coldstart.stats.estimate.Estimate;
import java.util.Locale;

/** An estimate and its interval on a console. */
public final class EstimateText {

  private EstimateText() {}

  /**
   * For example {@code 1.36 (1.30-1.42)}; {@code n/a} where it is not known.
   *
   * @param number how a number is formatted
   */
  public static String of(Estimate estimate, String number) {
    return of(estimate, number, "");
  }

  /** @param unit stands behind the value, with its space */
  public static String of(Estimate estimate, String number, String unit) {
    if (Double.isNaN(estimate.value())) {
      return "n/a";
    }
    String value = String.format(Locale.ROOT, number, estimate.value()) + unit;
    String interval = String.format(Locale.ROOT, " (" + number + "-" + number + ")", estimate.low(), estimate.high());
    return estimate.hasInterval() ? value + interval : value;
  }
}
