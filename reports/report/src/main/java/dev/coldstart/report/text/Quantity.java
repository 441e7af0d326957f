package dev.coldstart.report.text;

import dev.coldstart.record.Counter;
import dev.coldstart.record.text.Format;
import dev.coldstart.stats.estimate.Estimate;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * A value with its unit, and its interval in the same unit.
 *
 * @param interval empty if there is none
 */
public record Quantity(String value, String interval) {

  /** @param factor the unit's size in ns or bytes */
  private record Unit(double factor, String name) {}

  private static final List<Unit> TIMES =
      List.of(new Unit(1, "ns"), new Unit(1e3, "µs"), new Unit(1e6, "ms"), new Unit(1e9, "s"));
  private static final List<Unit> SIZES =
      List.of(new Unit(1, "B"), new Unit(1e3, "kB"), new Unit(1e6, "MB"), new Unit(1e9, "GB"));

  public static Quantity time(Estimate ns) {
    return of(ns, TIMES);
  }

  public static Quantity size(Estimate bytes) {
    return of(bytes, SIZES);
  }

  /** A value alone, in the unit that leaves one to three digits before the point. */
  public static String time(double ns) {
    return time(Estimate.withoutInterval(ns)).value();
  }

  /** The same for a size in bytes; below 1 kB without decimals. */
  public static String size(double bytes) {
    return Double.isFinite(bytes) && bytes < 1e3
        ? Format.whole(bytes) + Format.NO_BREAK + "B"
        : size(Estimate.withoutInterval(bytes)).value();
  }

  public static Quantity of(Estimate estimate, Counter.Unit unit) {
    return switch (unit) {
      case NS -> time(estimate);
      case BYTES -> size(estimate);
      case COUNT -> about(estimate);
    };
  }

  public static Quantity ratio(Estimate ratio) {
    return new Quantity(Format.number(ratio.value(), "×"), interval(ratio));
  }

  /** The interval alone, {@code 3.70–4.10}; empty without one. */
  public static String interval(Estimate estimate) {
    return Format.interval(estimate.low(), estimate.high());
  }

  /** The same for a difference, {@code +3.70 to +4.10}. */
  public static String signedInterval(Estimate difference) {
    return difference.hasInterval() ? Format.signed(difference.low()) + " to " + Format.signed(difference.high()) : "";
  }

  /** A value in words, and its interval in parentheses, if it has one. */
  public static String withInterval(String value, Estimate of) {
    return of.hasInterval() ? value + " (" + interval(of) + ")" : value;
  }

  /**
   * A value in words, and its interval in parentheses, if it has one.
   *
   * @param to between the interval's ends
   */
  public static String withInterval(Estimate of, DoubleFunction<String> words, String to) {
    String value = words.apply(of.value());
    return of.hasInterval() ? value + " (" + words.apply(of.low()) + to + words.apply(of.high()) + ")" : value;
  }

  /** An estimated count, rounded: the last digits of 103,449 would mean nothing. */
  public static Quantity about(Estimate count) {
    String interval = count.hasInterval() ? about(count.low()) + "–" + about(count.high()) : "";
    return new Quantity(about(count.value()), interval);
  }

  private static String about(double count) {
    return count < 1_000 ? Format.whole(count) : Format.number(count);
  }

  /** A round value on an axis: "1 ms", not "1.00 ms". */
  public static String tickOfTime(double ns) {
    return tick(ns, TIMES);
  }

  public static String tickOfSize(double bytes) {
    return tick(bytes, SIZES);
  }

  private static Quantity of(Estimate estimate, List<Unit> units) {
    Unit unit = unit(estimate.value(), units);
    return new Quantity(Format.number(estimate.value() / unit.factor(), unit.name()),
        interval(new Estimate(Double.NaN, estimate.low() / unit.factor(), estimate.high() / unit.factor())));
  }

  private static String tick(double value, List<Unit> units) {
    Unit unit = unit(value, units);
    return Format.tick(value / unit.factor()) + Format.NO_BREAK + unit.name();
  }

  /** The unit that leaves one to three digits before the point. */
  private static Unit unit(double value, List<Unit> units) {
    return units.stream().filter(unit -> Math.abs(value) >= unit.factor()).reduce(units.get(0), (less, more) -> more);
  }
}
