package dev.coldstart.report.history;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.html.Html;
import dev.coldstart.report.text.ArmNames;
import dev.coldstart.report.text.Sentences;
import dev.coldstart.stats.run.RunsCompared.ArmChange;
import dev.coldstart.stats.run.RunsCompared;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Two runs side by side. */
public final class ComparePage {

  private static final int MOST_DIFFERENCES = 40;

  private ComparePage() {}

  public static String render(RunsCompared runs) {
    return Html.render("history/compare.jte", runs);
  }

  /** The other differences between the runs. */
  public static List<String> differences(RunsCompared runs) {
    List<String> all = Sentences.of(runs.differences());
    Stream<String> more =
        all.size() > MOST_DIFFERENCES ? Stream.of("… " + (all.size() - MOST_DIFFERENCES) + " more") : Stream.of();
    return Stream.concat(all.stream().limit(MOST_DIFFERENCES).map(SafeText::brief), more).toList();
  }

  /** The fixtures with a change. */
  static List<FixtureFacts> fixtures(RunsCompared runs, List<ArmChange> changes) {
    return runs.second().manifest().fixtures().stream().filter(fixture -> !of(fixture, changes).isEmpty()).toList();
  }

  /** The changes of one fixture. */
  static List<ArmChange> of(FixtureFacts fixture, List<ArmChange> changes) {
    return changes.stream().filter(change -> change.arm().fixture().equals(fixture.id())).toList();
  }

  /** Names the arms of one fixture; empty if there are none. */
  static String names(Manifest manifest, FixtureFacts fixture, List<Arm> arms) {
    ArmNames names = new ArmNames(manifest);
    return arms.stream()
        .filter(arm -> arm.fixture().equals(fixture.id()))
        .map(arm -> names.of(arm).inSentence())
        .collect(Collectors.joining("; "));
  }
}
