package dev.coldstart.validation.page;

import dev.coldstart.record.text.Format;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.validation.estimate.ValidationBar;
import dev.coldstart.validation.estimate.ValidationCampaign;
import dev.coldstart.validation.estimate.ValidationCampaign.Condition;
import java.util.ArrayList;
import java.util.List;

/**
 * What is asked of the harness, and what was observed.
 *
 * @param chance how often a harness that is exactly right misses a bar, in words; empty where no bar was judged
 */
record ValidationBars(int blocks, List<Row> rows, String chance) {

  /** @param open said where more comparisons could say otherwise */
  record Row(ArmName condition, String counted, String asked, String seen, String percent, String interval,
      String outcome, String open) {}

  static ValidationBars of(ValidationCampaign campaign) {
    List<Row> rows = new ArrayList<>();
    String chance = "";
    for (Condition condition : campaign.conditions()) {
      for (ValidationBar bar : condition.validation().bars(campaign.blocks())) {
        rows.add(row(campaign, condition, bar));
        chance = chance.isEmpty() ? chance(bar) : chance;
      }
    }
    return new ValidationBars(campaign.blocks(), rows, chance);
  }

  private static Row row(ValidationCampaign campaign, Condition condition, ValidationBar bar) {
    return new Row(ValidationPage.name(campaign, condition),
        ValidationWords.counted(bar.kind(), condition.validation()), ValidationWords.asked(bar),
        ValidationWords.seen(bar.observed()), ValidationWords.percent(bar.observed()),
        ValidationWords.interval(bar.observed()), ValidationWords.outcome(bar.met()),
        ValidationWords.open(bar.decided()));
  }

  /** Of the first bar, whose bound is the level at which an interval errs. */
  private static String chance(ValidationBar bar) {
    return "A harness that errs in exactly " + Format.percent(bar.bound())
        + " of comparisons is seen to err more often in " + Format.percent(bar.chanceToMiss()) + " of campaigns of "
        + bar.observed().of() + ", by chance alone.";
  }
}
