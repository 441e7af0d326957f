package dev.coldstart.command;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.run.MainJob;
import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunData;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.text.ArmNames;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.report.text.Sentences;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.Regression.Outcome;
import dev.coldstart.stats.run.Regression;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

@Command(name = "gate",
    description = "Fails if an arm of a run is slower than its baseline by more than a limit. Before it fails, it measures a suspected arm again in a second run.",
    mixinStandardHelpOptions = true, exitCodeListHeading = ExitCodes.HEADING,
    exitCodeList = {"0:no arm is slower by more than the limit", "1:an arm is, in the run and in a second one",
        ExitCodes.USER_ERROR, "3:cannot tell: too few blocks for this noise, or the runs disagree", ExitCodes.DEFECT},
    footerHeading = "%nExample:%n",
    footer = {"  scripts/coldstart run --engine <configuration>=1.7.5,1.8.0-SNAPSHOT --fixture <id>",
        "  scripts/coldstart gate reports/out/latest --max-regression 5%%"})
final class GateCommand implements Callable<Integer> {

  private static final int CANNOT_TELL = 3;
  private static final String FIXTURE = "--fixture";
  private static final String ENGINE = "--engine";
  private static final String OUT = "--out";

  /** Options that a second run gets anew. */
  private static final List<String> REPLACED = List.of(FIXTURE, ENGINE, "--seed", OUT);

  @Spec
  private CommandSpec spec;

  @Parameters(paramLabel = "<run>", description = "the run's folder")
  private Path folder;

  @Option(names = "--max-regression", converter = Converters.PercentConverter.class, defaultValue = "5%",
      paramLabel = "<percent>", description = "how much more time is allowed [${DEFAULT-VALUE}]")
  private double most;

  @Option(names = "--no-confirm", description = "do not repeat a suspected arm: what is suspected fails")
  private boolean isUnconfirmed;

  @Option(names = "--markdown", paramLabel = "<file>", description = "also write the result as a Markdown table")
  private Path markdown;

  @Option(names = "--ratios", paramLabel = "<file>",
      description = "also write the ratios as github-action-benchmark reads them (customSmallerIsBetter)")
  private Path ratios;

  /** One judged arm, in words. */
  private record Row(String arm, String fixture, String ratio, String outcome) {}

  @Override
  public Integer call() throws Exception {
    RunData run = RunReader.read(folder);
    Summary summary = Summary.of(run);
    Map<Regression, Outcome> judged = new LinkedHashMap<>();
    Regression.of(summary, most).forEach(one -> judged.put(one, one.outcome()));
    if (judged.isEmpty()) {
      throw new UserError(folder + " compares nothing: it has no arm besides baselines and controls");
    }
    // Tried before a second run, whose result would be lost with it.
    write(List.of(), List.of());
    if (!summary.status().isTrusted()) {
      System.out.println("the run says do not trust: " + String.join("; ", Sentences.statusReasons(summary)));
    }
    List<Regression> suspected = judged.keySet().stream().filter(one -> one.outcome() == Outcome.SUSPECTED).toList();
    if (!suspected.isEmpty() && !isUnconfirmed) {
      System.out.println("suspected: " + names(suspected, run.manifest()) + "; a second run confirms it or not");
      judged.putAll(confirmed(suspected, run));
    }
    List<Row> rows = judged.entrySet().stream().map(one -> row(one.getKey(), one.getValue(), run.manifest())).toList();
    rows.forEach(row -> System.out.println(row.outcome() + ": " + row.arm() + " in " + row.fixture() + " takes "
        + row.ratio() + " the time of its baseline"));
    write(rows, summary.status().isTrusted() ? judged.keySet() : List.of());
    return judged.containsValue(Outcome.SUSPECTED)
        ? ExitCodes.OF_FAILED
        : judged.containsValue(Outcome.UNDECIDED) ? CANNOT_TELL : MainJob.DONE;
  }

  private static String names(List<Regression> all, Manifest manifest) {
    ArmNames names = new ArmNames(manifest);
    return all.stream()
        .map(one -> names.of(one.arm().arm()).inSentence() + " in " + one.arm().arm().fixture())
        .collect(Collectors.joining(", "));
  }

