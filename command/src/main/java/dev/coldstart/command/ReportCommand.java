package dev.coldstart.command;

import dev.coldstart.command.report.Reports;
import dev.coldstart.launcher.UserError;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.io.TuningFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(name = "report", description = "Rebuilds the report of a run or of a tuning from its raw data.",
    mixinStandardHelpOptions = true)
final class ReportCommand implements Callable<Integer> {

  @Parameters(paramLabel = "<run>",
      description = "the run's folder, for example reports/out/latest, or a tuning's folder")
  private Path run;

  @Option(names = "--baseline", description = "the configuration that the others are compared with [the run's own]")
  private String baseline;

  @Option(names = "--margin", converter = Converters.PercentConverter.class, defaultValue = "2%",
      description = "a smaller difference counts as none [${DEFAULT-VALUE}]")
  private Double margin;

  @Option(names = "--out",
      description = "make a folder with the new report in this folder [replace the report in the run's folder]; required for runs in reports/reference")
  private Path out;

  @Option(names = "--json", description = "write summary.json to standard output, and all else to standard error")
  private boolean json;

  @Override
  public Integer call() throws Exception {
    try (JsonOutput output = JsonOutput.of(json)) {
      output.write(make());
      return 0;
    }
  }

  private Path make() throws IOException {
    boolean ofTuning = new TuningFolder(run).isThere();
    if (json && ofTuning) {
      throw new UserError(
          "--json is for the summary of a run; " + run + " is a tuning, whose data are in its tune.json");
    }
    Path made = null;
    // A tuning's folder also holds a run if both are archived together. Otherwise only the tuning's page can be made.
    if (!ofTuning || new RunFolder(run).isBegun()) {
      made = Reports.write(run, baseline, margin, out, System.out::println);
    }
    if (ofTuning) {
      made = Reports.write(new TuningFolder(run.toRealPath()), out, System.out::println);
    }
    Reports.refreshIndex(made, System.out::println);
    return made;
  }
}
