package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.stats.estimate.Estimate;
import java.math.BigDecimal;
import java.math.RoundingMode;

/** Numbers and names as sentences carry them. */
public final class Wording {

  /** What comes out of a run's files may be of any length. */
  private static final int LONGEST = 200;

  private static final int DECIMALS = 3;

  private Wording() {}

  static String number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return "n/a";
    }
    return rounded(value, DECIMALS);
  }

  private static String rounded(double value, int decimals) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    return rounded.stripTrailingZeros().toPlainString();
  }

  static String interval(Estimate estimate) {
    String value = number(estimate.value());
    // Behind a minus sign, a dash would be read as another.
    String to = estimate.low() < 0 ? " to " : "-";
    return estimate.hasInterval() ? value + " (" + number(estimate.low()) + to + number(estimate.high()) + ")" : value;
  }

  static String percent(double part) {
    return rounded(part * 100, 1) + " %";
  }

  public static String count(long n, String one, String many) {
    return n + " " + (n == 1 ? one : many);
  }

  /** Of one arm of a run; its id is the same for every fixture. */
  static String name(Arm arm) {
    return arm.arm() + " of " + arm.fixture();
  }

  public static String brief(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "...";
  }
}
