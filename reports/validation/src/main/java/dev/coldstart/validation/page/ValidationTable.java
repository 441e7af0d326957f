package dev.coldstart.validation.page;

import dev.coldstart.record.text.Format;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.validation.estimate.Proportion;
import dev.coldstart.validation.estimate.Validation;
import dev.coldstart.validation.estimate.ValidationAt;
import dev.coldstart.validation.estimate.ValidationCampaign;
import dev.coldstart.validation.estimate.ValidationCampaign.Condition;
import java.util.List;

/**
 * The numbers behind the curves, of one condition.
 *
 * @param conduct how many blocks there were, and what was added, in words
 * @param noise what a block's ratio scatters by, and what is carried from block to block, in words
 */
record ValidationTable(ArmName condition, String addedPart, String addedMs, String conduct, String noise,
    List<Row> rows) {

  /** A proportion. */
  record Part(String seen, String percent, String interval) {

    static Part of(Proportion proportion) {
      return new Part(ValidationWords.seen(proportion), ValidationWords.percent(proportion),
          ValidationWords.interval(proportion));
    }
  }

  /** @param wider how many times as far the interval reaches without blocks */
  record Row(int blocks, int comparisons, Part falsePositives, Part found, Part foundSlower, Part saidSlower,
      Part covered, String reach, String detectable, String unpairedReach, String wider, Part unpairedFound,
      Part unpairedFalsePositives) {

    static Row of(ValidationAt at) {
      return new Row(at.blocks(), at.comparisons(), Part.of(at.falsePositives()), Part.of(at.found()),
          Part.of(at.foundSlower()), Part.of(at.saidSlower()), Part.of(at.covered()), Format.percent(at.reach()),
          Format.percent(at.detectable()), Format.percent(at.unpairedReach()),
          Format.number(at.unpairedReach() / at.reach(), "×"), Part.of(at.unpairedFound()),
          Part.of(at.unpairedFalsePositives()));
    }
  }

  static List<ValidationTable> all(ValidationCampaign campaign) {
    return campaign.conditions().stream().map(condition -> of(campaign, condition)).toList();
  }

  private static ValidationTable of(ValidationCampaign campaign, Condition condition) {
    Validation validation = condition.validation();
    return new ValidationTable(ValidationPage.name(campaign, condition), ValidationWords.addedPart(validation),
        ValidationWords.addedMs(validation), conduct(validation), noise(validation),
        validation.at().stream().map(Row::of).toList());
  }

  private static String conduct(Validation v) {
    return Format.count(v.blocks(), "block counts", "blocks count") + ". Over all of them: the A/A arm takes "
        + ValidationWords.ratio(v.same().value()) + " times the baseline (" + ValidationWords.ratioInterval(v.same())
        + "), the arm with " + ValidationWords.addedPart(v) + " takes " + ValidationWords.ratio(v.longer().value())
        + " times (" + ValidationWords.ratioInterval(v.longer()) + "), the arm with " + ValidationWords.addedMs(v)
        + " is later by " + Format.number(v.laterMs().value(), "ms") + " (" + Quantity.interval(v.laterMs()) + ").";
  }

  private static String noise(Validation v) {
    return "One block's A/A ratio scatters by " + Format.percent(v.sd()) + " (standard deviation of its logarithm)."
        + " Correlation with the next block: " + Format.number(v.timeLag1()) + " of the baseline's own time, "
        + Format.number(v.ratioLag1()) + " of the ratio.";
  }
}
