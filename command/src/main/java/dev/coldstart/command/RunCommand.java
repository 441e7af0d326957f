package dev.coldstart.command;

import dev.coldstart.command.report.Reports;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.plan.Controls;
import dev.coldstart.launcher.plan.Selection;
import dev.coldstart.launcher.plan.SparseArms;
import dev.coldstart.launcher.run.MainJob;
import dev.coldstart.launcher.run.Preset;
import dev.coldstart.launcher.run.RunRequest;
import dev.coldstart.launcher.scenario.LaunchDriver;
import dev.coldstart.launcher.scenario.ScenarioPlan;
import dev.coldstart.record.Manifest;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "run", description = "Measures, and writes raw data, histograms and a report.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  @Spec
  private CommandSpec spec;

  @Option(names = "--preset", defaultValue = "default",
      description = "smoke, quick, default, nightly or tail (${DEFAULT-VALUE})")
  private String preset;

  @Option(names = "--fixture", split = ",", description = "only these fixtures")
  private List<String> fixtures = List.of();

  @Option(names = "--runtime", split = ",", description = "only these runtimes, and the baseline")
  private List<String> runtimes = List.of();

  @Option(names = "--arm", split = ",", description = "only these configurations or arms, and the baseline")
  private List<String> arms = List.of();

  @Option(names = "--profile", split = ",", description = "JVM settings of the launches (default)")
  private List<String> profiles = List.of();

  @Option(names = "--jdk", split = ",",
      description = "the JDKs to launch: feature versions, versions such as 25.0.3, or homes (the newest installed)")
  private List<String> jdks = List.of();

  @Option(names = "--seed", description = "of all random orders (a new one each run)")
  private Long seed;

  @Option(names = "--blocks", description = "blocks of each fixture that count (the preset's)")
  private Integer blocks;

  @Option(names = "--every-block",
      description = "launch every arm in every block; otherwise, from 22 blocks on, an arm that takes more than twice as"
          + " long as its baseline in the warm-up, with no other arm of the fixture within 1.25 times, is launched in every 3rd"
          + " block only")
  private boolean everyBlock;

  @Option(names = "--caches", defaultValue = "1",
      description = "how many caches each arm of a profile with one gets, each made by a training run of its own; by block it"
          + " is drawn which a launch starts from, so that the ratio is no longer of one cache; its interval holds little of"
          + " what differs from cache to cache" + " (${DEFAULT-VALUE})")
  private int caches;

  @Option(names = "--target-ci", converter = Converters.PercentConverter.class,
      description = "end before, when every ratio's interval, but of arms in every 3rd block, reaches no further than this to"
          + " either side, for example 2%%")
  private Double targetCi;

  @Option(names = "--budget", converter = Converters.DurationConverter.class,
      description = "how long the launches may take, for example 90s or 10m (the preset's)")
  private Duration budget;

  @Option(names = "--timeout", converter = Converters.DurationConverter.class, defaultValue = "60s",
      description = "how long one launch may take (${DEFAULT-VALUE})")
  private Duration timeout;

  @Option(names = "--out", description = "folder that the run's own folder goes into (reports/out)")
  private Path out;

  @Option(names = "--scenario", split = ",", completionCandidates = ScenarioIds.class,
      description = "beside the headline, each with a table of its own: ${COMPLETION-CANDIDATES} (none; nightly: all)")
  private List<String> scenarios;

  @Option(names = "--scenario-blocks", defaultValue = "" + ScenarioPlan.BLOCKS,
      description = "blocks of each fixture in each scenario (${DEFAULT-VALUE})")
  private int scenarioBlocks;

  @Option(names = ResumeAlone.RESUME, paramLabel = "<run>",
      description = "go on with a run that was cut, by its own plan; of the other options only --budget goes with it,"
          + " which counts anew")
  private Path resume;

  @Override
  public Integer call() throws Exception {
    Checkout home = Checkout.find();
    if (resume != null) {
      ResumeAlone.check(spec, Set.of("--budget"),
          "the run goes on by the plan in its manifest.json, of which nothing can be changed; only --budget can be given"
              + " anew");
      return MainJob.resume(home, resume.toAbsolutePath(), budget, new Reports());
    }
    return MainJob.begin(request(home), new Reports(), LaunchDriver.Around.NOTHING);
  }

  private RunRequest request(Checkout home) {
    Selection selection = new Selection(fixtures, runtimes, arms, profiles, jdks, Controls.STANDARD);
    Preset chosen = Preset.of(preset);
    List<Manifest.Scenario> beside = ScenarioPlan.of(scenarios == null ? chosen.scenarios() : scenarios, scenarioBlocks,
        Runtime.getRuntime().availableProcessors());
    int counted = blocks == null ? chosen.blocks() : blocks;
    RunRequest.Size size =
        new RunRequest.Size(chosen, counted, targetCi, beside, budget == null ? chosen.budget() : budget,
            everyBlock ? null : SparseArms.rule(chosen.warmupBlocks(), counted), caches);
    return new RunRequest(home, selection::from, size,
        seed == null ? new SecureRandom().nextInt(Integer.MAX_VALUE) : seed, timeout,
        out == null ? home.out() : out.toAbsolutePath(), spec.commandLine().getParseResult().originalArgs());
  }

  /** The ids for help and completion. */
  private static final class ScenarioIds implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return ScenarioPlan.ALL.iterator();
    }
  }
}
