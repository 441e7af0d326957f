package dev.coldstart.command.report;

import dev.coldstart.record.Arm;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.text.Sentences;
import dev.coldstart.stats.compare.ArmChange;
import dev.coldstart.stats.compare.RunsCompared;
import dev.coldstart.stats.run.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Two runs side by side as a table for the console: what differs between them first. */
public final class ComparisonText {

  private static final String ROW = "%-14s %-36s %20s %20s %20s  %s";

  private ComparisonText() {}

  public static List<String> lines(RunsCompared runs) {
    List<String> lines = new ArrayList<>();
    lines.add(status("first", runs.first().folder().id(), runs.firstSummary()));
    lines.add(status("second", runs.second().folder().id(), runs.secondSummary()));
    Sentences.of(runs.differences()).forEach(difference -> lines.add("note: " + difference));
    lines.add(String.format(Locale.ROOT, ROW, "fixture", "arm", "ratio, first run", "ratio, second run",
        "second / first", "verdict"));
    runs.arms().forEach(change -> lines.add(row(change, runs.isTrusted())));
    only("first", runs.onlyFirst(), lines);
    only("second", runs.onlySecond(), lines);
    return lines.stream().map(SafeText::lines).toList();
  }

  private static String status(String which, String id, Summary summary) {
    return which + " run " + id + ": " + ConsoleText.word(summary.status());
  }

  private static String row(ArmChange change, boolean trusted) {
    return String.format(Locale.ROOT, ROW, change.arm().fixture(), change.arm().arm(),
        ConsoleText.estimate(change.before(), 2), ConsoleText.estimate(change.after(), 2),
        ConsoleText.estimate(change.change(), 3), verdict(change, trusted));
  }

  private static String verdict(ArmChange change, boolean trusted) {
    if (Double.isNaN(change.change().value())) {
      return "not comparable: the baselines differ";
    }
    return change.verdict().word() + (trusted ? "" : ", a run is not to be trusted");
  }

  /** One line a fixture: two runs may have no fixture in common. */
  private static void only(String which, List<Arm> arms, List<String> lines) {
    for (String fixture : arms.stream().map(Arm::fixture).distinct().toList()) {
      String names =
          arms.stream().filter(arm -> arm.fixture().equals(fixture)).map(Arm::arm).collect(Collectors.joining(", "));
      lines.add("only in the " + which + " run, " + fixture + ": " + names);
    }
  }
}