  /** Measures the suspected fixtures again. An arm that is not suspected there, too, is undecided. */
  private Map<Regression, Outcome> confirmed(List<Regression> suspected, RunData run) throws IOException {
    List<String> words = again(suspected, run.manifest());
    CommandLine all = spec.commandLine().getParent();
    int code = all.execute(words.toArray(String[]::new));
    Path made = ((RunCommand) all.getSubcommands().get("run").getCommand()).reported()
        .orElseThrow(
            () -> new UserError("the second run ended with exit code " + code + "; the first is in " + folder));
    RunData again = RunReader.read(made);
    Summary second = Summary.of(again);
    Map<Regression, Outcome> judged = new LinkedHashMap<>();
    for (Regression first : suspected) {
      assertSameCommand(first.arm().arm(), run.manifest(), again.manifest());
      boolean isAgain = Regression.of(second, most)
          .stream()
          .anyMatch(one -> one.outcome() == Outcome.SUSPECTED && one.arm().arm().key().equals(first.arm().arm().key()));
      judged.put(first, isAgain ? Outcome.SUSPECTED : Outcome.UNDECIDED);
    }
    return judged;
  }

  /** The command has the class path, whose folder is another one for another build. */
  private static void assertSameCommand(Arm arm, Manifest first, Manifest second) {
    if (second.arm(arm.key()).filter(same -> Objects.equals(same.command(), arm.command())).isEmpty()) {
      throw new UserError(
          "the second run, " + second.runId() + ", did not measure the same as the first, " + first.runId()
              + ": the build of " + arm.arm() + " has changed, or what the run depends on; make both runs again");
    }
  }

  /** The arguments of the run, with the suspected fixtures alone. */
  private List<String> again(List<Regression> suspected, Manifest manifest) throws IOException {
    Checkout home = Checkout.find();
    if (manifest.commandLine() == null || manifest.commandLine().contains(ResumeAlone.RESUME)) {
      throw new UserError("the run does not tell how it was made, so it cannot be repeated; add --no-confirm");
    }
    List<String> words = new ArrayList<>();
    for (int i = 0; i < manifest.commandLine().size(); i++) {
      String word = manifest.commandLine().get(i);
      if (REPLACED.contains(word)) {
        i++;
      } else if (REPLACED.stream().noneMatch(option -> word.startsWith(option + "="))) {
        words.add(word.contains("<coldstart>") ? home.found(word).toString() : word);
      }
    }
    if (manifest.engines() != null) {
      words.addAll(List.of(ENGINE, manifest.engines()));
    }
    words.addAll(List.of(OUT, folder.toRealPath().getParent().toString(), FIXTURE));
    words.add(suspected.stream().map(one -> one.arm().arm().fixture()).distinct().collect(Collectors.joining(",")));
    return words;
  }

  private Row row(Regression one, Outcome outcome, Manifest manifest) {
    ArmSummary arm = one.arm();
    String ratio = Quantity.withInterval(VerdictWords.times(arm.ratio().value()), arm.ratio());
    return new Row(new ArmNames(manifest).of(arm.arm()).inSentence(), arm.arm().fixture(), ratio, switch (outcome) {
      case NONE -> "not slower";
      case SUSPECTED -> "slower";
      case UNDECIDED -> one.outcome() == Outcome.SUSPECTED ? "slower in one run only" : "cannot tell";
    });
  }

  private void write(List<Row> rows, Collection<Regression> judged) {
    if (markdown != null) {
      String table = rows.stream()
          .map(row -> "| " + row.arm().replace("|", "\\|") + " | " + row.fixture() + " | " + row.ratio() + " | "
              + row.outcome() + " |\n")
          .collect(Collectors.joining());
      write(markdown, "| arm | fixture | time, compared with the baseline | more than " + Format.percent(most)
          + " slower? |\n|---|---|---|---|\n" + table);
    }
    if (ratios != null) {
      List<Map<String, Object>> all = judged.stream()
          .map(Regression::arm)
          .filter(arm -> Double.isFinite(arm.ratio().value()))
          .<Map<String, Object>>map(arm -> Map.of("name", arm.arm().arm() + " in " + arm.arm().fixture(), "unit",
              "ratio", "value", arm.ratio().value()))
          .toList();
      write(ratios, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all));
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UserError(file + " cannot be written: " + e, e);
    }
  }
}
