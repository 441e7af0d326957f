package dev.coldstart.stats.estimate;

import org.apache.commons.statistics.descriptive.Quantile;

/**
 * Percentiles that the sample is large enough for: the largest value must exceed the true percentile with 95 %
 * probability, that is, p^n must be at most 0.05 (S. S. Wilks, "Determination of Sample Sizes for Setting Tolerance
 * Limits", Annals of Mathematical Statistics 12, 1941). That takes 29 values for p90, 59 for p95, 299 for p99.
 */
public final class Percentiles {

  /** Interpolates like the defaults of R and NumPy, so that a reader of the raw data gets the same number. */
  private static final Quantile QUANTILE = Quantile.withDefaults().with(Quantile.EstimationMethod.HF7).withCopy(true);

  private Percentiles() {}

  /**
   * @param percent between 50 and 100, both excluded
   * @return NaN if there are too few values
   */
  public static double of(double[] values, double percent) {
    if (!(percent > 50 && percent < 100)) {
      throw new IllegalArgumentException("percent=" + percent + " is not between 50 and 100");
    }
    return carriedBy(values.length, percent) ? at(values, percent / 100) : Double.NaN;
  }

  /**
   * Any quantile, however small the sample; for its ends and quartiles. NaN without values.
   *
   * @param p from 0 to 1
   */
  public static double at(double[] values, double p) {
    return QUANTILE.evaluate(values, p);
  }

  /** Whether n values are enough, see the class comment; for values that are counted and not stored. */
  public static boolean carriedBy(long n, double percent) {
    return Math.pow(percent / 100, n) <= Estimate.ALPHA;
  }
}
