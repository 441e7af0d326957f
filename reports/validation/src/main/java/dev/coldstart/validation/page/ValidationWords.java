package dev.coldstart.validation.page;

import dev.coldstart.record.text.Format;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.validation.estimate.Proportion;
import dev.coldstart.validation.estimate.Validation;
import dev.coldstart.validation.estimate.ValidationBar;
import dev.coldstart.validation.estimate.ValidationCampaign.Condition;
import dev.coldstart.validation.estimate.ValidationCampaign;
import java.util.List;

/** Counts and results in words. */
final class ValidationWords {

  /** Used if more comparisons could change the outcome. */
  static final String OPEN = "as observed; more data could change it";

  private static final int RATIO_DECIMALS = 3;

  private ValidationWords() {}

  /** The requirement: {@code at most 5 %}. */
  static String asked(ValidationBar bar) {
    return (bar.kind().atMost() ? "at most " : "at least ") + Format.percent(bar.bound());
  }

  static String counted(ValidationBar.Kind kind, Validation validation) {
    return switch (kind) {
      case FALSE_POSITIVES -> "A/A comparisons that see a difference that is not there";
      case FOUND -> "comparisons that find " + addedPart(validation);
      case COVERED -> "intervals of the delay that contain " + addedMs(validation);
    };
  }

  static String addedPart(Validation validation) {
    return "+" + Format.percent(validation.addedPart());
  }

  static String addedMs(Validation validation) {
    return "+" + Format.tick(validation.addedMs()) + "\u00a0ms";
  }

  /** {@code 97 of 100}. */
  static String seen(Proportion proportion) {
    return proportion.seen() + " of " + proportion.of();
  }

  static String percent(Proportion proportion) {
    return Format.percent(proportion.value());
  }

  /** {@code 91.5–99.4 %}. */
  static String interval(Proportion proportion) {
    Estimate part = proportion.estimate();
    return part.hasInterval() ? Format.tick(part.low() * 100) + "–" + Format.percent(part.high()) : "";
  }

  static String outcome(boolean met) {
    return met ? "met" : "not met";
  }

  /** For use within a sentence. */
  static String found(boolean met, boolean decided) {
    return outcome(met) + (decided ? "" : " as observed");
  }

  /** To 1 in 1,000: with three significant digits all would be 1.00. */
  static String ratio(double value) {
    return Format.fixed(value, RATIO_DECIMALS);
  }

  /** Empty without an interval. */
  static String ratioInterval(Estimate ratio) {
    return ratio.hasInterval() ? ratio(ratio.low()) + "–" + ratio(ratio.high()) : "";
  }

  /**
   * How often a correct harness misses its first bar by chance: its bound is the error rate of the intervals. Empty
   * without bars.
   */
  static String chance(ValidationCampaign campaign) {
    return campaign.conditions()
        .stream()
        .flatMap(condition -> condition.validation().bars(campaign.blocks()).stream())
        .findFirst()
        .map(bar -> "A harness that errs in exactly " + Format.percent(bar.bound())
            + " of comparisons exceeds that rate in " + Format.percent(bar.chanceToMiss()) + " of campaigns of "
            + bar.observed().of() + " comparisons, by chance alone.")
        .orElse("");
  }

  /** The number of blocks, and the estimates over all of them. */
  static String over(Validation v) {
    return Format.count(v.blocks(), "valid block", "valid blocks") + ". Over all of them, the A/A arm takes "
        + ratio(v.same().value()) + " times the baseline (" + ratioInterval(v.same()) + "), the arm with "
        + addedPart(v) + " takes " + ratio(v.longer().value()) + " times (" + ratioInterval(v.longer())
        + "), the arm with " + addedMs(v) + " answers later by " + Format.number(v.laterMs().value(), "ms") + " ("
        + Quantity.interval(v.laterMs()) + ").";
  }

  /** The scatter of a block's ratio, and the correlation of neighbouring blocks. */
  static String noise(Validation v) {
    return "The A/A ratio varies from block to block by " + Format.percent(v.sd())
        + " (standard deviation of its logarithm)." + " Correlation with the next block: " + Format.number(v.timeLag1())
        + " of the baseline's own time, " + Format.number(v.ratioLag1()) + " of the ratio.";
  }

  /**
   * The number of blocks needed to find the added part: the smallest from which the curve stays at or above the power.
   */
  static String enough(Condition condition) {
    List<Validation.At> curve = condition.validation().at();
    int enough = curve.size();
    while (enough > 0 && curve.get(enough - 1).found().value() >= Validation.POWER) {
      enough--;
    }
    String what = condition.label() + ": " + addedPart(condition.validation()) + " was found in at least "
        + Format.percent(Validation.POWER) + " of comparisons ";
    return enough == curve.size()
        ? what + "at none of the tried numbers of blocks."
        : what + "from " + curve.get(enough).blocks() + " blocks on.";
  }
}
