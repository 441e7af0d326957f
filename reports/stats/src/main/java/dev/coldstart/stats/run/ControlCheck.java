package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.stats.estimate.Bootstrap;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.StudentT;

/**
 * One control before it is judged.
 *
 * <p>It is not judged by its 95 % interval: of twenty controls that are sound, one would fail each night. It is judged
 * by Student's interval at a level at which all controls of a run together fail by chance in 1 % of the runs
 * (Bonferroni).
 *
 * @param kind as in {@link ControlResult}
 * @param subject what is compared, in words
 * @param ratio whether the values are log ratios; differences in ms otherwise
 * @param values one a block
 * @param expected without noise, as a ratio or in ms
 * @param tolerance how far off it may be for reasons that are known, likewise
 * @param toBeSeen whether it differs so that it must be told from nothing
 * @param failure what it means when it fails
 */
record ControlCheck(String kind, String subject, Arm arm, Arm against, boolean ratio, double[] values, double expected,
    double tolerance, boolean toBeSeen, String failure) {

  /** Of a whole run. */
  private static final double FAMILY_ALPHA = 0.01;

  private static final String TOO_FEW = "not judged: " + Bootstrap.MIN_VALUES + " blocks are the fewest that tell";

  boolean canBeJudged() {
    return values.length >= Bootstrap.MIN_VALUES;
  }

  /** @param family how many controls are judged in the run */
  ControlResult judge(Bootstrap bootstrap, int family) {
    Estimate measured = scaled(bootstrap.meanOf(values));
    if (!canBeJudged()) {
      return result(measured, null, TOO_FEW);
    }
    Estimate judging = judging(family);
    if (judging.low() > expected + tolerance || judging.high() < expected - tolerance) {
      return result(measured, false, "fails: " + failure);
    }
    if (toBeSeen && !(measured.low() > (ratio ? 1 : 0))) {
      return values.length < RunTrust.ENOUGH_BLOCKS
          ? result(measured, null, "not judged: too few blocks to see it")
          : result(measured, false, "fails: the noise hides it");
    }
    boolean inside = measured.low() <= expected + tolerance && measured.high() >= expected - tolerance;
    return result(measured, true,
        inside ? "holds" : "holds: no further off than chance may be among " + family + " controls");
  }

  private Estimate judging(int family) {
    StudentT t = StudentT.of(values);
    double halfWidth = t.halfWidth(FAMILY_ALPHA / family);
    return scaled(new Estimate(t.mean(), t.mean() - halfWidth, t.mean() + halfWidth));
  }

  private Estimate scaled(Estimate of) {
    return ratio ? new Estimate(Math.exp(of.value()), Math.exp(of.low()), Math.exp(of.high())) : of;
  }

  private ControlResult result(Estimate measured, Boolean held, String outcome) {
    String unit = ratio ? "ratio" : "ms";
    String value = Wording.interval(measured) + (ratio ? "" : " ms");
    String wanted = toBeSeen ? ", expected " + Format.upTo(3, expected) + (ratio ? "" : " ms") : "";
    return new ControlResult(kind, arm.fixture(), arm.arm(), against.arm(), unit, expected, measured, held,
        SafeText.brief(subject) + ": " + value + wanted + ", " + outcome);
  }
}
