package dev.coldstart.command;

import dev.coldstart.command.report.Reports;
import dev.coldstart.command.tune.ResumedTuning;
import dev.coldstart.command.tune.TuneJob;
import dev.coldstart.command.tune.TuneRequest;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.prepare.FixtureBuilds;
import dev.coldstart.launcher.run.RunSeries;
import dev.coldstart.record.text.Commands;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(name = "tune",
    description = "Searches for the fastest configuration, profile and JVM options of a runtime, and measures the winner in a run of its own.",
    mixinStandardHelpOptions = true, abbreviateSynopsis = true, exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {ExitCodes.DONE, ExitCodes.OF_FAILED + ":the chosen arm was not measured", ExitCodes.USER_ERROR,
        ExitCodes.DEFECT, ExitCodes.INTERRUPTED},
    footerHeading = "%nExamples:%n",
    footer = {"  scripts/coldstart tune --runtime <id> --fixture <id>",
        "  scripts/coldstart tune --runtime <id> --module my.wasm --invoke 'add(2, 3.5)'",
        "  scripts/coldstart tune --resume reports/out/<time>-tune"})
final class TuneCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @Mixin(name = "What to tune")
  private Target what;

  /** The runtime and what it runs. */
  static final class Target {

    @Option(names = "--runtime", paramLabel = "<id>",
        description = "the runtime, with all its configurations (required, unless --resume)")
    private String runtime;

    @Option(names = "--fixture", paramLabel = "<id>",
        description = "the fixture; not needed with --module or --resume, or if --fixtures holds only one")
    private String fixture;

    @Option(names = "--jdk", paramLabel = "<jdk>",
        description = "the JDK: 21, 25.0.3 or a folder [the newest installed]")
    private String jdk;
  }

  @Mixin(name = "Your own module")
  private ModuleOptions module;

  @Option(names = "--budget", converter = Converters.DurationConverter.class, defaultValue = "10m",
      paramLabel = "<time>",
      description = "how long the search may take [${DEFAULT-VALUE}]; it may overrun to finish what it has begun, and the final"
          + " measurement comes on top")
  private Duration budget;

  @Option(names = "--blocks", defaultValue = "30", paramLabel = "<n>",
      description = "measured blocks in the final run [${DEFAULT-VALUE}]")
  private int blocks;

  @Option(names = ResumeAlone.RESUME, paramLabel = "<tuning>",
      description = "finish an interrupted tuning, with its original plan and the rest of its time budget")
  private Path resume;

  @Mixin(name = "How")
  private LaunchOptions how;

  @Override
  public Integer call() {
    Checkout checkout = Checkout.find();
    if (resume != null) {
      ResumeAlone.check(spec, Set.of(), "a tuning is resumed by the plan in its tune.json");
    }
    if (resume != null) {
      ResumedTuning cut = ResumedTuning.of(resume.toAbsolutePath(), checkout);
      try (RunSeries series = RunSeries.begin(cut.request().home(), new Reports())) {
        return TuneJob.resume(cut, series);
      }
    }
    TuneRequest request = request(module.in(checkout));
    try (RunSeries series = RunSeries.begin(request.home(), new Reports())) {
      return TuneJob.begin(request, series);
    }
  }

  private TuneRequest request(Checkout home) {
    if (FixtureBuilds.fixture(home).isPresent()) {
      throw new UserError("a search is for one build: give one --module and at most one --twin");
    }
    List<String> own = ModuleOptions.ids(home);
    String fixture = what.fixture == null && own.size() == 1 ? own.get(0) : what.fixture;
    if (what.runtime == null || fixture == null) {
      throw new ParameterException(spec.commandLine(), "nothing to tune: give --runtime and --fixture, with names from "
          + Commands.here().coldstart("list") + "; or resume an interrupted tuning with --resume <tuning>");
    }
    return new TuneRequest(home, what.runtime, fixture, what.jdk == null ? List.of() : List.of(what.jdk), budget,
        blocks, how.seed(), how.limits(), how.out(home), spec.commandLine().getParseResult().originalArgs());
  }
}
