package dev.coldstart.command;

import dev.coldstart.command.report.GateReference;
import dev.coldstart.command.report.GateResult;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.run.MainJob;
import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.text.IoReason;
import dev.coldstart.report.history.Changes;
import dev.coldstart.report.history.ComparePage;
import dev.coldstart.report.text.Sentences;
import dev.coldstart.stats.run.Regression.Outcome;
import dev.coldstart.stats.run.Regression;
import dev.coldstart.stats.run.RunsCompared;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "gate",
    description = "Fails if an arm of a run takes longer than its baseline (or than on another JDK, or than in an earlier run) by more than a limit. Arms over the limit are first measured once more, in a second run.",
    mixinStandardHelpOptions = true, exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {"0:no arm is slower by more than the limit",
        "1:an arm is slower by more than the limit, in the run and in a second one (with --no-confirm, in the run)",
        ExitCodes.USER_ERROR, "3:cannot tell; the output says why for each arm", ExitCodes.DEFECT},
    footerHeading = "%nExample:%n",
    footer = {"  scripts/coldstart run --engine <runtime>.<configuration>=1.7.5,1.8.0-SNAPSHOT --fixture <id>",
        "  scripts/coldstart gate reports/out/latest --max-regression 5%%"})
final class GateCommand implements Callable<Integer> {

