package dev.coldstart.stats.run;

import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.LaunchField;
import dev.coldstart.record.RunData;
import dev.coldstart.stats.estimate.Band;
import dev.coldstart.stats.estimate.Bootstrap;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.HodgesLehmann;
import dev.coldstart.stats.estimate.Holm;
import dev.coldstart.stats.estimate.MoreBlocks;
import dev.coldstart.stats.estimate.StudentT;
import dev.coldstart.stats.estimate.VarghaDelaney;
import dev.coldstart.stats.estimate.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Compares each arm of a run with its baseline, and each control with what it repeats. */
public final class Comparisons {

  /**
   * One arm before what the others make of its p is known.
   *
   * @param margin NaN where nothing is judged
   */
  private record Measured(Pairs pairs, Estimate ratio, double shiftMs, double a12, double margin, double p) {}

  private final RunData run;
  private final References references;
  private final double declaredMargin;
  private final Bootstrap bootstrap;
  private final NoiseFloors floors;
  private final boolean trusted;

  private Comparisons(RunData run, double declaredMargin, Bootstrap bootstrap, boolean trusted) {
    this.run = run;
    this.references = new References(run);
    this.declaredMargin = declaredMargin;
    this.bootstrap = bootstrap;
    this.floors = new NoiseFloors(run, bootstrap);
    this.trusted = trusted;
  }

  /**
   * One element an arm of the run, in its order.
   *
   * @param trusted false when a control failed: nothing is then more than unsure
   */
  static List<Comparison> of(RunData run, double margin, Bootstrap bootstrap, boolean trusted) {
    return new Comparisons(run, margin, bootstrap, trusted).all();
  }

  private List<Comparison> all() {
    List<Measured> measured = run.arms().parallelStream().map(this::measured).toList();
    double[] p = measured.stream().mapToDouble(Measured::p).toArray();
    double[] adjusted = Holm.adjusted(p);
    List<Comparison> all = new ArrayList<>();
    for (int i = 0; i < p.length; i++) {
      all.add(comparison(measured.get(i), adjusted[i], Holm.step(p, p[i])));
    }
    return all;
  }

  private Measured measured(ArmLaunches arm) {
    boolean counts = !arm.counted().isEmpty();
    double margin = counts && !arm.arm().baseline() && !arm.arm().isControl()
        ? floors.margin(arm.arm(), declaredMargin)
        : Double.NaN;
    if (!counts || arm.arm().baseline()) {
      Estimate ratio = counts ? Estimate.withoutInterval(1) : Estimate.NONE;
      return new Measured(Pairs.NONE, ratio, Double.NaN, Double.NaN, margin, Double.NaN);
    }
    return references.of(arm.arm())
        .map(reference -> measured(arm, reference, margin))
        .orElse(new Measured(Pairs.NONE, Estimate.NONE, Double.NaN, Double.NaN, margin, Double.NaN));
  }

  private Measured measured(ArmLaunches arm, ArmLaunches reference, double margin) {
    Pairs pairs = Pairs.ofFirstResponses(arm, reference);
    double[] logs = pairs.logRatios();
    Estimate ratio = bootstrap.ratioOf(logs);
    boolean tested = ratio.hasInterval() && !Double.isNaN(margin);
    return new Measured(pairs, ratio, HodgesLehmann.shift(pairs.differencesMs()),
        VarghaDelaney.a12(firstResponses(arm), firstResponses(reference)), margin,
        tested ? p(StudentT.of(logs), margin) : Double.NaN);
  }

  /**
   * The two-sided t test of the log ratios against the nearer edge of the margin: twice the chance to see them so far
   * beyond it if the true ratio lies within.
   */
  public static double p(StudentT logs, double margin) {
    return logs.p(Band.of(margin).beyond(logs.mean()));
  }

  private Comparison comparison(Measured measured, double p, int holmStep) {
    boolean judged = !Double.isNaN(measured.margin());
    Verdict verdict = judged ? Verdict.of(measured.ratio(), measured.margin(), p) : null;
    Integer moreBlocks = null;
    if (!trusted && judged) {
      verdict = Verdict.UNSURE;
    } else if (verdict == Verdict.UNSURE && !Double.isNaN(p)) {
      StudentT logs = StudentT.of(measured.pairs().logRatios());
      moreBlocks = MoreBlocks.of(logs, Band.of(measured.margin()), holmStep);
    }
    return new Comparison(measured.ratio(), measured.margin(), p, measured.shiftMs(), measured.a12(), verdict,
        moreBlocks);
  }

  private static double[] firstResponses(ArmLaunches arm) {
    return arm.counted().values(LaunchField.FIRST_RESPONSE_NS);
  }
}
