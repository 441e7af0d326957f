package dev.coldstart.stats;

/** What a ratio's confidence interval allows to say, against a margin declared beforehand. */
public enum Verdict {
  FASTER,
  SLOWER,
  /** The whole interval lies within the margin: no difference that matters. */
  EQUIVALENT,
  /** The interval is too wide for any of the others, or there is none. */
  UNSURE;

  /** The verdict as data and text write it. */
  public String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
