package dev.coldstart.command.tune;

import dev.coldstart.command.report.Reports;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.run.MainJob;
import dev.coldstart.launcher.run.RunSeries;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.Tuning.SearchEnd;
import dev.coldstart.record.Tuning;
import dev.coldstart.record.io.TuningFolder;
import dev.coldstart.record.text.Commands;
import dev.coldstart.record.text.Format;
import java.nio.file.Path;
import java.util.List;

/** One tuning, new or resumed: a search, then a run that measures the chosen arm. */
public final class TuneJob {

  private final TuneRequest request;
  private final SearchSpace space;
  private final TuneRecord record;
  private final RunSeries series;

  private TuneJob(TuneRequest request, SearchSpace space, TuneRecord record, RunSeries series) {
    this.request = request;
    this.space = space;
    this.record = record;
    this.series = series;
    series.goesOnWith(ResumedTuning.toGoOn(record.folder()));
  }

  /** Tunes. Returns the exit code. */
  public static int begin(TuneRequest request, RunSeries series) {
    SearchSpace space = SearchSpace.of(request, series.catalog());
    TuneJob job = new TuneJob(request, space, new TuneRecord(request, space, series::nowNs), series);
    series.say("tuning " + job.record.folder().getFileName() + ": " + space.candidates().size() + " combinations and "
        + series.catalog().jvmOptions().size() + " JVM options, seed " + request.seed());
    return job.execute(List.of(), false, null);
  }

  /** Resumes an interrupted tuning. Returns the exit code. */
  public static int resume(ResumedTuning cut, RunSeries series) {
    Tuning tuning = cut.tuning();
    if (tuning.isComplete()) {
      series.say("the tuning " + cut.folder().id() + " is complete: nothing is left to measure");
      if (!cut.folder().isKept(tuning)) {
        Reports.write(cut.folder(), series::say);
        Reports.refreshIndex(cut.folder().path(), series::say);
      }
      return MainJob.DONE;
    }
    cut.assertCanGoOn(series);
    SearchSpace space = SearchSpace.of(cut.request(), series.catalog());
    TuneJob job = new TuneJob(cut.request(), space, new TuneRecord(cut, space, series::nowNs), series);
    List<Tuning.Round> begun = tuning.rounds();
    long decided = begun.stream().filter(round -> round.standings() != null).count();
    series.say("tuning " + tuning.id() + " is resumed: " + Format.count(decided, "round is", "rounds are") + " kept; "
        + cut.used().toSeconds() + " s of its " + cut.request().budget().toSeconds() + " s are used");
    return job.execute(begun, SearchEnd.BUDGET.id().equals(tuning.searchEndedBy()), tuning.end());
  }

  /**
   * @param begun rounds that were begun before the interruption
   * @param isTimeUsedUp whether its search had ended because the time was used up
   * @param endBegun the final run if it was begun; otherwise null
   */
  private int execute(List<Tuning.Round> begun, boolean isTimeUsedUp, Tuning.End endBegun) {
    RoundRuns rounds = new RoundRuns(request, space, record, series, begun, isTimeUsedUp);
    Search.Outcome outcome = new Search(rounds, space::children).run(space.candidates());
    record.searched(outcome.end());
    if (outcome.end() == SearchEnd.INTERRUPTED || outcome.best().isEmpty()) {
      return stopped();
    }
    rounds.assertUsedUp();
    series.say("--- the search ended: " + words(outcome.end()));
    return end(new ConfirmationRun(request, space, outcome.best().get().arm()), endBegun);
  }

  private static String words(SearchEnd end) {
    return switch (end) {
      case NO_BETTER_CHILD -> "no further JVM option made any of the fastest combinations faster";
      case GENERATIONS -> "the largest allowed combination of JVM options was tried";
      case BUDGET -> "the time is used up";
      case INTERRUPTED -> "interrupted";
    };
  }

  private int end(ConfirmationRun confirmation, Tuning.End begun) {
    RunData run = run(confirmation, begun);
    if (series.isInterrupted()) {
      return stopped();
    }
    TuneResult result = new TuneResult(confirmation, run);
    record.end(result.recorded());
    result.lines().forEach(series::say);
    record.failed().ifPresent(series::say);
    Reports.write(new TuningFolder(record.folder()), series::say);
    // The run made the list before the tuning's end was recorded.
    Reports.refreshIndex(record.folder(), line -> {});
    return result.isMeasured() ? MainJob.DONE : MainJob.ARMS_FAILED;
  }

  private RunData run(ConfirmationRun confirmation, Tuning.End begun) {
    PlannedArm chosen = confirmation.chosen();
    if (begun != null && !(begun.chosen().equals(chosen.id()) && RunFolder.isId(begun.run()))) {
      throw ResumedTuning.unfit("it had chosen " + begun.chosen() + ", but would choose " + chosen.id() + " now");
    }
    Path folder = begun == null ? null : request.out().resolve(begun.run());
    return folder != null && new RunFolder(folder).isBegun()
        ? series.goOn(folder, confirmation.plan())
        : series.make(confirmation.plan(), id -> record.endBegins(chosen.id(), id));
  }

  private int stopped() {
    series.say("interrupted; the rounds so far are kept in " + record.folder());
    series.say("to resume it: " + Commands.here().coldstart(ResumedTuning.toGoOn(record.folder())));
    series.say("its page: " + Commands.here().coldstart("report", record.folder().toAbsolutePath().toString()));
    return MainJob.INTERRUPTED;
  }
}
