package dev.coldstart.command;

import dev.coldstart.command.report.Reports;
import dev.coldstart.launcher.run.RunSeries;
import dev.coldstart.record.io.TuningFolder;
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

  @Option(names = "--margin", converter = Converters.PercentConverter.class, defaultValue = "2%",
      description = "less than this is no difference that matters (${DEFAULT-VALUE})")
  private Double margin;

  @Override
  public Integer call() throws Exception {
    boolean ofTuning = new TuningFolder(run).isThere();
    // A run may be kept with the tuning that it ended; of a tuning's own folder nothing else can be made.
    if (!ofTuning || RunSeries.isBegun(run)) {
      Reports.write(run, baseline, margin, System.out::println);
    }
    if (ofTuning) {
      Reports.write(new TuningFolder(run.toRealPath()), System.out::println);
    }
    Reports.refreshIndex(run.toRealPath(), System.out::println);
    return 0;
  }
}
