package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest;
import dev.coldstart.stats.estimate.Estimate;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whether an arm is slower by more than a limit: than its baseline, than in an earlier run, or than on another JDK.
 *
 * @param arm no control, and a baseline only if JDKs are compared
 * @param ratio to its baseline; or its ratio to the baseline, divided by that in the earlier run; or to the same arm on
 * the other JDK
 */
public record Regression(Arm arm, Estimate ratio, Outcome outcome) {

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
        .map(
            arm -> new Regression(arm.arm(), arm.ratio(), outcome(arm.ratio(), 1 + most, summary.status().isTrusted())))
        .toList();
  }

  /**
   * Judges the change of every arm of the earlier run. One that has no ratio in the later run is undecided.
   *
   * @param most the largest change that is allowed, as a fraction of the earlier ratio
   */
  public static List<Regression> of(RunsCompared runs, double most) {
    List<Regression> lost = runs.onlyFirst()
        .stream()
        .map(arm -> runs.second().manifest().arm(arm.key()).orElse(arm))
        .map(arm -> new Regression(arm, Estimate.NONE, Outcome.UNDECIDED))
        .toList();
    return Stream
        .concat(
            runs.arms()
                .stream()
                .map(arm -> new Regression(arm.arm(), arm.change(), outcome(arm.change(), 1 + most, runs.isTrusted()))),
            lost.stream())
        .toList();
  }

  /**
   * Judges every arm on a JDK other than the run's first against the same arm on that. One that did not run, or has no
   * block in common with it, is undecided.
   *
   * @param most the largest difference that is allowed, as a fraction of the time on the first JDK
   */
  public static List<Regression> ofJdks(Summary summary, Manifest manifest, double most) {
    String first = manifest.jdks().get(0).id();
    return manifest.arms()
        .stream()
        .filter(arm -> !arm.isControl() && arm.hasOwnLaunches() && !arm.jdk().equals(first))
        .map(arm -> {
          Estimate ratio = ratioOfJdks(arm, first, summary);
          return new Regression(arm, ratio, outcome(ratio, 1 + most, summary.status().isTrusted()));
        })
        .toList();
  }

  private static Estimate ratioOfJdks(Arm arm, String first, Summary summary) {
    return summary.settings()
        .stream()
        .filter(effect -> effect.arm().key().equals(arm.key()) && effect.isOfJdkAgainst(first))
        .findFirst()
        .map(SettingEffect::ratio)
        .orElse(Estimate.NONE);
  }

  private static Outcome outcome(Estimate ratio, double limit, boolean isTrusted) {
    if (!isTrusted || !ratio.hasInterval()) {
      return Outcome.UNDECIDED;
    }
    return ratio.low() > limit ? Outcome.SUSPECTED : ratio.high() <= limit ? Outcome.NONE : Outcome.UNDECIDED;
  }
}
