package dev.coldstart.report.history;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.Manifest.Jdk;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.export.SummaryFile;
import dev.coldstart.report.text.ArmNames;
import dev.coldstart.report.text.RunFacts;
import dev.coldstart.stats.run.RunStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * How the ratios went from run to run, on a machine like that of the newest one and with its JDK. Runs that are not to
 * be trusted are left out, and so are ratios without an interval or to another baseline.
 *
 * @param where that machine
 * @param charts one a fixture; empty where no arm has two ratios
 * @param more arms that are not shown
 */
record History(String where, List<HistoryChart> charts, int more) {

  private static final int FEWEST_RUNS = 2;

  /**
   * How much is shown.
   *
   * @param points of all arms together; each arm has five at least
   */
  record Bound(int runs, int arms, int points) {

    /** A page of one run, of which this is one section. */
    static final Bound SECTION = new Bound(30, 40, 600);

    /** A page of all runs. */
    static final Bound PAGE = new Bound(30, 400, 12_000);

    int runsOf(int arms) {
      return Math.min(runs, Math.max(5, points / Math.max(1, arms)));
    }
  }

  /** @param newestFirst as the list of runs has them */
  static History of(List<RunOutline> newestFirst, Bound bound) {
    List<RunOutline> told = newestFirst.stream()
        .filter(run -> run.summary() != null && run.summary().status() != RunStatus.DO_NOT_TRUST)
        .toList();
    if (told.isEmpty()) {
      return new History("", List.of(), 0);
    }
    Manifest newest = told.get(0).manifest();
    List<RunOutline> alike = told.stream()
        .filter(run -> EarlierRuns.areAlike(run.manifest().machine(), newest.machine()))
        .limit(bound.runs())
        .toList();
    List<Arm> arms = newest.arms().stream().filter(arm -> !arm.isControl() && hasPast(arm, newest, alike)).toList();
    List<Arm> shown = arms.stream().limit(bound.arms()).toList();
    List<RunOutline> runs = alike.stream().limit(bound.runsOf(shown.size())).toList();
    return new History(SafeText.brief(RunFacts.machine(newest.machine())), charts(newest, shown, runs),
        arms.size() - shown.size());
  }

  private static boolean hasPast(Arm arm, Manifest newest, List<RunOutline> runs) {
    return points(arm, newest, runs).size() >= FEWEST_RUNS;
  }

  private static List<HistoryChart> charts(Manifest newest, List<Arm> arms, List<RunOutline> runs) {
    ArmNames names = new ArmNames(newest);
    List<String> ids = runs.stream().map(run -> SafeText.brief(run.folder().id())).toList();
    List<HistoryChart> charts = new ArrayList<>();
    for (FixtureFacts fixture : newest.fixtures()) {
      List<HistoryChart.Past> pasts = arms.stream()
          .filter(arm -> arm.fixture().equals(fixture.id()) && hasPast(arm, newest, runs))
          .map(arm -> new HistoryChart.Past(names.of(arm), points(arm, newest, runs)))
          .toList();
      if (!pasts.isEmpty()) {
        charts
            .add(HistoryChart.of(SafeText.brief(fixture.title() == null ? fixture.id() : fixture.title()), ids, pasts));
      }
    }
    return List.copyOf(charts);
  }

  /** The oldest first. */
  private static List<HistoryChart.Measured> points(Arm arm, Manifest newest, List<RunOutline> runs) {
    List<HistoryChart.Measured> points = new ArrayList<>();
    Optional<String> baseline = baseline(runs.get(0), arm);
    for (RunOutline run : runs) {
      if (jdk(run.manifest(), arm).equals(jdk(newest, arm)) && baseline(run, arm).equals(baseline)) {
        String id = SafeText.brief(run.folder().id());
        row(run, arm).ifPresent(row -> points.add(new HistoryChart.Measured(id, row.ratio())));
      }
    }
    Collections.reverse(points);
    return points;
  }

  private static Optional<SummaryFile.ArmRow> row(RunOutline run, Arm arm) {
    return find(run, row -> isOf(row, arm)).filter(row -> row.ratio().hasInterval());
  }

  /** The arm that the run's summary compares it with, which need not be the one that the run began with. */
  private static Optional<String> baseline(RunOutline run, Arm arm) {
    return run.manifest()
        .arms()
        .stream()
        .filter(other -> other.isBeside(arm) && !other.isControl())
        .filter(other -> find(run, row -> row.isBaseline() && isOf(row, other)).isPresent())
        .map(Arm::arm)
        .findFirst();
  }

  private static boolean isOf(SummaryFile.ArmRow row, Arm arm) {
    return row.arm().equals(arm.arm()) && row.fixture().equals(arm.fixture());
  }

  private static Optional<SummaryFile.ArmRow> find(RunOutline run, Predicate<SummaryFile.ArmRow> which) {
    return run.summary().compared().stream().filter(which).findFirst();
  }

  private static Optional<Jdk> jdk(Manifest manifest, Arm arm) {
    return manifest.jdks().stream().filter(jdk -> jdk.id().equals(arm.jdk())).findFirst();
  }
}
