package dev.coldstart.command;

import dev.coldstart.command.report.ReportOptions;
import dev.coldstart.command.report.Reports;
import dev.coldstart.command.report.RunsIndex;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.run.RunSeries;
import dev.coldstart.record.TuningFolder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "report",
    description = "Makes histograms, summaries and the page of a run, or a tuning's page, again, from raw data alone.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "<run>", description = "the run's folder, for example reports/out/latest, or a tuning's")
  private Path run;

  @Option(names = "--baseline",
      description = "the configuration that the others are compared with (the one of the run)")
  private String baseline;

  @Option(names = "--margin", converter = PercentConverter.class, defaultValue = "2%",
      description = "less than this is no difference that matters (${DEFAULT-VALUE})")
  private Double margin;

  @Override
  public Integer call() throws Exception {
    if (!Files.isDirectory(run)) {
      throw new UserError("no run folder at " + run + "; runs lie in reports/out, the newest at reports/out/latest");
    }
    TuningFolder tuning = new TuningFolder(run.toRealPath());
    // A run may be kept with the tuning that it ended; of a tuning's own folder nothing else can be made.
    if (!tuning.isThere() || RunSeries.isBegun(tuning.path())) {
      Reports.write(run, new ReportOptions(baseline, margin), System.out::println);
    }
    if (tuning.isThere()) {
      Reports.write(tuning, System.out::println);
    }
    RunsIndex.refresh(run.toRealPath(), System.out::println);
    return 0;
  }
}
