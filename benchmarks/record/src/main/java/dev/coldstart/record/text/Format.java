package dev.coldstart.record.text;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;

/**
 * Formats numbers for the page, the console and the files: with a decimal point, without grouping and without exponent,
 * in every locale. Every number is rounded half up, as {@code %.2f} does, from the shortest decimal that represents the
 * double: 0.125 becomes 0.13 everywhere.
 */
public final class Format {

  public static final double NS_PER_MS = 1e6;
  public static final double BYTES_PER_MB = 1e6;

  /** Printed for a value that was not obtained, which is never 0. */
  public static final String MISSING = "n/a";

  /** Keeps a unit on the same line as its number. */
  public static final String NO_BREAK = "\u00a0";

  private static final RoundingMode ROUNDING = RoundingMode.HALF_UP;
  private static final MathContext THREE_DIGITS = new MathContext(3, ROUNDING);
  private static final double SMALLEST_CHANCE = 0.001;

  private Format() {}

  /** Three significant digits: {@code 3.90}, {@code 51.2}, {@code 1230}. */
  public static String number(double value) {
    if (!Double.isFinite(value)) {
      return MISSING;
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(THREE_DIGITS);
    int powerOfFirstDigit = rounded.precision() - rounded.scale() - 1;
    return rounded.setScale(Math.max(0, THREE_DIGITS.getPrecision() - 1 - powerOfFirstDigit), RoundingMode.UNNECESSARY)
        .toPlainString();
  }

  /** Three significant digits and the unit. {@link #MISSING} without a unit if the value is not finite. */
  public static String number(double value, String unit) {
    return Double.isFinite(value) ? number(value) + NO_BREAK + unit : MISSING;
  }

  /** A round value, for example on an axis: at most three significant digits, without trailing zeros. */
  public static String tick(double value) {
    return value == 0 ? "0" : BigDecimal.valueOf(value).round(THREE_DIGITS).stripTrailingZeros().toPlainString();
  }

  /** With exactly this many decimals: {@code 2.50}. */
  public static String fixed(double value, int decimals) {
    return Double.isFinite(value) ? BigDecimal.valueOf(value).setScale(decimals, ROUNDING).toPlainString() : MISSING;
  }

  /** With at most this many decimals, without trailing zeros: {@code 2}, {@code 0.5}. */
  public static String upTo(int decimals, double value) {
    return Double.isFinite(value) ? rounded(value, decimals).toPlainString() : MISSING;
  }

  /** A number for a file: rounded to this many decimals, without trailing zeros or an exponent. Null for NaN. */
  public static BigDecimal rounded(double value, int decimals) {
    if (Double.isNaN(value)) {
      return null;
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, ROUNDING).stripTrailingZeros();
    return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
  }

  /** A difference with its sign. 0 has none. */
  public static String signed(double value) {
    return !Double.isFinite(value) || value == 0 ? number(value) : sign(value) + number(Math.abs(value));
  }

  public static String signed(double value, String unit) {
    return Double.isFinite(value) ? signed(value) + NO_BREAK + unit : MISSING;
  }

  /** A count with all its digits: {@code 1598}. */
  public static String whole(double count) {
    return Double.isFinite(count) ? Long.toString(Math.round(count)) : MISSING;
  }

  public static String signedWhole(double count) {
    long rounded = Math.round(count);
    return !Double.isFinite(count) || rounded == 0 ? whole(count) : sign(rounded) + Math.abs(rounded);
  }

  private static String sign(double value) {
    return value < 0 ? "−" : "+";
  }

  /** A probability. {@code < 0.001} if it is too small to matter. */
  public static String chance(double p) {
    return p < SMALLEST_CHANCE ? "< " + SMALLEST_CHANCE : number(p);
  }

  /** {@code 3.70–4.10}. Empty if there is no interval. */
  public static String interval(double low, double high) {
    return !Double.isNaN(low) && !Double.isNaN(high) ? number(low) + "–" + number(high) : "";
  }

  /** @param part a fraction, 0.02 for 2 % */
  public static String percent(double part) {
    return Double.isFinite(part) ? tick(part * 100) + NO_BREAK + "%" : MISSING;
  }

  /** {@code 1.50 s}, {@code 21 min 40 s}, {@code 2 h 3 min}. */
  public static String duration(Duration duration) {
    return duration.toMinutes() == 0 ? number(duration.toMillis() / 1e3, "s") : seconds(duration);
  }

  /** To the second: {@code 42 s}, {@code 3 min 20 s}, {@code 2 h 3 min}. */
  public static String seconds(Duration duration) {
    long seconds = Math.round(duration.toMillis() / 1e3);
    if (seconds < 60) {
      return seconds + " s";
    }
    long minutes = seconds / 60;
    return minutes < 60 ? minutes + " min " + seconds % 60 + " s" : minutes / 60 + " h " + minutes % 60 + " min";
  }

  /** {@code 2nd}, {@code 25th}. */
  public static String ordinal(int n) {
    boolean teen = n / 10 % 10 == 1;
    return n + switch (teen ? 0 : n % 10) {
      case 1 -> "st";
      case 2 -> "nd";
      case 3 -> "rd";
      default -> "th";
    };
  }

  /** {@code 1 launch}, {@code 2 launches}. */
  public static String count(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
