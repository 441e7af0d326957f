package dev.coldstart.validation.page;

import dev.coldstart.record.text.Format;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.stats.run.Summarizer;
import dev.coldstart.validation.estimate.DetectableEffect;
import dev.coldstart.validation.estimate.Validation;
import dev.coldstart.validation.estimate.ValidationAt;
import dev.coldstart.validation.estimate.ValidationCampaign;
import dev.coldstart.validation.estimate.ValidationCampaign.Condition;
import java.util.List;

/**
 * What follows for how many blocks to run.
 *
 * @param margin of the verdicts
 * @param enough from how many blocks on the added part is found, one sentence a condition
 */
record ValidationPresets(List<ArmName> conditions, String margin, List<Row> rows, List<String> enough) {

  private static final double POWER = 0.90;

  /** @param cells smallest difference found, in the conditions' order */
  record Row(String preset, int blocks, List<Cell> cells) {}

  record Cell(String found, String slower) {}

  static ValidationPresets of(ValidationCampaign campaign) {
    return new ValidationPresets(
        campaign.conditions().stream().map(condition -> ValidationPage.name(campaign, condition)).toList(),
        Format.percent(Summarizer.MARGIN), campaign.presets().stream().map(preset -> row(campaign, preset)).toList(),
        campaign.conditions().stream().map(ValidationPresets::enough).toList());
  }

  private static Row row(ValidationCampaign campaign, ValidationCampaign.Preset preset) {
    List<Cell> cells = campaign.conditions()
        .stream()
        .map(condition -> DetectableEffect.of(condition.validation().sd(), preset.blocks()))
        .map(effect -> new Cell(Format.percent(effect), Format.percent((1 + Summarizer.MARGIN) * (1 + effect) - 1)))
        .toList();
    return new Row(preset.id(), preset.blocks(), cells);
  }

  /** The least number of blocks from which on the curve does not fall below again. */
  private static String enough(Condition condition) {
    Validation validation = condition.validation();
    Integer least = null;
    for (int i = validation.at().size() - 1; i >= 0; i--) {
      ValidationAt at = validation.at().get(i);
      if (at.found().value() < POWER) {
        break;
      }
      least = at.blocks();
    }
    String what = condition.label() + ": " + ValidationWords.addedPart(validation) + " was found in at least "
        + Format.percent(POWER) + " of comparisons ";
    return least == null ? what + "at no number of blocks tried." : what + "from " + least + " blocks on.";
  }
}
