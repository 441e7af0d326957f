package dev.coldstart.stats;

/**
 * A value and its 95 % confidence interval; NaN where the sample does not carry it. A NaN is printed as "n/a" and
 * written to JSON as null, never as 0.
 */
public record Estimate(double value, double low, double high) {

  public static final Estimate NONE = new Estimate(Double.NaN, Double.NaN, Double.NaN);

  public boolean hasInterval() {
    return !Double.isNaN(low) && !Double.isNaN(high);
  }

  /** How far a ratio's interval reaches from 1, as a part of 1: by its end that is further away. NaN without one. */
  public double reachFromOne() {
    return Math.max(Math.abs(low - 1), Math.abs(high - 1));
  }
}
