package dev.coldstart.command;

import dev.coldstart.command.report.Reports;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.machine.PageCache;
import dev.coldstart.launcher.run.DryRun;
import dev.coldstart.launcher.run.MainJob;
import dev.coldstart.launcher.run.RunRequest;
import dev.coldstart.launcher.scenario.LaunchDriver;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "run", description = "Measures, and writes raw data and a report.", mixinStandardHelpOptions = true,
    abbreviateSynopsis = true, exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {ExitCodes.DONE, ExitCodes.FAILED, ExitCodes.USER_ERROR, ExitCodes.DEFECT, ExitCodes.INTERRUPTED},
    footerHeading = "%nExamples:%n",
    footer = {"  scripts/coldstart run --preset minute --fixture <id>        ratios of one fixture, in a minute",
        "  scripts/coldstart run --preset quick                        a first look at all fixtures",
        "  scripts/coldstart run                                       a verdict, in a quarter of an hour",
        "  scripts/coldstart run --runtime <id> --profile default,appcds,aot-cache",
        "  scripts/coldstart run --fixture <id> --jvm-arg=-XX:+UseParallelGC",
        "  scripts/coldstart run --module my.wasm --invoke 'add(2, 3.5)'",
        "  scripts/coldstart run --module old.wasm --module new.wasm --runtime <id>          two builds of a module",
        "  scripts/coldstart run --module my.wasm --twin old.jar --twin new.jar ...           two builds of its twin",
        "  scripts/coldstart run --shard 1/4 --seed 7                  on the first of four machines",
        "  scripts/coldstart run --resume reports/out/latest",
        "scripts/coldstart list shows the ids. Separate several ids with commas."})
final class RunCommand implements Callable<Integer> {

  private static final String JSON = "--json";

  @Spec
  private CommandSpec spec;

  @Mixin(name = "What to measure")
  private SelectionOptions what;

  @Mixin(name = "Your own module")
  private ModuleOptions module;

  @Mixin(name = "How much")
  private SizeOptions howMuch;

  @Mixin(name = "How")
  private LaunchOptions how;

  @Option(names = ResumeAlone.RESUME, paramLabel = "<run>",
      description = "finish a run that was interrupted or reached its time budget, with its original plan; only --budget and --json can be added")
  private Path resume;

  @Option(names = "--page-cache", defaultValue = "warm", paramLabel = "<state>",
      description = "whether a launch's files are in the page cache: warm (yes, from earlier launches) or cold (no) [${DEFAULT-VALUE}]")
  private String pageCache;

  @Option(names = "--dry-run", description = "show the plan and its time; measure nothing")
  private boolean dryRun;

  @Option(names = JSON, description = "write summary.json to standard output, and all else to standard error")
  private boolean json;

  private Reports reports = new Reports();

  /** The run that it made. Empty if there is none. */
  Optional<Path> reported() {
    return reports.reported();
  }

  @Override
  public Integer call() throws Exception {
    Checkout home = Checkout.find();
    if (resume != null) {
      ResumeAlone.check(spec, Set.of(SizeOptions.BUDGET, JSON), "a run is resumed by the plan in its manifest.json");
    }
    if (howMuch.shard() != null && !how.hasSeed()) {
      throw new UserError(SizeOptions.SHARD + " needs --seed: all shards of a plan have the same, such as the number of"
          + " the night or of the build");
    }
    if (dryRun && json) {
      throw new UserError("--dry-run and " + JSON + " exclude each other: a plan has no summary");
    }
    if (dryRun) {
      DryRun.lines(request(what.in(module.in(home)))).forEach(System.out::println);
      return MainJob.DONE;
    }
    try (JsonOutput output = JsonOutput.of(json)) {
      reports = new Reports();
      int code = resume == null
          ? MainJob.begin(request(what.in(module.in(home))), reports, LaunchDriver.Around.NOTHING)
          : MainJob.resume(home, resume.toAbsolutePath(), howMuch.budget(), reports);
      output.write(reports.reported().orElse(code == MainJob.INTERRUPTED ? null : resume));
      return code;
    }
  }

  /** @param home with the fixtures to measure */
  private RunRequest request(Checkout home) {
    return new RunRequest(home, what.selection(ModuleOptions.ids(home), home.builds())::from, howMuch.size(),
        how.seed(), how.limits(), PageCache.of(pageCache, home.sample()), how.out(home),
        spec.commandLine().getParseResult().originalArgs());
  }
}
