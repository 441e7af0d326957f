package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.stats.estimate.Estimate;

/**
 * One check that a run made of itself.
 *
 * @param kind {@link Arm.Control#AA}, {@link Arm.Control#BUSY}, {@link #BOOT}, or one of a later version
 * @param against what it is compared with
 * @param unit {@link #RATIO} or {@link #MS}
 * @param expected what it would be without noise, in that unit; NaN where this version does not know the kind
 * @param measured with its 95 % interval, in that unit
 * @param judged how many controls of the run were judged together
 */
public record ControlResult(String kind, Arm arm, Arm against, String unit, double expected, Estimate measured,
    Outcome outcome, int judged) {

  /** The drift control's kind: the phase that no configuration can touch. */
  public static final String BOOT = "boot";

  /** Of the ratio of {@code boot}: the class path is opened in it, and each configuration has its own. */
  public static final double BOOT_TOLERANCE = 0.05;

  public static final String RATIO = "ratio";
  public static final String MS = "ms";

  /** What a control found. */
  public enum Outcome {
    /** The 95 % interval holds what is expected. */
    HOLDS(true),
    /** It does not, and is no further off than chance may be among so many controls. */
    HOLDS_AMONG_MANY(true),
    /** It is further off than that. */
    FAILS(false),
    /** The run cannot tell the known difference from none. */
    HIDDEN_BY_NOISE(false),
    TOO_FEW_BLOCKS(null),
    /** As many as are judged, and not as many as a difference made on purpose needs. */
    TOO_FEW_BLOCKS_TO_SEE(null);

    private final Boolean held;

    Outcome(Boolean held) {
      this.held = held;
    }
  }

  /** Null when it was not judged. */
  public Boolean held() {
    return outcome.held;
  }

  public boolean failed() {
    return Boolean.FALSE.equals(outcome.held);
  }
}
