package dev.coldstart.stats.estimate;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The conclusion that a ratio's confidence interval allows, for a margin declared before the run. */
public enum Verdict {
  FASTER,
  SLOWER,
  /** The whole interval lies within the margin: no relevant difference. */
  EQUIVALENT,
  /** The interval is too wide for any of the others, or there is none. */
  INCONCLUSIVE;

  /**
   * Decides by the interval alone. An interval that touches the edge of the margin counts as within it.
   *
   * @param ratio to the baseline; below 1 is faster
   * @param margin as a fraction of 1: 0.02 treats 0.98 to 1.02 as no difference
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
    // Every comparison with NaN is false, so without an interval only this line applies.
    return ratio.low() >= least && ratio.high() <= most ? EQUIVALENT : INCONCLUSIVE;
  }

  /**
   * The same, but a difference must also be significant after the correction for all arms of the run.
   *
   * @param adjustedP p of the difference from the margin, see {@link Comparison#p()}
   */
  public static Verdict of(Estimate ratio, double margin, double adjustedP) {
    Verdict verdict = of(ratio, margin);
    boolean differs = verdict == FASTER || verdict == SLOWER;
    return differs && !(adjustedP <= Estimate.ALPHA) ? INCONCLUSIVE : verdict;
  }

  /** The verdict as it is written to data and text. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The verdict of that word, or of the word that older summaries have for it.
   *
   * @return empty if no verdict has that word
   */
  public static Optional<Verdict> ofWord(String word) {
    String known = word.equals("unsure") ? INCONCLUSIVE.word() : word; // a stored word
    return Stream.of(values()).filter(verdict -> verdict.word().equals(known)).findFirst();
  }

  /**
   * The log ratios that count as no relevant difference: those from 1 - margin to 1 + margin, as in {@link Verdict#of}.
   */
  public record Band(double low, double high) {

    /** A margin of 1 or more has no lower edge: no arm is that fast. */
    public static Band of(double margin) {
      return new Band(Math.log(Math.max(0, 1 - margin)), Math.log(1 + margin));
    }

    /** The distance of a log ratio from the nearer edge; negative inside the band. */
    public double beyond(double logRatio) {
      return Math.max(logRatio - high, low - logRatio);
    }

    /**
     * The two-sided t test against the nearer edge: twice the probability of a mean log ratio this far outside the band
     * if the true one lies within it.
     */
    public double p(StudentT logRatios) {
      return logRatios.p(beyond(logRatios.mean()));
    }
  }
}
