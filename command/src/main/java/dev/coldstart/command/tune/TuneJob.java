package dev.coldstart.command.tune;

import dev.coldstart.command.report.Reports;
import dev.coldstart.command.report.RunAnalysis;
import dev.coldstart.command.report.RunsIndex;
import dev.coldstart.launcher.catalog.Home;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.run.MainJob;
import dev.coldstart.launcher.run.RunSeries;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.SearchEnd;
import dev.coldstart.record.Tuning;
import dev.coldstart.record.TuningFolder;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;

/** One tuning: a search, and a run that measures what it found; from its beginning, or from where it was cut. */
public final class TuneJob {

  private final TuneRequest request;
  private final Field field;
  private final TuneRecord record;
  private final RunSeries series;

  private TuneJob(TuneRequest request, Field field, TuneRecord record, RunSeries series) {
    this.request = request;
    this.field = field;
    this.record = record;
    this.series = series;
    series.goesOnWith(ResumedTuning.toGoOn(record.folder()));
  }

  /** Tunes; the result is the exit code. */
  public static int begin(TuneRequest request, PrintStream out, boolean terminal) {
    try (RunSeries series = RunSeries.begin(request.home(), new RunAnalysis(), out, terminal)) {
      return begin(request, series);
    }
  }

  static int begin(TuneRequest request, RunSeries series) {
    Field field = Field.of(request, series.catalog());
    TuneJob job = new TuneJob(request, field, new TuneRecord(request, field, series::nowNs), series);
    series.say("tuning " + job.record.folder().getFileName() + ": " + field.candidates().size() + " combinations and "
        + series.catalog().levers().size() + " levers, seed " + request.seed());
    return job.execute(List.of(), false, null);
  }

  /** Goes on with a tuning that was cut; the result is the exit code. */
  public static int resume(Path folder, Home home, PrintStream out, boolean terminal) {
    try (RunSeries series = RunSeries.begin(home, new RunAnalysis(), out, terminal)) {
      return resume(folder, home, series);
    }
  }

  static int resume(Path folder, Home home, RunSeries series) {
    ResumedTuning cut = ResumedTuning.of(folder, home);
    Tuning tuning = cut.tuning();
    if (cut.isComplete()) {
      series.say("the tuning " + cut.folder().id() + " is complete: nothing is left to measure");
      Reports.write(cut.folder(), series::say);
      return MainJob.DONE;
    }
    cut.assertCanGoOn(series);
    Field field = Field.of(cut.request(), series.catalog());
    TuneJob job = new TuneJob(cut.request(), field, new TuneRecord(cut, field, series::nowNs), series);
    List<Tuning.Round> begun = tuning.rounds();
    series.say("tuning " + tuning.id() + " goes on: rounds that are decided and not made again: " + decided(begun)
        + "; of its " + cut.request().budget().toSeconds() + " s it has used " + cut.used().toSeconds() + " s");
    return job.execute(begun, SearchEnd.BUDGET.id().equals(tuning.searchEndedBy()), tuning.end());
  }

  private static int decided(List<Tuning.Round> begun) {
    return (int) begun.stream().filter(round -> round.standings() != null).count();
  }

  /**
   * @param begun rounds that were begun before it was cut
   * @param isTimeUsedUp whether its search had ended for that
   * @param endBegun the run at the end as it was begun; null where it was not
   */
  private int execute(List<Tuning.Round> begun, boolean isTimeUsedUp, Tuning.End endBegun) {
    RoundRuns runs = new RoundRuns(request, field, record, series, decided(begun));
    PastRounds rounds = new PastRounds(begun, isTimeUsedUp, runs);
    Search.Outcome outcome = new Search(rounds, field::children).run(field.candidates());
    record.searched(outcome.end());
    if (outcome.end() == SearchEnd.INTERRUPTED || outcome.best().isEmpty()) {
      return stopped();
    }
    rounds.assertUsedUp();
    series.say("--- the search ended: " + words(outcome.end()));
    return end(new Ending(request, field, outcome.best().get().arm()), endBegun);
  }

  private static String words(SearchEnd end) {
    return switch (end) {
      case NO_BETTER_CHILD -> "no lever made any of the fastest faster";
      case GENERATIONS -> "as many levers were put together as are tried";
      case BUDGET -> "the time is used up";
      case INTERRUPTED -> "somebody stopped it";
    };
  }

  private int end(Ending ending, Tuning.End begun) {
    RunData run = run(ending, begun);
    if (series.isInterrupted()) {
      return stopped();
    }
    record.end(ending.recorded(run));
    TuneText.lines(ending, run).forEach(series::say);
    Reports.write(new TuningFolder(record.folder()), series::say);
    // The list was made with the run, before the tuning knew of its end.
    RunsIndex.refresh(record.folder(), line -> {});
    return MainJob.DONE;
  }

  private RunData run(Ending ending, Tuning.End begun) {
    PlannedArm chosen = ending.chosen();
    if (begun != null && !(begun.chosen().equals(chosen.id()) && RunFolder.isId(begun.run()))) {
      throw ResumedTuning.unfit("it had chosen " + begun.chosen() + ", and would choose " + chosen.id() + " now");
    }
    Path folder = begun == null ? null : request.out().resolve(begun.run());
    return folder != null && RunSeries.isBegun(folder)
        ? series.goOn(folder, ending.plan())
        : series.make(ending.plan(), id -> record.endBegins(chosen.id(), id));
  }

  private int stopped() {
    series.say("stopped; what was measured is kept in " + record.folder());
    series.say("to go on: scripts/coldstart " + ResumedTuning.toGoOn(record.folder()));
    series.say("its page: scripts/coldstart report " + record.folder());
    return MainJob.INTERRUPTED;
  }
}
