package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.RunData;
import dev.coldstart.stats.estimate.Bootstrap;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.HodgesLehmann;
import dev.coldstart.stats.estimate.Holm;
import dev.coldstart.stats.estimate.MoreBlocks;
import dev.coldstart.stats.estimate.StudentT;
import dev.coldstart.stats.estimate.VarghaDelaney;
import dev.coldstart.stats.estimate.Verdict.Band;
import dev.coldstart.stats.estimate.Verdict;
import dev.coldstart.stats.run.References.Group;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * An arm against its baseline: the one of the same fixture, profile and JDK. A control is compared with what it
 * repeats.
 *
 * @param ratio to the baseline; 1 without an interval for the baseline itself; NaN where there is none
 * @param margin that the verdict was taken against, as a part of 1: the declared one, or the noise floor of the A/A arm
 * of its fixture, profile and JDK where that is larger; NaN where nothing was judged
 * @param p of the difference from the margin, two-sided, adjusted after Holm for all arms that the run compares; NaN
 * without an interval
 * @param shiftMs Hodges-Lehmann estimate of how much longer the arm takes, in ms, over pairs of one block; NaN where
 * there is none
 * @param a12 Vargha-Delaney: the chance that a launch of the arm takes longer than one of the baseline; NaN likewise
 * @param verdict null for the baseline, for a control and for an arm without launches that count
 * @param moreBlocks about how many blocks more a verdict would take; null unless it is unsure, and where it cannot be
 * told
 */
public record Comparison(Estimate ratio, double margin, double p, double shiftMs, double a12, Verdict verdict,
    Integer moreBlocks) {

  /**
   * One element an arm of the run, in its order.
   *
   * @param trusted false when a control failed: nothing is then more than unsure
   */
  static List<Comparison> of(RunData run, double margin, Bootstrap bootstrap, boolean trusted) {
    return new Run(run, margin, bootstrap, trusted).all();
  }

  /**
   * One arm before what the others make of its p is known.
   *
   * @param margin NaN where nothing is judged
   */
  private record Measured(double[] logRatios, Estimate ratio, double shiftMs, double a12, double margin, double p) {

    /** Of an arm that is compared with nothing. */
    static Measured alone(Estimate ratio, double margin) {
      return new Measured(new double[0], ratio, Double.NaN, Double.NaN, margin, Double.NaN);
    }
  }

  /** All arms of a run: some need what others have shown. */
  private static final class Run {

    private final RunData run;
    private final References references;
    private final double declaredMargin;
    private final Bootstrap bootstrap;
    private final Map<Group, Double> noiseFloors = new HashMap<>();
    private final boolean trusted;

    Run(RunData run, double declaredMargin, Bootstrap bootstrap, boolean trusted) {
      this.run = run;
      this.references = new References(run);
      this.declaredMargin = declaredMargin;
      this.bootstrap = bootstrap;
      this.trusted = trusted;
      run.arms().stream().filter(arm -> arm.arm().isAa()).forEach(this::addNoiseFloor);
    }

    /**
     * How far two arms that run the same command may seem to differ: the end of the A/A arm's interval that is further
     * from 1. A margin below it would call noise a difference.
     */
    private void addNoiseFloor(ArmLaunches aa) {
      references.of(aa.arm())
          .map(reference -> bootstrap.ratioOf(Pairs.of(aa, reference).logRatios()))
          .filter(Estimate::hasInterval)
          .ifPresent(ratio -> noiseFloors.merge(Group.of(aa.arm()), ratio.reachFromOne(), Math::max));
    }

    List<Comparison> all() {
      List<Measured> measured = run.arms().parallelStream().map(this::measured).toList();
      double[] p = measured.stream().mapToDouble(Measured::p).toArray();
      double[] adjusted = Holm.adjusted(p);
      return IntStream.range(0, p.length)
          .mapToObj(i -> comparison(measured.get(i), adjusted[i], Holm.step(p, p[i])))
          .toList();
    }

    private Measured measured(ArmLaunches launches) {
      Arm arm = launches.arm();
      if (launches.counted().isEmpty()) {
        return Measured.alone(Estimate.NONE, Double.NaN);
      }
      if (arm.baseline()) {
        return Measured.alone(Estimate.withoutInterval(1), Double.NaN);
      }
      double floor = noiseFloors.getOrDefault(Group.of(arm), 0.0);
      double margin = arm.isControl() ? Double.NaN : Math.max(declaredMargin, floor);
      return references.of(arm)
          .map(reference -> measured(launches, reference, margin))
          .orElse(Measured.alone(Estimate.NONE, margin));
    }

    private Measured measured(ArmLaunches arm, ArmLaunches reference, double margin) {
      Pairs pairs = Pairs.of(arm, reference);
      double[] logs = pairs.logRatios();
      Estimate ratio = bootstrap.ratioOf(logs);
      boolean tested = ratio.hasInterval() && !Double.isNaN(margin);
      return new Measured(logs, ratio, HodgesLehmann.shift(pairs.differencesMs()),
          VarghaDelaney.a12(firstResponses(arm), firstResponses(reference)), margin,
          tested ? Band.of(margin).p(StudentT.of(logs)) : Double.NaN);
    }

    private Comparison comparison(Measured measured, double p, int holmStep) {
      boolean judged = !Double.isNaN(measured.margin());
      Verdict verdict = judged ? Verdict.of(measured.ratio(), measured.margin(), p) : null;
      Integer moreBlocks = null;
      if (!trusted && judged) {
        verdict = Verdict.UNSURE;
      } else if (verdict == Verdict.UNSURE && !Double.isNaN(p)) {
        moreBlocks = MoreBlocks.of(StudentT.of(measured.logRatios()), Band.of(measured.margin()), holmStep);
      }
      return new Comparison(measured.ratio(), measured.margin(), p, measured.shiftMs(), measured.a12(), verdict,
          moreBlocks);
    }

    private static double[] firstResponses(ArmLaunches arm) {
      return Launch.values(arm.counted(), Launch::firstResponseNs);
    }
  }
}
