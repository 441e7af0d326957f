package dev.coldstart.launcher.tune;

import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.run.MainJob;
import dev.coldstart.launcher.run.RunSeries;
import dev.coldstart.results.RunData;
import java.io.PrintStream;

/** One tuning: a search, and a run that measures what it found. */
public final class TuneJob {

  private final TuneRequest request;
  private final RunSeries series;

  TuneJob(TuneRequest request, RunSeries series) {
    this.request = request;
    this.series = series;
  }

  /** Tunes; the result is the exit code. */
  public static int begin(TuneRequest request, PrintStream out, boolean terminal) {
    try (RunSeries series = RunSeries.begin(request.home(), out, terminal)) {
      return new TuneJob(request, series).execute();
    }
  }

  int execute() {
    Field field = Field.of(request, series.catalog());
    TuneRecord record = new TuneRecord(request, field);
    series.say("tuning " + record.folder().getFileName() + ": " + field.candidates().size() + " combinations and "
        + series.catalog().levers().size() + " levers, seed " + request.seed());
    Search.Outcome outcome =
        new Search(new RoundRuns(request, field, record, series), field::children).run(field.candidates());
    record.searched(outcome.end());
    if (outcome.end() == SearchEnd.INTERRUPTED || outcome.best().isEmpty()) {
      return stopped(record);
    }
    series.say("--- the search ended: " + outcome.end().text());
    return end(new Ending(request, field, outcome.best().get().arm()), record);
  }

  private int end(Ending ending, TuneRecord record) {
    PlannedArm chosen = ending.chosen();
    RunData run = series.make(ending.plan());
    if (series.isInterrupted()) {
      record.end(new Tuning.End(chosen.id(), run.folder().id(), null));
      return stopped(record);
    }
    record.end(ending.recorded(run));
    TuneText.lines(ending, run).forEach(series::say);
    series.say("how it was chosen: " + record.folder().resolve(TuneRecord.FILE));
    return MainJob.DONE;
  }

  private int stopped(TuneRecord record) {
    series.say("stopped; what was measured is kept in " + record.folder());
    return MainJob.INTERRUPTED;
  }
}
