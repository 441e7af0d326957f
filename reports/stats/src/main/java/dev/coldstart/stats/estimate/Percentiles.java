package dev.coldstart.stats.estimate;

import org.apache.commons.statistics.descriptive.Quantile;

/**
 * Percentiles, where the sample carries them: when the largest value is beyond the true percentile with 95 %
 * probability, that is when p^n is at most 0.05 (S. S. Wilks, "Determination of Sample Sizes for Setting Tolerance
 * Limits", Annals of Mathematical Statistics 12, 1941). That takes 29 values for p90, 59 for p95, 299 for p99.
 */
public final class Percentiles {

  /** Interpolates as R and NumPy do unless told otherwise, so that a reader of the raw data finds the same figure. */
  private static final Quantile QUANTILE = Quantile.withDefaults().with(Quantile.EstimationMethod.HF7).withCopy(true);

  private Percentiles() {}

  /**
   * @param percent between 50 and 100, both excluded
   * @return NaN where there are too few values
   */
  public static double of(double[] values, double percent) {
    if (!(percent > 50 && percent < 100)) {
      throw new IllegalArgumentException("percent=" + percent + " is not between 50 and 100");
    }
    return carriedBy(values.length, percent) ? at(values, percent / 100) : Double.NaN;
  }

  /** Of any sample, also of one too small to carry it: its ends and its quarters. NaN of no values. @param p a part */
  public static double at(double[] values, double p) {
    return QUANTILE.evaluate(values, p);
  }

  /** Whether n values are enough, as the class comment says; for values that are counted and not listed. */
  public static boolean carriedBy(long n, double percent) {
    return Math.pow(percent / 100, n) <= Estimate.ALPHA;
  }
}
