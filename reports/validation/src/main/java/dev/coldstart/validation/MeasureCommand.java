package dev.coldstart.validation;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.loop.BlockLoop.Precision;
import dev.coldstart.launcher.machine.PageCache;
import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.plan.Controls;
import dev.coldstart.launcher.plan.Selection;
import dev.coldstart.launcher.run.Analysis;
import dev.coldstart.launcher.run.MainJob;
import dev.coldstart.launcher.run.Preset;
import dev.coldstart.launcher.run.RunRequest;
import dev.coldstart.launcher.scenario.LaunchDriver;
import dev.coldstart.record.Arm;
import dev.coldstart.record.text.Commands;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "measure", description = "Makes one run of a campaign, without a report.",
    mixinStandardHelpOptions = true)
final class MeasureCommand implements Callable<Integer> {

  private static final Duration TIMEOUT = Duration.ofSeconds(60);

  @Spec
  private CommandSpec spec;

  @Option(names = "--fixture", required = true)
  private String fixture;

  @Option(names = "--runtime", description = "only this runtime, and the baseline")
  private List<String> runtimes = List.of();

  @Option(names = "--arm", description = "only this configuration, and the baseline")
  private List<String> arms = List.of();

  @Option(names = "--inject", paramLabel = "<percent>",
      description = "one more control of the baseline, slower by this percentage of its own time, for example 5 or 0.5")
  private BigDecimal inject;

  @Option(names = "--hyperfine", paramLabel = "<file>",
      description = "also time each launch's command with hyperfine, before or after it; write the times to this file")
  private Path hyperfine;

  @Option(names = "--blocks", required = true, description = "blocks besides the warm-up")
  private int blocks;

  @Option(names = "--budget", required = true, description = "how long the launches may take, for example PT30M")
  private Duration budget;

  @Option(names = "--out", required = true, description = "the folder in which the run's folder is made")
  private Path out;

  @Override
  public Integer call() {
    Checkout home = Checkout.find();
    Selection selection = new Selection(List.of(fixture), runtimes, arms, List.of(), List.of(), controls());
    RunRequest request = new RunRequest(home, selection::from, RunRequest.Size.of(Preset.QUICK, blocks, budget),
        new SecureRandom().nextInt(Integer.MAX_VALUE), ProcessLimits.of(TIMEOUT), PageCache.WARM, out.toAbsolutePath(),
        spec.commandLine().getParseResult().originalArgs());
    return MainJob.begin(request, new RawDataAlone(), around());
  }

  private LaunchDriver.Around around() {
    if (hyperfine == null) {
      return LaunchDriver.Around.NOTHING;
    }
    Path times = hyperfine.toAbsolutePath();
    return (launches, preparations, workFolder, timeout) -> new BesideHyperfine(BesideHyperfine.PROGRAM, launches,
        preparations, workFolder, times, timeout);
  }

  /** The controls of every run, and the requested delay. */
  private Controls controls() {
    List<Arm.Control> controls = new ArrayList<>(Controls.STANDARD.inControlFixture());
    if (inject != null) {
      controls.add(Controls.busy(permille(inject)));
    }
    return new Controls(controls);
  }

  private static int permille(BigDecimal percent) {
    try {
      int permille = percent.movePointRight(1).intValueExact();
      if (permille > 0) {
        return permille;
      }
    } catch (ArithmeticException e) {
      throw new UserError("--inject " + percent + " must be a multiple of 0.1; write for example 5 or 0.5", e);
    }
    throw new UserError("--inject " + percent + " adds nothing; write for example 5 or 0.5");
  }

  /**
   * Makes no report of the run, which would say nothing about the harness: the campaign's report covers all its runs.
   */
  private static final class RawDataAlone implements Analysis {

    @Override
    public void report(Path run, Consumer<String> say) {
      say.accept("its report: " + Commands.here().coldstart("report", run.toAbsolutePath().toString()));
    }

    @Override
    public boolean isReported(Path run) {
      return true;
    }

    @Override
    public Precision precision(double target, Supplier<List<Arm>> running) {
      return Precision.NEVER;
    }

    @Override
    public AnswerSoFar answerSoFar(Supplier<List<Arm>> running) {
      return counted -> List.of();
    }
  }
}
