package dev.coldstart.stats.estimate;

import java.util.function.DoubleUnaryOperator;

/**
 * A value and its 95 % confidence interval; NaN where the sample does not carry it. A NaN is printed as "n/a" and
 * written to JSON as null, never as 0.
 */
public record Estimate(double value, double low, double high) {

  /** What an interval of 95 % leaves to error. */
  public static final double ALPHA = 0.05;

  public static final Estimate NONE = withoutInterval(Double.NaN);

  public static Estimate withoutInterval(double value) {
    return new Estimate(value, Double.NaN, Double.NaN);
  }

  public boolean hasInterval() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }

  /** Whether the interval says that it is another value; false without one. */
  public boolean excludes(double other) {
    return low > other || high < other;
  }

  /** How far a ratio's interval reaches from 1, as a part of 1: by its end that is further away. NaN without one. */
  public double reachFromOne() {
    return Math.max(Math.abs(low - 1), Math.abs(high - 1));
  }

  /** The same in another unit. @param function that never falls, so that the ends stay the ends */
  public Estimate map(DoubleUnaryOperator function) {
    return new Estimate(function.applyAsDouble(value), function.applyAsDouble(low), function.applyAsDouble(high));
  }
}