  private static final int CANNOT_TELL = 3;
  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "<run>", description = "the run's folder")
  private Path folder;

  @Option(names = "--max-regression", converter = Converters.PercentConverter.class, defaultValue = "5%",
      paramLabel = "<percent>", description = "how much more time is allowed [${DEFAULT-VALUE}]")
  private double most;

  @Option(names = "--against", paramLabel = "<run>",
      description = "compare the ratios with those of this run; if it is a folder of runs, with those of the newest comparable run in it [compare with the run's own baselines]")
  private Path against;

  @Option(names = "--jdks",
      description = "compare each arm with the same arm on the first JDK of the run, as in run --jdk 21,25 [compare with its baseline]")
  private boolean isOfJdks;

  @Option(names = "--no-confirm",
      description = "do not measure again: an arm that is over the limit in this run fails at once")
  private boolean isUnconfirmed;

  @Option(names = "--json", description = "write the result to standard output, and all else to standard error")
  private boolean json;

  @Option(names = "--markdown", paramLabel = "<file>", description = "also write the result as a Markdown table")
  private Path markdown;

  @Option(names = "--ratios", paramLabel = "<file>",
      description = "also write the ratios as github-action-benchmark reads them (customSmallerIsBetter)")
  private Path ratios;

  /**
   * The judgement of one run.
   *
   * @param earlier the folder of the run that it is compared with; null if it is compared with nothing but itself
   * @param isTrusted whether each run that it is made of may be trusted
   */
  private record Judged(List<Regression> arms, GateReference reference, Path earlier, boolean isTrusted) {}

  @Override
  public Integer call() throws Exception {
    try (JsonOutput output = JsonOutput.of(json)) {
      RunData run = RunReader.read(folder);
      Summary summary = Summary.of(run);
      Judged first = judged(run, summary, against);
      Map<Regression, Outcome> judged = new LinkedHashMap<>();
      first.arms().forEach(one -> judged.put(one, one.outcome()));
      GateResult result = new GateResult(judged, run.manifest(), first.reference(), most, first.isTrusted());
      // Tried before a second run, whose result would be lost with it.
      write(result);
      if (!summary.status().isTrusted()) {
        System.out.println("the run says do not trust: " + String.join("; ", Sentences.statusReasons(summary)));
      }
      List<Regression> suspected = first.arms().stream().filter(one -> one.outcome() == Outcome.SUSPECTED).toList();
      if (!suspected.isEmpty() && !isUnconfirmed) {
        System.out
            .println("suspected: " + GateResult.names(suspected, run.manifest()) + "; a second run confirms it or not");
        judged.putAll(confirmed(suspected, run, first.earlier()));
      }
      result.lines().forEach(System.out::println);
      write(result);
      output.write(result.json());
      return result.has(Outcome.SUSPECTED)
          ? ExitCodes.OF_FAILED
          : result.has(Outcome.UNDECIDED) ? CANNOT_TELL : MainJob.DONE;
    }
  }

  /** @param earlier a run, or a folder of runs; null if the run is compared with nothing but itself */
  private Judged judged(RunData run, Summary summary, Path earlier) throws IOException {
    if (isOfJdks) {
      return ofJdks(run, summary);
    }
    if (earlier == null) {
      List<Regression> arms = Regression.of(summary, most);
      assertCompares(arms, run.manifest());
      return new Judged(arms, new GateReference.Baselines(), null, summary.status().isTrusted());
    }
    if (Files.exists(earlier) && Files.isSameFile(earlier, run.folder().path())) {
      throw new UserError("--against " + earlier + " is the run itself, and would always pass");
    }
    RunsCompared runs = new RunFolder(earlier).isBegun()
        ? RunsCompared.of(RunReader.read(earlier), run, summary)
        : newest(Changes.of(run, summary, folder, earlier));
    if (runs.isEmpty()) {
      throw new UserError("--against " + earlier + ": no arm has a ratio to the same baseline in both runs");
    }
    ComparePage.differences(runs).forEach(difference -> System.out.println("differs, too: " + difference));
    return new Judged(Regression.of(runs, most), new GateReference.EarlierRun(runs.first().manifest().runId()),
        runs.first().folder().path(), runs.isTrusted());
  }

  private Judged ofJdks(RunData run, Summary summary) {
    if (against != null) {
      throw new UserError("--jdks compares within the run, so it excludes --against");
    }
    List<Regression> arms = Regression.ofJdks(summary, run.manifest(), most);
    if (arms.isEmpty()) {
      throw new UserError(folder + " has arms on one JDK only; measure two with run --jdk, such as --jdk 21,25");
    }
    return new Judged(arms, new GateReference.FirstJdk(run.manifest().jdks().get(0).id()), null,
        summary.status().isTrusted());
  }

  private RunsCompared newest(Changes changes) {
    if (changes.runs() == null) {
      String why = changes.passedOver()
          .stream()
          .findFirst()
          .map(one -> "; the newest, " + one.run() + ": " + one.reason())
          .orElse("");
      throw new UserError(
          "--against " + against + ": it is no run, and no earlier run in it can be compared with " + folder + why);
    }
    return changes.runs();
  }

  private void assertCompares(List<Regression> judged, Manifest manifest) {
    if (judged.isEmpty()) {
      throw new UserError(folder + " compares nothing: it has no arm besides baselines and controls");
    }
    if (manifest.arms().stream().filter(Arm::baseline).allMatch(manifest::isIdle)) {
      throw new UserError(folder
          + " compares nothing with another build: its baseline does nothing; compare builds with run --engine, or runs with --against");
    }
  }

  /** Measures the suspected arms again. One that is not suspected there, too, is undecided. */
  private Map<Regression, Outcome> confirmed(List<Regression> suspected, RunData run, Path earlier) throws IOException {
    List<Arm> arms = suspected.stream().map(Regression::arm).toList();
    RunData second = new SecondRun(run, spec.root().commandLine()).ofSameBuilds(arms);
    Set<ArmKey> again = judged(second, Summary.of(second), earlier).arms()
        .stream()
        .filter(one -> one.outcome() == Outcome.SUSPECTED)
        .map(one -> one.arm().key())
        .collect(Collectors.toSet());
    return suspected.stream()
        .collect(Collectors.toMap(one -> one,
            one -> again.contains(one.arm().key()) ? Outcome.SUSPECTED : Outcome.UNDECIDED));
  }

  private void write(GateResult result) {
    write(markdown, result.markdown());
    write(ratios, result.ratios());
  }

  /** @param file null if it is not wanted */
  private static void write(Path file, String text) {
    if (file != null) {
      try {
        Files.writeString(file, text);
      } catch (IOException e) {
        throw new UserError(file + " cannot be written: " + IoReason.of(e), e);
      }
    }
  }
}
