package dev.coldstart.command.report;

import dev.coldstart.record.Arm;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The answer as a table for the console: one row an arm and fixture, without those that only check the harness. */
final class AnswerText {

  /** What is longer pushes the rest of its own row alone: an id comes from a file. */
  private static final int WIDEST_ARM = 64;

  private static final int MOST_GROUPS = 8;

  private AnswerText() {}

  static List<String> lines(Summary summary) {
    List<ArmSummary> arms = summary.arms().stream().filter(arm -> !arm.arm().isControl()).toList();
    String row = "%-14s %-" + armWidth(arms) + "s %24s %20s  %s";
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, row, "fixture", "arm", "first response, ms", "ratio to baseline", "verdict"));
    for (ArmSummary arm : arms) {
      lines.add(String.format(Locale.ROOT, row, arm.arm().fixture(), arm.arm().arm(),
          EstimateText.of(arm.firstResponseMs(), 1), EstimateText.of(arm.ratio(), 2), verdict(arm)));
    }
    lines.addAll(notToldApart(summary.details().notToldApart()));
    return lines;
  }

  private static List<String> notToldApart(List<List<Arm>> groups) {
    if (groups.size() > MOST_GROUPS) {
      return List.of(
          "not told apart: " + groups.size() + " groups of neighbours; see the page, or notToldApart in summary.json");
    }
    return groups.stream()
        .map(group -> "not told apart in " + group.get(0).fixture() + ": "
            + group.stream().map(Arm::arm).collect(Collectors.joining(", ")))
        .toList();
  }

  private static int armWidth(List<ArmSummary> arms) {
    int longest = arms.stream().mapToInt(arm -> arm.arm().arm().length()).max().orElse(0);
    return Math.max("arm".length(), Math.min(longest, WIDEST_ARM));
  }

  private static String verdict(ArmSummary arm) {
    if (!arm.arm().ran()) {
      return "not run: " + arm.arm().notRun();
    }
    if (arm.arm().baseline()) {
      return "baseline";
    }
    if (arm.verdict() == null) {
      return "n/a";
    }
    Integer moreBlocks = arm.comparison().moreBlocks();
    return moreBlocks == null ? arm.verdict().word() : arm.verdict().word() + ", about " + moreBlocks + " blocks more";
  }
}
