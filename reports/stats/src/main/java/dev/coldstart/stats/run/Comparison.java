package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.RunData;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.HodgesLehmann;
import dev.coldstart.stats.estimate.Holm;
import dev.coldstart.stats.estimate.MoreBlocks;
import dev.coldstart.stats.estimate.StudentT;
import dev.coldstart.stats.estimate.VarghaDelaney;
import dev.coldstart.stats.estimate.Verdict.Band;
import dev.coldstart.stats.estimate.Verdict;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An arm compared with its baseline: the baseline arm of the same fixture, profile and JDK. The A/A arm is a second
 * launch of the baseline in each block. A control is compared with the arm that it repeats, see {@link LogRatios}.
 *
 * @param ratio to the baseline, see {@link LogRatio}; 1 without an interval for the baseline itself; NaN if there is no
 * ratio
 * @param blocks behind the ratio; 0 if there is no ratio
 * @param p of the difference from the declared margin, two-sided, see {@link StudentT#around}, with Holm's correction
 * for all arms that the run compares; NaN without an interval
 * @param shiftMs how much longer the arm takes than the baseline in the same block, see {@link HodgesLehmann}, in ms;
 * on the first machine if there are several; NaN if there is no ratio
 * @param a12 Vargha-Delaney: the probability that a launch of the arm takes longer than one of the baseline, on the
 * first machine; NaN if there is no ratio
 * @param verdict null for the baseline, for a control and for an arm without counted launches
 * @param moreBlocks about how many more blocks a clear verdict needs; null unless the verdict is inconclusive, if a
 * control failed, and if the number cannot be estimated
 */
public record Comparison(Estimate ratio, int blocks, double p, double shiftMs, double a12, Verdict verdict,
    Integer moreBlocks) {

  /**
   * One element per arm of the run, in the run's order.
   *
   * @param margin of the verdicts, as a fraction of 1. The run's own noise is not added to it: each interval already
   * contains it, and an A/A arm that differs by more than chance fails the run
   * @param trusted false if a control failed: every verdict is then inconclusive
   */
  static List<Comparison> of(Machines machines, double margin, boolean trusted) {
    RunData run = machines.run();
    References references = new References(run);
    List<Measured> measured =
        run.arms().parallelStream().map(arm -> Measured.of(arm, references, machines, margin)).toList();
    double[] p = measured.stream().mapToDouble(Measured::p).toArray();
    double[] adjusted = Holm.adjusted(p);
    return IntStream.range(0, p.length)
        .mapToObj(i -> measured.get(i).judged(margin, adjusted[i], Holm.step(p, p[i]), trusted))
        .toList();
  }

  /**
   * One arm before the correction of its p for all arms.
   *
   * @param logRatio null if the arm is not compared
   * @param isJudged whether it gets a verdict
   */
  private record Measured(LogRatio logRatio, Estimate ratio, double shiftMs, double a12, boolean isJudged, double p) {

    static Measured of(ArmLaunches launches, References references, Machines machines, double margin) {
      Arm arm = launches.arm();
      if (launches.counted().isEmpty()) {
        return alone(Estimate.NONE, false);
      }
      if (arm.baseline()) {
        return alone(Estimate.withoutInterval(1), false);
      }
      return references.of(arm)
          .map(reference -> beside(arm, reference.arm(), machines, margin))
          .orElse(alone(Estimate.NONE, !arm.isControl()));
    }

    /** An arm that is not compared. */
    private static Measured alone(Estimate ratio, boolean isJudged) {
      return new Measured(null, ratio, Double.NaN, Double.NaN, isJudged, Double.NaN);
    }

    private static Measured beside(Arm arm, Arm reference, Machines machines, double margin) {
      LogRatio logRatio = machines.typical(arm, reference);
      boolean isJudged = !arm.isControl();
      double p = isJudged && logRatio.estimate().hasInterval() ? Band.of(margin).p(logRatio.error()) : Double.NaN;
      ArmLaunches own = Machines.launches(machines.first(), arm);
      ArmLaunches other = Machines.launches(machines.first(), reference);
      return new Measured(logRatio, logRatio.estimate().map(Math::exp),
          HodgesLehmann.of(Pairs.of(own, other).differencesMs()).value(),
          VarghaDelaney.a12(Launch.values(own.counted(), Launch::firstResponseNs),
              Launch.values(other.counted(), Launch::firstResponseNs)),
          isJudged, p);
    }

    private Comparison judged(double margin, double adjustedP, int holmStep, boolean trusted) {
      Verdict verdict = isJudged ? Verdict.of(ratio, margin, adjustedP) : null;
      Integer moreBlocks = null;
      if (!trusted && isJudged) {
        verdict = Verdict.INCONCLUSIVE;
      } else if (verdict == Verdict.INCONCLUSIVE && !Double.isNaN(adjustedP)) {
        moreBlocks = moreBlocks(margin, holmStep);
      }
      return new Comparison(ratio, logRatio == null ? 0 : logRatio.blocks(), adjustedP, shiftMs, a12, verdict,
          moreBlocks);
    }

    /**
     * Of several machines, those of as many more machines: more blocks of the same ones would not show how others are.
     */
    private Integer moreBlocks(double margin, int holmStep) {
      Integer more = MoreBlocks.of(logRatio.error(), Band.of(margin), holmStep);
      return more == null ? null : Integer.valueOf((int) Math.ceil(more * logRatio.blocksOfAValue()));
    }
  }
}
