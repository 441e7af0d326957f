package dev.coldstart.report;

import dev.coldstart.record.text.Format;
import dev.coldstart.stats.validation.ValidationCampaign;
import dev.coldstart.stats.validation.WallAgreement;
import java.util.List;

/**
 * Process wall times beside those of another program.
 *
 * @param program null when none was asked
 */
record ValidationWalls(String program, List<Row> rows) {

  record Row(String arm, int launches, String medianMs, String otherMedianMs, String ratio, String interval,
      String outcome, String open) {}

  static ValidationWalls of(ValidationCampaign campaign) {
    return campaign.walls() == null
        ? new ValidationWalls(null, List.of())
        : new ValidationWalls(campaign.walls().program(),
            campaign.walls().arms().stream().map(ValidationWalls::row).toList());
  }

  private static Row row(WallAgreement arm) {
    return new Row(arm.arm(), arm.launches(), Format.number(arm.medianMs()), Format.number(arm.otherMedianMs()),
        ValidationWords.ratio(arm.ratio().value()), ValidationWords.ratioInterval(arm.ratio()),
        ValidationWords.outcome(arm.met()), ValidationWords.open(arm.decided()));
  }
}
