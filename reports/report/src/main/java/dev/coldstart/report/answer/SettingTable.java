package dev.coldstart.report.answer;

import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.report.chart.RatioColumn;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.run.SettingEffect;
import java.util.Comparator;
import java.util.List;

/**
 * The effects of settings within a runtime.
 *
 * @param settings the largest saving first
 * @param more in words, the settings that are left out; empty if there are none
 */
public record SettingTable(RunView view, FixtureFacts fixture, List<SettingEffect> settings, String more) {

  /** One per fixture that has settings. */
  public static List<SettingTable> of(RunView view) {
    return view.fixtures()
        .stream()
        .map(fixture -> of(view, fixture))
        .filter(table -> !table.settings().isEmpty())
        .toList();
  }

  private static SettingTable of(RunView view, FixtureFacts fixture) {
    List<SettingEffect> all = view.summary()
        .settings()
        .stream()
        .filter(setting -> setting.arm().fixture().equals(fixture.id()) && Double.isFinite(setting.ratio().value()))
        .sorted(Comparator.comparingDouble(setting -> setting.ratio().value()))
        .toList();
    return new SettingTable(view, fixture, view.first(all), view.more(all.size()));
  }

  RatioColumn ratios() {
    return RatioColumn.of(settings.stream().map(SettingEffect::ratio));
  }

  /** The main finding, in words. */
  public String found() {
    if (!view.isTrusted()) {
      return "What a JVM option or a configuration saves is " + VerdictWords.NOT_TRUSTED + ".";
    }
    if (settings.stream().noneMatch(setting -> setting.ratio().hasInterval())) {
      return "No two arms share blocks enough for an interval.";
    }
    return settings.stream()
        .filter(setting -> setting.ratio().high() < 1)
        .findFirst()
        .map(setting -> "Saves most: " + view.name(setting.arm()).inSentence() + ", which takes "
            + VerdictWords.times(setting.ratio()) + " the time of " + view.name(setting.other()).inSentence() + ".")
        .orElse("No choice clearly saves time.");
  }
}
