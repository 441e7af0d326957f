package dev.coldstart.stats.run;

import dev.coldstart.stats.estimate.Estimate;
import java.util.List;

/**
 * Whether an arm is slower than its baseline by more than a limit.
 *
 * @param arm neither a baseline nor a control
 */
public record Regression(ArmSummary arm, Outcome outcome) {

  /** What the run says. */
  public enum Outcome {
    /** The whole interval of the ratio is at or below the limit. */
    NONE,
    /** The whole interval is above it. */
    SUSPECTED,
    /** The interval contains the limit, or there is none, or the run is not to be trusted. */
    UNDECIDED
  }

  /**
   * Judges every arm.
   *
   * @param most the largest difference that is allowed, as a fraction of the baseline's time
   */
  public static List<Regression> of(Summary summary, double most) {
    return summary.arms()
        .stream()
        .filter(arm -> !arm.arm().isControl() && !arm.arm().baseline())
        .map(arm -> new Regression(arm, outcome(arm.ratio(), 1 + most, summary.status().isTrusted())))
        .toList();
  }

  private static Outcome outcome(Estimate ratio, double limit, boolean isTrusted) {
    if (!isTrusted || !ratio.hasInterval()) {
      return Outcome.UNDECIDED;
    }
    return ratio.low() > limit ? Outcome.SUSPECTED : ratio.high() <= limit ? Outcome.NONE : Outcome.UNDECIDED;
  }
}
