package dev.coldstart.launcher.cli;

import dev.coldstart.launcher.catalog.Home;
import dev.coldstart.launcher.plan.Controls;
import dev.coldstart.launcher.plan.Selection;
import dev.coldstart.launcher.run.MainJob;
import dev.coldstart.launcher.run.Preset;
import dev.coldstart.launcher.run.RunRequest;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "run",
    description = "Measures, and writes raw data, histograms and a report.",
    mixinStandardHelpOptions = true)
final class RunCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(names = "--preset", defaultValue = "default", description = "smoke, quick, default, nightly or tail (${DEFAULT-VALUE})")
  private String preset;

  @Option(names = "--fixture", split = ",", description = "only these fixtures")
  private List<String> fixtures = List.of();

  @Option(names = "--runtime", split = ",", description = "only these runtimes, and the baseline")
  private List<String> runtimes = List.of();

  @Option(names = "--arm", split = ",", description = "only these configurations or arms, and the baseline")
  private List<String> arms = List.of();

  @Option(names = "--profile", split = ",", description = "JVM settings of the launches (default)")
  private List<String> profiles = List.of();

  @Option(names = "--jdk", split = ",", description = "feature versions of the JDKs to launch (the newest installed)")
  private List<Integer> jdks = List.of();

  @Option(names = "--seed", description = "of all random orders (a new one each run)")
  private Long seed;

  @Option(
      names = "--budget",
      converter = DurationConverter.class,
      description = "how long the launches may take, for example 90s or 10m (the preset's)")
  private Duration budget;

  @Option(
      names = "--timeout",
      converter = DurationConverter.class,
      defaultValue = "60s",
      description = "how long one launch may take (${DEFAULT-VALUE})")
  private Duration timeout;

  @Option(names = "--out", description = "folder that the run's own folder goes into (reports/out)")
  private Path out;

  @Override
  public Integer call() throws Exception {
    Home home = Home.find();
    Preset chosen = Preset.of(preset);
    RunRequest request =
        new RunRequest(
            home,
            new Selection(fixtures, runtimes, arms, profiles, jdks, Controls.STANDARD),
            chosen,
            seed == null ? new SecureRandom().nextInt(Integer.MAX_VALUE) : seed,
            budget == null ? chosen.budget() : budget,
            timeout,
            out == null ? home.out() : out.toAbsolutePath(),
            spec.commandLine().getParseResult().originalArgs());
    return new MainJob(request, System.out, Boolean.getBoolean("coldstart.terminal")).execute();
  }
}
