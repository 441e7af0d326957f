package dev.coldstart.command.tune;

import dev.coldstart.command.report.ConsoleText;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.RunData;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.ShellWords;
import dev.coldstart.stats.estimate.Medians;
import dev.coldstart.stats.run.RunStatus;
import dev.coldstart.stats.run.Summarizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/** What came of a tuning, for the console. */
final class TuneText {

  private static final double MS_PER_S = 1e3;

  private final ConfirmationRun confirmation;
  private final RunData run;

  private TuneText(ConfirmationRun confirmation, RunData run) {
    this.confirmation = confirmation;
    this.run = run;
  }

  static List<String> lines(ConfirmationRun confirmation, RunData run) {
    return new TuneText(confirmation, run).lines();
  }

  private List<String> lines() {
    PlannedArm chosen = confirmation.chosen();
    List<String> lines = new ArrayList<>();
    lines.add("fastest found: " + chosen.id());
    lines.add("  " + chosen.configuration().label() + "; " + chosen.profile().label());
    lines.add("  measured anew in this run: what a search shows of the one that it chose flatters it");
    lines.add("  first response: " + median(chosen));
    confirmation.others()
        .forEach(
            other -> lines.add("  ratio to " + other.id() + ": " + ratio(other) + ", which takes " + median(other)));
    confirmation.defaults()
        .stream()
        .filter(other -> !isFasterThan(other))
        .forEach(other -> lines.add(
            "  not shown to be faster than " + other.id() + ": take that one, or give more --budget and --blocks"));
    lines.add("  ahead of time: " + aheadOfTime());
    lines.add("  status of the run: " + status());
    lines.addAll(commands());
    return lines;
  }

  /** Said above too, with its reasons, and not to be missed here. */
  private String status() {
    RunStatus status = Summarizer.of(run).status();
    return status == RunStatus.DO_NOT_TRUST ? "*** " + ConsoleText.word(status) + " ***" : ConsoleText.word(status);
  }

  private List<String> commands() {
    PlannedArm chosen = confirmation.chosen();
    List<String> lines = new ArrayList<>();
    List<List<String>> before = confirmation.aheadOfTime();
    if (!before.isEmpty()) {
      lines.add("ahead of time, once:");
      before.forEach(words -> lines.add("  " + ShellWords.line(words)));
    }
    lines.add("to start it, with your own folders in place of the names in angle brackets:");
    lines.add("  " + launches(chosen).map(found -> ShellWords.line(found.arm().command())).orElse("n/a"));
    lines.add("to compare again:");
    lines.add("  scripts/coldstart " + ShellWords.line(confirmation.commandLine()));
    return lines;
  }

  /** NaN, where there is no interval, shows nothing. */
  private boolean isFasterThan(PlannedArm other) {
    return confirmation.ratio(run, other).high() < 1;
  }

  private String ratio(PlannedArm other) {
    return ConsoleText.estimate(confirmation.ratio(run, other), 3);
  }

  private String median(PlannedArm arm) {
    double[] ms = launches(arm).stream()
        .flatMap(launches -> launches.counted().stream())
        .map(Launch::firstResponseNs)
        .filter(Objects::nonNull)
        .mapToDouble(ns -> ns / Format.NS_PER_MS)
        .toArray();
    return ConsoleText.estimate(Medians.of(ms), 1, " ms");
  }

  private String aheadOfTime() {
    Optional<Arm.Preparation> cost = launches(confirmation.chosen()).map(launches -> launches.arm().preparation());
    return cost.map(TuneText::text).orElse("nothing");
  }

  private static String text(Arm.Preparation cost) {
    return String.format(Locale.ROOT, "%s: %.1f s, %.1f MB", cost.label(), cost.tookMs() / MS_PER_S,
        cost.bytes() / Format.BYTES_PER_MB);
  }

  private Optional<ArmLaunches> launches(PlannedArm arm) {
    return confirmation.launches(run, arm);
  }
}
