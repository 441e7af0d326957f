package dev.coldstart.report;

import dev.coldstart.stats.validation.ValidationBar;
import dev.coldstart.stats.validation.ValidationCampaign;
import dev.coldstart.stats.validation.ValidationCampaign.Condition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The campaign in words: what was observed, one sentence a condition. */
final class ValidationFindings {

  /** @param of the condition's name */
  record Observed(String of, String text) {}

  private ValidationFindings() {}

  static List<Observed> of(ValidationCampaign campaign) {
    List<Observed> findings = new ArrayList<>();
    for (Condition condition : campaign.conditions()) {
      List<ValidationBar> bars = condition.validation().bars(campaign.blocks());
      String text = bars.stream().map(bar -> sentence(bar, condition)).collect(Collectors.joining(" "));
      findings.add(new Observed(condition.label(), bars.isEmpty() ? "Too few blocks to judge a bar." : text));
    }
    if (campaign.walls() != null) {
      String text = campaign.walls()
          .arms()
          .stream()
          .map(arm -> arm.arm() + " takes " + ValidationWords.ratio(arm.ratio().value()) + " times what it says"
              + (arm.ratio().hasInterval() ? " (" + ValidationWords.ratioInterval(arm.ratio()) + ")" : "") + ": "
              + ValidationWords.found(arm.met(), arm.decided()) + ".")
          .collect(Collectors.joining(" "));
      findings.add(new Observed("Beside " + campaign.walls().program(), text));
    }
    return findings;
  }

  private static String sentence(ValidationBar bar, Condition condition) {
    String what = switch (bar.kind()) {
      case FALSE_POSITIVES -> " A/A comparisons saw a difference";
      case FOUND -> " found " + ValidationWords.addedPart(condition.validation());
      case COVERED -> " held " + ValidationWords.addedMs(condition.validation());
    };
    return ValidationWords.seen(bar.observed()) + what + " (asked: " + ValidationWords.asked(bar) + "): "
        + ValidationWords.found(bar.met(), bar.decided()) + ".";
  }
}
