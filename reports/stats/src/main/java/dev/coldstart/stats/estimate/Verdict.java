package dev.coldstart.stats.estimate;

import java.util.Locale;

/** What a ratio's confidence interval allows to say, against a margin declared beforehand. */
public enum Verdict {
  FASTER,
  SLOWER,
  /** The whole interval lies within the margin: no difference that matters. */
  EQUIVALENT,
  /** The interval is too wide for any of the others, or there is none. */
  UNSURE;

  /**
   * Decides by the interval alone; an interval that touches the margin lies within it.
   *
   * @param ratio to the baseline; below 1 is faster
   * @param margin as a part of 1: 0.02 lets 0.98 to 1.02 pass as no difference
   */
  public static Verdict of(Estimate ratio, double margin) {
    double least = 1 - margin;
    double most = 1 + margin;
    if (ratio.high() < least) {
      return FASTER;
    }
    if (ratio.low() > most) {
      return SLOWER;
    }
    // Each comparison with NaN is false: without an interval nothing but the last line is reached.
    return ratio.low() >= least && ratio.high() <= most ? EQUIVALENT : UNSURE;
  }

  /**
   * The same, and a difference must stand when all arms of the run are looked at together.
   *
   * @param adjustedP of the difference from the margin, see {@link Comparison#p()}
   */
  public static Verdict of(Estimate ratio, double margin, double adjustedP) {
    Verdict verdict = of(ratio, margin);
    boolean differs = verdict == FASTER || verdict == SLOWER;
    return differs && !(adjustedP <= Estimate.ALPHA) ? UNSURE : verdict;
  }

  /** The verdict as data and text write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The logarithms of the ratios that are no difference that matters: those from 1 - margin to 1 + margin, as in
   * {@link Verdict#of}.
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
     * The two-sided t test against the nearer edge: twice the chance to see a mean of log ratios so far beyond it if
     * the true one lies within.
     */
    public double p(StudentT logRatios) {
      return logRatios.p(beyond(logRatios.mean()));
    }
  }
}
