package dev.coldstart.report.answer;

import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.report.chart.RatioColumn;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.run.LeverEffect;
import java.util.Comparator;
import java.util.List;

/**
 * The effects of settings within a runtime.
 *
 * @param levers the largest saving first
 * @param more in words, the settings that are left out; empty if there are none
 */
public record LeverTable(RunView view, FixtureFacts fixture, List<LeverEffect> levers, String more) {

  /** One per fixture that has levers. */
  public static List<LeverTable> of(RunView view) {
    return view.fixtures()
        .stream()
        .map(fixture -> of(view, fixture))
        .filter(table -> !table.levers().isEmpty())
        .toList();
  }

  private static LeverTable of(RunView view, FixtureFacts fixture) {
    List<LeverEffect> all = view.summary()
        .levers()
        .stream()
        .filter(lever -> lever.arm().fixture().equals(fixture.id()) && Double.isFinite(lever.ratio().value()))
        .sorted(Comparator.comparingDouble(lever -> lever.ratio().value()))
        .toList();
    return new LeverTable(view, fixture, view.first(all), view.more(all.size()));
  }

  RatioColumn ratios() {
    return RatioColumn.of(levers.stream().map(LeverEffect::ratio));
  }

  /** The main finding, in words. */
  public String found() {
    if (!view.isTrusted()) {
      return "What a JVM option or a configuration saves is " + VerdictWords.NOT_TRUSTED + ".";
    }
    if (levers.stream().noneMatch(lever -> lever.ratio().hasInterval())) {
      return "No two arms share blocks enough for an interval.";
    }
    return levers.stream()
        .filter(lever -> lever.ratio().high() < 1)
        .findFirst()
        .map(lever -> "Saves most: " + view.name(lever.arm()).inSentence() + ", which takes "
            + VerdictWords.times(lever.ratio()) + " the time of " + view.name(lever.other()).inSentence() + ".")
        .orElse("No interval lies wholly left of 1.");
  }
}
