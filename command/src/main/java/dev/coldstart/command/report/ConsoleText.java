package dev.coldstart.command.report;

import dev.coldstart.record.Arm;
import dev.coldstart.record.text.Commands;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.machine.MachineTable;
import dev.coldstart.report.run.FindingWords;
import dev.coldstart.report.run.NextStep;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.report.text.Sentences;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.ControlResult;
import dev.coldstart.stats.run.Doubt;
import dev.coldstart.stats.run.RunEffort;
import dev.coldstart.stats.run.RunStatus;
import dev.coldstart.stats.run.RunsCompared.ArmChange;
import dev.coldstart.stats.run.RunsCompared;
import dev.coldstart.stats.run.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The console's text about a run, or about two runs side by side. */
public final class ConsoleText {

  /** A longer id shifts only its own row. Ids come from files and may be of any length. */
  private static final int WIDEST_ARM = 64;

  private static final int MOST_GROUPS = 8;

  /** Maximum number of listed arms that only one of two runs has. */
  private static final int MOST_NAMES = 5;

  private static final String CHANGE = "%-14s %-36s %20s %20s %20s  %s";

  private ConsoleText() {}

  /** The table, the warnings, the effort, the controls, the status, and last one sentence for each fixture. */
  static List<String> lines(RunView view) {
    Summary summary = view.summary();
    List<String> lines = new ArrayList<>(answer(summary));
    MachineTable machines = new MachineTable(view);
    if (!machines.isEmpty()) {
      lines.addAll(List.of(MachineTable.scope(view), machines.found()));
    }
    Sentences.warnings(summary).forEach(warning -> lines.add("warning: " + warning));
    lines.addAll(effort(summary.effort()));
    lines.addAll(status(summary));
    NextStep next = NextStep.of(view, view.run().folder().path().toAbsolutePath().toString());
    if (next != null) {
      lines.add("  " + next.text() + " " + Commands.here().coldstart(next.words()));
    }
    view.fixtures()
        .stream()
        .map(fixture -> FindingWords.of(view, fixture))
        .forEach(finding -> lines.add(finding.title() + ": " + finding.text()));
    return plain(lines);
  }

  /** A terminal may show a no-break space as something else. */
  private static List<String> plain(List<String> lines) {
    return lines.stream().map(line -> SafeText.lines(line.replace(Format.NO_BREAK, " "))).toList();
  }

  /** One row per arm and fixture, without controls. */
  static List<String> answer(Summary summary) {
    List<ArmSummary> arms = summary.arms().stream().filter(arm -> !arm.arm().isControl()).toList();
    String row = "%-14s %-" + armWidth(arms) + "s %18s %20s  %s";
    List<String> lines = new ArrayList<>();
    lines.add(String.format(Locale.ROOT, row, "fixture", "arm", "first response, ms", "ratio to baseline", "verdict"));
    String before = null;
    for (ArmSummary arm : arms) {
      String notRun = arm.arm().notRun();
      lines.add(String.format(Locale.ROOT, row, arm.arm().fixture(), arm.arm().arm(), Format.fixed(arm.typicalMs(), 1),
          estimate(arm.ratio(), 2),
          notRun == null
              ? VerdictWords.of(arm, summary)
              : "not run: " + (notRun.equals(before) ? "as above" : notRun)));
      before = notRun;
    }
    lines.addAll(noClearDifference(summary.indistinguishable()));
    return lines;
  }

  private static List<String> noClearDifference(List<List<Arm>> groups) {
    if (groups.size() > MOST_GROUPS) {
      return List.of("no clear difference within " + groups.size()
          + " groups of neighbours; see the page, or notToldApart in summary.json");
    }
    return groups.stream()
        .map(group -> "no clear difference between neighbours in " + group.get(0).fixture() + ": "
            + group.stream().map(Arm::arm).collect(Collectors.joining(", ")))
        .toList();
  }

  private static int armWidth(List<ArmSummary> arms) {
    int longest = arms.stream().mapToInt(arm -> arm.arm().arm().length()).max().orElse(0);
    return Math.max("arm".length(), Math.min(longest, WIDEST_ARM));
  }

