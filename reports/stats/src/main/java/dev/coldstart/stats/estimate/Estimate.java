package dev.coldstart.stats.estimate;

import java.util.function.DoubleUnaryOperator;

/**
 * A value and its 95 % confidence interval. The ends are NaN if the sample is too small for an interval, and the value
 * too if there is none. NaN is printed as "n/a" and written to JSON as null, never as 0.
 */
public record Estimate(double value, double low, double high) {

  /** The error probability of a 95 % interval. */
  public static final double ALPHA = 0.05;

  public static final Estimate NONE = withoutInterval(Double.NaN);

  public static Estimate withoutInterval(double value) {
    return new Estimate(value, Double.NaN, Double.NaN);
  }

  public boolean hasInterval() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }

  /** Whether the value lies outside the interval; false without an interval. */
  public boolean excludes(double other) {
    return low > other || high < other;
  }

  /** The distance from 1 to the ratio's further interval end, as a fraction of 1; NaN without an interval. */
  public double reachFromOne() {
    return Math.max(Math.abs(low - 1), Math.abs(high - 1));
  }

  /**
   * Converts the value and both ends to another unit.
   *
   * @param function must not decrease, so that the ends keep their order
   */
  public Estimate map(DoubleUnaryOperator function) {
    return new Estimate(function.applyAsDouble(value), function.applyAsDouble(low), function.applyAsDouble(high));
  }
}
