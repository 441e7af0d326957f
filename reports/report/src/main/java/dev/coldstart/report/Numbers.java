package dev.coldstart.report;

import dev.coldstart.stats.estimate.Estimate;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;

/** Numbers as the page writes them: three significant digits, a full stop, never an exponent, in every locale. */
final class Numbers {

  /** What a value that was not obtained looks like; it is never 0. */
  static final String MISSING = "n/a";

  private static final String NO_BREAK = "\u00a0";
  private static final double LEAST_CHANCE = 0.001;
  private static final MathContext THREE_DIGITS = new MathContext(3, RoundingMode.HALF_UP);

  private Numbers() {}

  static String of(double value) {
    if (!Double.isFinite(value)) {
      return MISSING;
    }
    if (value == 0) {
      return "0";
    }
    BigDecimal rounded = BigDecimal.valueOf(value).round(THREE_DIGITS);
    int decimals = Math.max(0, THREE_DIGITS.getPrecision() - 1 - exponent(rounded));
    return rounded.setScale(decimals, RoundingMode.UNNECESSARY).toPlainString();
  }

  /** The power of ten of the first digit: 0 for 7.5, 2 for 312. */
  private static int exponent(BigDecimal value) {
    return value.precision() - value.scale() - 1;
  }

  /** A round value on an axis: without the zeros that three digits would add. */
  static String tick(double value) {
    return value == 0 ? "0" : BigDecimal.valueOf(value).round(THREE_DIGITS).stripTrailingZeros().toPlainString();
  }

  /** With a unit that stays on the number's line, unless it is missing. */
  static String of(double value, String unit) {
    return Double.isFinite(value) ? of(value) + NO_BREAK + unit : MISSING;
  }

  /** A difference: with its sign, for 0 has none. */
  static String signed(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return of(value);
    }
    return (value < 0 ? "−" : "+") + of(Math.abs(value));
  }

  static String signed(double value, String unit) {
    return Double.isFinite(value) ? signed(value) + NO_BREAK + unit : MISSING;
  }

  /** What is counted: of 1,598 classes the last digit means something. */
  static String whole(double count) {
    return Double.isFinite(count) ? Long.toString(Math.round(count)) : MISSING;
  }

  static String signedWhole(double count) {
    long rounded = Math.round(count);
    return !Double.isFinite(count) ? MISSING : rounded == 0 ? "0" : (rounded < 0 ? "−" : "+") + Math.abs(rounded);
  }

  /** A probability; what is less than a reader can tell from none says so. */
  static String chance(double p) {
    return p < LEAST_CHANCE ? "< " + LEAST_CHANCE : of(p);
  }

  /** The interval alone, {@code 3.70–4.10}; empty without one. */
  static String interval(Estimate estimate) {
    return estimate.hasInterval() ? of(estimate.low()) + "–" + of(estimate.high()) : "";
  }

  static String percent(double part) {
    return Double.isFinite(part) ? tick(part * 100) + NO_BREAK + "%" : MISSING;
  }

  static double msOfNs(double ns) {
    return ns / 1e6;
  }

  static double mbOfBytes(double bytes) {
    return bytes / 1e6;
  }

  static String bytes(double bytes) {
    if (bytes < 1_000) {
      return Double.isFinite(bytes) ? Math.round(bytes) + NO_BREAK + "B" : MISSING;
    }
    return bytes < 1e6 ? of(bytes / 1e3, "kB") : bytes < 1e9 ? of(bytes / 1e6, "MB") : of(bytes / 1e9, "GB");
  }

  /** In the unit that leaves one to three digits before the point. */
  static String time(double ns) {
    if (ns < 1e3) {
      return of(ns, "ns");
    }
    return ns < 1e6 ? of(ns / 1e3, "µs") : ns < 1e9 ? of(ns / 1e6, "ms") : of(ns / 1e9, "s");
  }

  static String duration(Duration duration) {
    if (duration.toMinutes() == 0) {
      return of(duration.toMillis() / 1e3, "s");
    }
    String minutesAndSeconds = duration.toMinutesPart() + " min " + duration.toSecondsPart() + " s";
    return duration.toHours() == 0 ? minutesAndSeconds : duration.toHours() + " h " + duration.toMinutesPart() + " min";
  }

  /** {@code 2nd}, {@code 25th}. */
  static String ordinal(int n) {
    boolean teen = n / 10 % 10 == 1;
    return n + switch (teen ? 0 : n % 10) {
      case 1 -> "st";
      case 2 -> "nd";
      case 3 -> "rd";
      default -> "th";
    };
  }

  /** {@code 1 launch}, {@code 2 launches}. */
  static String count(long count, String one, String many) {
    return count + " " + (count == 1 ? one : many);
  }
}