  /** @param effort gives no lines for a run without a record of its blocks */
  static List<String> effort(RunEffort effort) {
    List<String> lines = new ArrayList<>();
    if (!Double.isNaN(effort.outsidePart())) {
      lines.add(String.format(Locale.ROOT, "time outside launches: %.1f %% of the blocks' wall time",
          100 * effort.outsidePart()));
    }
    if (effort.isKnown()) {
      lines.add("retried blocks: " + effort.againBlocks() + ", besides " + effort.blocks() + " that count");
    }
    return lines;
  }

  static List<String> status(Summary summary) {
    List<String> lines = new ArrayList<>();
    List<ControlResult> controls = summary.controls();
    controls.stream()
        .filter(control -> !Boolean.TRUE.equals(control.held()))
        .forEach(control -> lines.add((control.failed() ? "CONTROL FAILED: " : "control: ") + Sentences.of(control)));
    long held = controls.stream().filter(control -> Boolean.TRUE.equals(control.held())).count();
    if (held > 0) {
      lines.add("controls: " + held + " of " + controls.size() + " held");
    }
    lines.add(summary.status().isTrusted()
        ? "status: " + word(summary.status())
        : "*** " + word(summary.status()) + " THIS RUN ***");
    // A failed control is also a reason, but it is already listed above.
    summary.statusReasons()
        .stream()
        .filter(reason -> !(reason instanceof Doubt.ControlFailed))
        .forEach(reason -> lines.add("  " + Sentences.of(reason)));
    return lines;
  }

  /** Two runs side by side. The differences between their set-ups come first. */
  public static List<String> lines(RunsCompared runs) {
    List<String> lines = new ArrayList<>();
    lines.add(side("first", runs.first().folder().id(), runs.firstSummary()));
    lines.add(side("second", runs.second().folder().id(), runs.secondSummary()));
    Sentences.of(runs.differences()).forEach(difference -> lines.add("note: " + difference));
    if (runs.isEmpty()) {
      lines.add("*** NOTHING IS COMPARED: no arm has a ratio to the same baseline in both runs ***");
      lines.add("  Nothing follows about either run. Measure the same arms again: "
          + Commands.here().coldstart("run", "--arm", "<arms of the first run>"));
    } else {
      lines.add("margin: a difference of less than " + Format.percent(runs.margin()) + " counts as none");
    }
    lines.add(String.format(Locale.ROOT, CHANGE, "fixture", "arm", "ratio, first run", "ratio, second run",
        "second / first", "verdict"));
    runs.arms().forEach(change -> lines.add(row(change, runs)));
    only("first", runs.onlyFirst(), lines);
    only("second", runs.onlySecond(), lines);
    return plain(lines);
  }

  private static String side(String which, String id, Summary summary) {
    return which + " run " + id + ": " + word(summary.status());
  }

  private static String row(ArmChange change, RunsCompared runs) {
    return String.format(Locale.ROOT, CHANGE, change.arm().fixture(), change.arm().arm(), estimate(change.before(), 2),
        estimate(change.after(), 2), estimate(change.change(), 3), verdict(change, runs));
  }

  private static String verdict(ArmChange change, RunsCompared runs) {
    return runs.isTrusted()
        ? VerdictWords.of(change, runs.margin(), true)
        : change.verdict().word() + ", do not trust one of the runs";
  }

  /** One line per fixture: two runs may have no fixture in common. */
  private static void only(String which, List<Arm> arms, List<String> lines) {
    for (String fixture : arms.stream().map(Arm::fixture).distinct().toList()) {
      List<String> names = arms.stream().filter(arm -> arm.fixture().equals(fixture)).map(Arm::arm).toList();
      int more = names.size() - MOST_NAMES;
      lines.add("only in the " + which + " run, " + fixture + ": "
          + names.stream().limit(MOST_NAMES).collect(Collectors.joining(", "))
          + (more > 0 ? " and " + more + " more; the page names them" : ""));
    }
  }

  /** In capital letters if the run is not to be trusted. */
  public static String word(RunStatus status) {
    return status.isTrusted() ? status.word() : status.word().toUpperCase(Locale.ROOT);
  }

  /** An estimate and its interval, for example {@code 1.36 (1.30-1.42)}; {@code n/a} if it is not known. */
  public static String estimate(Estimate estimate, int decimals) {
    return Quantity.withInterval(estimate, value -> Format.fixed(value, decimals), "-");
  }
}
