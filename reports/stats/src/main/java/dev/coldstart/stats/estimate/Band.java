package dev.coldstart.stats.estimate;

/**
 * The logarithms of the ratios that are no difference that matters: those from 1 - margin to 1 + margin, as in
 * {@link Verdict}.
 */
public record Band(double low, double high) {

  /** A margin of 1 and more has no lower edge: nothing is so fast. */
  public static Band of(double margin) {
    return new Band(Math.log(Math.max(0, 1 - margin)), Math.log(1 + margin));
  }

  /** How far beyond the nearer edge a log ratio lies; negative within. */
  public double beyond(double logRatio) {
    return Math.max(logRatio - high, low - logRatio);
  }

  /**
   * The two-sided t test against the nearer edge: twice the chance to see a mean of log ratios so far beyond it if the
   * true one lies within.
   */
  public double p(StudentT logRatios) {
    return logRatios.p(beyond(logRatios.mean()));
  }
}
