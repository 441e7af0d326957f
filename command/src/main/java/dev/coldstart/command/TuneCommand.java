package dev.coldstart.command;

import dev.coldstart.command.report.Reports;
import dev.coldstart.command.tune.TuneJob;
import dev.coldstart.command.tune.TuneRequest;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.run.RunSeries;
import dev.coldstart.record.text.Commands;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "tune",
    description = "Searches for a runtime's fastest combination of configuration, profile and levers, and measures it anew.",
    mixinStandardHelpOptions = true)
final class TuneCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @Option(names = "--runtime", description = "the runtime to tune, with all its configurations")
  private String runtime;

  @Option(names = "--fixture", description = "the fixture to tune it for")
  private String fixture;

  @Option(names = "--jdk",
      description = "the JDK to launch: a feature version, a version such as 25.0.3, or a home (the newest installed)")
  private String jdk;

  @Option(names = "--budget", converter = Converters.DurationConverter.class, defaultValue = "10m",
      description = "how long the search may take, for example 90s or 10m (${DEFAULT-VALUE}); a round that was begun makes"
          + " its caches and one block, and what comes after the search takes its own time")
  private Duration budget;

  @Option(names = "--blocks", defaultValue = "30",
      description = "blocks that count of the run at the end (${DEFAULT-VALUE})")
  private int blocks;

  @Option(names = "--seed", description = "of all random orders (a new one each time)")
  private Long seed;

  @Option(names = "--timeout", converter = Converters.DurationConverter.class, defaultValue = "60s",
      description = "how long one launch may take (${DEFAULT-VALUE})")
  private Duration timeout;

  @Option(names = "--out",
      description = "folder that the folders of the tuning and of its last run go into (reports/out)")
  private Path out;

  @Option(names = ResumeAlone.RESUME, paramLabel = "<tuning>",
      description = "go on with a tuning that was cut, by its own plan; what it has used of its budget is used; no other"
          + " option goes with it")
  private Path resume;

  @Override
  public Integer call() {
    Checkout home = Checkout.find();
    if (resume != null) {
      ResumeAlone.check(spec, Set.of(),
          "the tuning goes on by what stands in its tune.json, of which nothing can be changed");
    }
    TuneRequest request = resume == null ? request(home) : null;
    try (RunSeries series = RunSeries.begin(home, new Reports())) {
      return request == null ? TuneJob.resume(resume.toAbsolutePath(), home, series) : TuneJob.begin(request, series);
    }
  }

  private TuneRequest request(Checkout home) {
    if (runtime == null || fixture == null) {
      throw new ParameterException(spec.commandLine(),
          "what is to be tuned? Give --runtime and --fixture, with names from " + Commands.here().coldstart("list")
              + "; or --resume <tuning> to go on with one that was cut");
    }
    return new TuneRequest(home, runtime, fixture, jdk == null ? List.of() : List.of(jdk), budget, blocks,
        seed == null ? new SecureRandom().nextInt(Integer.MAX_VALUE) : seed, timeout,
        out == null ? home.out() : out.toAbsolutePath(), spec.commandLine().getParseResult().originalArgs());
  }
}
