package dev.coldstart.stats;

/**
 * What is asked of the harness, and what was seen.
 *
 * @param blocks of each comparison
 * @param bound as a part of 1
 */
public record ValidationBar(Kind kind, int blocks, double bound, Proportion observed) {

  /** What is counted, and on which side of the bound it is to be. */
  public enum Kind {
    FALSE_POSITIVES(true),
    FOUND(false),
    COVERED(false);

    private final boolean atMost;

    Kind(boolean atMost) {
      this.atMost = atMost;
    }

    public boolean atMost() {
      return atMost;
    }
  }

  /** Whether what was observed is on the bound's good side. */
  public boolean met() {
    return kind.atMost() ? observed.value() <= bound : observed.value() >= bound;
  }

  /** Whether its whole interval is on the same side, so that more comparisons would hardly say otherwise. */
  public boolean decided() {
    Estimate interval = observed.estimate();
    return interval.high() <= bound || interval.low() >= bound;
  }
}
