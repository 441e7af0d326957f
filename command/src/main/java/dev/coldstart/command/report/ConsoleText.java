package dev.coldstart.command.report;

import dev.coldstart.record.Arm;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.text.Sentences;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.ControlResult;
import dev.coldstart.stats.run.Doubt;
import dev.coldstart.stats.run.RunEffort;
import dev.coldstart.stats.run.RunStatus;
import dev.coldstart.stats.run.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A run on the console: the answer, the warnings, the effort, and last how far all of it is to be trusted. */
public final class ConsoleText {

  /** What is longer pushes the rest of its own row alone: an id comes from a file. */
  private static final int WIDEST_ARM = 64;

  private static final int MOST_GROUPS = 8;

  private ConsoleText() {}

  /** The status comes last: the lines above it are to be read by it. */
  static List<String> lines(Summary summary) {
    List<String> lines = new ArrayList<>(answer(summary));
    Sentences.warnings(summary).forEach(warning -> lines.add("warning: " + warning));
    lines.addAll(effort(summary.conduct()));
    lines.addAll(status(summary));
    return lines.stream().map(SafeText::lines).toList();
  }

  /** One row an arm and fixture, without those that only check the harness. */
  static List<String> answer(Summary summary) {
    List<ArmSummary> arms = summary.arms().stream().filter(arm -> !arm.arm().isControl()).toList();
    String row = "%-14s %-" + armWidth(arms) + "s %24s %20s  %s";
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, row, "fixture", "arm", "first response, ms", "ratio to baseline", "verdict"));
    for (ArmSummary arm : arms) {
      lines.add(String.format(Locale.ROOT, row, arm.arm().fixture(), arm.arm().arm(),
          estimate(arm.firstResponseMs(), 1), estimate(arm.ratio(), 2), verdict(arm)));
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

  /** @param conduct of a run older than the record of its blocks says nothing */
  static List<String> effort(RunEffort conduct) {
    List<String> lines = new ArrayList<>();
    if (!Double.isNaN(conduct.outsidePart())) {
      lines.add(String.format(Locale.ROOT, "time outside children: %.1f %% of the blocks' wall time",
          100 * conduct.outsidePart()));
    }
    if (conduct.isKnown()) {
      lines.add("blocks run again: " + conduct.againBlocks() + ", beside " + conduct.blocks() + " that stand");
    }
    return lines;
  }

  static List<String> status(Summary summary) {
    List<String> lines = new ArrayList<>();
    for (ControlResult control : summary.controls()) {
      lines.add((control.failed() ? "CONTROL FAILED: " : "control: ") + Sentences.of(control));
    }
    lines.add(summary.status() == RunStatus.DO_NOT_TRUST
        ? "*** " + word(summary.status()) + " THIS RUN ***"
        : "status: " + word(summary.status()));
    // A control that failed is a reason too, and stands above.
    summary.statusReasons()
        .stream()
        .filter(reason -> !(reason instanceof Doubt.ControlFailed))
        .forEach(reason -> lines.add("  " + Sentences.of(reason)));
    return lines;
  }

  /** In capital letters where the run is not to be trusted. */
  public static String word(RunStatus status) {
    return status == RunStatus.DO_NOT_TRUST ? status.word().toUpperCase(Locale.ROOT) : status.word();
  }

  /** An estimate and its interval, for example {@code 1.36 (1.30-1.42)}; {@code n/a} where it is not known. */
  public static String estimate(Estimate estimate, int decimals) {
    return estimate(estimate, decimals, "");
  }

  /** @param unit stands behind the value, with its space */
  public static String estimate(Estimate estimate, int decimals, String unit) {
    if (Double.isNaN(estimate.value())) {
      return Format.MISSING;
    }
    String value = Format.fixed(estimate.value(), decimals) + unit;
    return estimate.hasInterval()
        ? value + " (" + Format.fixed(estimate.low(), decimals) + "-" + Format.fixed(estimate.high(), decimals) + ")"
        : value;
  }
}
