package dev.coldstart.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.record.Records;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.record.text.Commands;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine;

/** The command line's messages for user errors. Nothing is launched here. */
@ExtendWith(OwnLock.class)
class CommandLineIT {

  private static final int USER_ERROR = 2;
  private static final String SOME_RUNTIME = "plain-java";
  private static final String SOME_FIXTURE = "hello";

  @TempDir
  private Path folder;
  private final StringWriter errors = new StringWriter();

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      value = {"--fixture  | nope | no fixture is named \"nope\"; choose one of ",
          "--runtime  | nope | no runtime is named \"nope\"; choose one of ",
          "--arm      | nope | no arm is named \"nope\"; choose one of ",
          "--profile  | nope | no profile is named \"nope\"; choose one of ",
          "--preset   | nope | no preset is named \"nope\"; choose one of smoke, ",
          "--scenario | nope | no scenario is named \"nope\"; choose from cold-to-warm, memory, ",
          "--scenario-blocks | 0 | --scenario-blocks 0: a scenario needs at least 1 block",
          "--jdk      | 99   | no JDK 99 is installed; found ",})
  void shouldSayWhatThereIsInPlaceOfSomethingUnknown(String option, String value, String message) {
    Path out = folder.resolve("out");
    assertThat(execute("run", option, value, "--out", out.toString())).isEqualTo(USER_ERROR);
    assertThat(errors.toString().lines()).singleElement().asString().startsWith("coldstart: " + message);
    assertThat(out).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      value = {"--fixture  | nope | no fixture is named \"nope\"; choose one of ",
          "--runtime  | nope | no runtime is named \"nope\"; choose one of ",
          "--jdk      | 99   | no JDK 99 is installed; found ",
          "--blocks   | 0    | --blocks 0: the final measurement needs at least 1 block besides the warm-up",})
  void shouldSayWhatCannotBeTuned(String option, String value, String message) {
    Path out = folder.resolve("out");
    List<String> words = new ArrayList<>(List.of("tune", "--out", out.toString()));
    Map<String, String> sound = new TreeMap<>(Map.of("--runtime", SOME_RUNTIME, "--fixture", SOME_FIXTURE));
    sound.put(option, value);
    sound.forEach((name, given) -> words.addAll(List.of(name, given)));
    assertThat(execute(words.toArray(String[]::new))).isEqualTo(USER_ERROR);
    assertThat(errors.toString().lines()).singleElement().asString().startsWith("coldstart: " + message);
    assertThat(out).doesNotExist();
  }

  /** scripts/coldstart decides whether to send colours: picocli alone would send them to a terminal without any. */
  @Test
  void shouldSendNoColoursToWhatIsNoTerminal() {
    assertThat(Main.commandLine().getUsageMessage()).doesNotContain("\u001b");
    assertThat(Main.commandLine().getColorScheme().ansi()).isEqualTo(Ansi.OFF);
  }

  @Test
  void shouldSayThatATuningNeedsARuntime() {
    assertThat(execute("tune", "--fixture", SOME_FIXTURE)).isEqualTo(USER_ERROR);
    assertThat(errors.toString()).contains("--runtime").contains("see: " + Commands.here().coldstart("tune", "--help"));
  }

  @Test
  void shouldSayWhatCannotBeGoneOnWith() throws IOException {
    assertThat(execute("tune", "--resume", folder.resolve("none").toString())).isEqualTo(USER_ERROR);
    assertThat(errors.toString().lines()).singleElement().asString().startsWith("coldstart: no tuning at ");
    errors.getBuffer().setLength(0);
    assertThat(execute("tune", "--resume", folder.toString())).isEqualTo(USER_ERROR);
    assertThat(errors.toString()).contains("has no tune.json; give a folder that coldstart tune made");
    errors.getBuffer().setLength(0);
    assertThat(execute("tune", "--resume", folder.toString(), "--blocks", "9")).isEqualTo(USER_ERROR);
    assertThat(errors.toString())
        .contains("--blocks cannot be given with --resume: a tuning is resumed by the plan in its tune.json");
  }

  @Test
  void shouldSayThatAFolderCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(execute("run", "--preset", "smoke", "--out", file.resolve("out").toString())).isEqualTo(USER_ERROR);
    assertThat(errors.toString().lines()).singleElement().asString().contains(file.toString(), "choose a folder");
  }

  @Test
  void shouldShowAPlanAndWriteNothing() throws IOException {
    Path out = folder.resolve("out");
    String said = output(() -> assertThat(execute("run", "--dry-run", "--preset", "minute", "--fixture", SOME_FIXTURE,
        "--jvm-arg=-Xss512k", "--jvm-arg=-XX:+UseSerialGC", "--out", out.toString())).isZero());
    assertThat(said).startsWith("plan: preset minute, ")
        .contains("  hello: plain-java.twin/default+-Xss512k+-XX:+UseSerialGC/jdk", "  +aa: a self-check")
        .contains("launches: at most 50 s", "JMH: nothing", "folder: a new one in " + out);
    assertThat(out).doesNotExist();
  }

  @Test
  void shouldListWhatIsNotMeasuredWithItsReason() throws IOException {
    assertThat(output(() -> assertThat(execute("list")).isZero()).lines())
        .anyMatch(line -> line.contains("native-image ") && line.contains(" - not measured: "))
        .anyMatch(line -> line.contains("crac ") && line.contains(" - not measured: "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"run", "tune", "report", "compare", "index", "list", "doctor", "prune", "redact"})
  void shouldExplainEachOptionInOneLineOrTwo(String command) {
    String help = Main.commandLine().getSubcommands().get(command).getUsageMessage();
    assertThat(help.lines()).allMatch(line -> line.length() <= 110);
    assertThat(help).contains("--help", "--version");
  }

  @Test
  void shouldGroupTheOptionsOfARun() {
    String help = Main.commandLine().getSubcommands().get("run").getUsageMessage();
    assertThat(help.lines()).containsSubsequence("What to measure:", "How much:", "How:", "More:", "Exit codes:",
        "Examples:");
    assertThat(help.indexOf("      --fixture")).isBetween(help.indexOf("What to measure:"), help.indexOf("How much:"));
  }

  @Test
  void shouldWriteTheSummaryAloneToStandardOutput() throws IOException {
    Path run = referenceRun();
    String said =
        output(() -> assertThat(execute("report", run.toString(), "--json", "--out", folder.toString())).isZero());
    assertThat(said).startsWith("{").endsWith("}\n").contains("\"arms\"");
  }

  @Test
  void shouldRemoveOldRunsAndNothingElse() throws IOException {
    for (String id : List.of("20260101T000000Z", "20260102T000000Z", "20260103T000000Z")) {
      SampleRuns.blocks(1).withManifest(m -> Records.with(m, "runId", id)).writeTo(folder);
    }
    Files.writeString(Files.createDirectories(folder.resolve("20250101T000000Z")).resolve("manifest.json"), "{}");
    SampleRuns.blocks(1).withManifest(m -> Records.with(m, "runId", "before")).writeTo(folder);
    Files.createSymbolicLink(folder.resolve("latest"), Path.of("20260102T000000Z"));
    Files.createDirectories(folder.resolve("mine"));
    assertThat(output(() -> execute("prune", folder.toString(), "--keep", "1", "--dry-run"))).contains("2 to remove");
    assertThat(folder.resolve("20260101T000000Z")).exists();
    assertThat(output(() -> execute("prune", folder.toString(), "--keep", "1"))).contains("2 removed");
    assertThat(folder.resolve("20260101T000000Z")).doesNotExist();
    assertThat(folder.resolve("20260102T000000Z")).doesNotExist();
    assertThat(folder.resolve("20260103T000000Z")).exists();
    assertThat(folder.resolve("mine")).exists();
    assertThat(folder.resolve("20250101T000000Z")).as("of something else").exists();
    assertThat(folder.resolve("before")).as("renamed by its owner").exists();
    assertThat(Files.exists(folder.resolve("latest"), LinkOption.NOFOLLOW_LINKS)).as("a link to nothing").isFalse();
    assertThat(execute("prune", folder.resolve("none").toString())).isEqualTo(USER_ERROR);
  }

  /** Runs and tunings that are kept for reference. */
  @Test
  void shouldRemoveNoKeptRun() throws IOException {
    Path kept = Checkout.find().root().resolve("reports/reference");
    assertThat(output(() -> execute("prune", kept.toString(), "--keep", "0", "--dry-run"))).contains("0 to remove");
  }

  @Test
  void shouldSayThatThereIsNothingToShare() {
    assertThat(execute("redact", folder.resolve("none").toString(), "--out", folder.toString())).isEqualTo(USER_ERROR);
    assertThat(errors.toString().lines()).singleElement().asString().contains("no run folder at ");
  }

  @Test
  void shouldRefuseJsonWhereThereIsNoSummary() {
    assertThat(execute("run", "--dry-run", "--json")).isEqualTo(USER_ERROR);
    assertThat(errors.toString()).contains("exclude each other");
  }

  @Test
  void shouldPlanNothingThatCannotRun() {
    assertThat(execute("run", "--dry-run", "--profile", "crac")).isEqualTo(USER_ERROR);
    assertThat(errors.toString()).contains("nothing selected can run here");
  }

  /** Two runs without a common arm. */
  @Test
  void shouldEndWithAnotherCodeIfNothingIsCompared() {
    String first = SampleRuns.blocks(4).writeTo(folder.resolve("a")).path().toString();
    String second = SampleRuns.blocks(0).writeTo(folder.resolve("b")).path().toString();
    assertThat(execute("compare", first, second)).isOne();
  }

  private static String output(Runnable action) {
    PrintStream before = System.out;
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
    try {
      action.run();
    } finally {
      System.setOut(before);
    }
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void shouldSayHowToWriteADuration() {
    assertThat(execute("run", "--budget", "soon")).isEqualTo(USER_ERROR);
    assertThat(errors.toString()).contains("--budget").contains("write for example 90s, 10m or 2h");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      value = {"--target-ci | 2    | --target-ci", "--target-ci | 0%   | --target-ci", "--blocks    | some | --blocks",
          "--blocks    | 0    | --blocks 0: a fixture needs at least 1 block besides the warm-up",
          "--blocks    | -3   | --blocks -3: a fixture needs at least 1 block besides the warm-up",})
  void shouldSayHowToWriteAnOption(String option, String value, String message) {
    Path out = folder.resolve("out");
    assertThat(execute("run", option + "=" + value, "--out", out.toString())).isEqualTo(USER_ERROR);
    assertThat(errors.toString().lines()).singleElement().asString().contains(message);
    assertThat(out).doesNotExist();
  }

  @Test
  void shouldSayHowToWriteAPart() {
    assertThat(execute("run", "--target-ci", "two")).isEqualTo(USER_ERROR);
    assertThat(errors.toString())
        .contains("\"two\" is not a percentage between 0% and 100%; write for example 2% or 0.5%");
  }

  @Test
  void shouldSayThatATargetNeedsBlocks() {
    assertThat(execute("run", "--preset", "quick", "--target-ci", "2%")).isEqualTo(USER_ERROR);
    assertThat(errors.toString()).startsWith(
        "coldstart: --target-ci is checked only after 20 blocks, but the plan has 10: give more with --blocks");
  }

  @Test
  void shouldNameWhatCannotGoWithResume() {
    String run = folder.resolve("run").toString();
    assertThat(execute("run", "--resume", run, "--seed", "1", "--preset=quick", "--budget", "5m"))
        .isEqualTo(USER_ERROR);
    assertThat(errors.toString().lines()).singleElement()
        .asString()
        .contains("--seed", "--preset", "cannot be given with --resume", "only --budget")
        .doesNotContain("--budget,", "--timeout");
  }

  @Test
  void shouldSayThatThereIsNoRunToGoOnWith() {
    assertThat(execute("run", "--resume", folder.resolve("none").toString())).isEqualTo(USER_ERROR);
    assertThat(errors.toString().lines()).singleElement()
        .asString()
        .contains("no run folder at ", "reports/out/latest");
    errors.getBuffer().setLength(0);
    assertThat(execute("run", "--resume", folder.toString())).isEqualTo(USER_ERROR);
    assertThat(errors.toString().lines()).singleElement()
        .asString()
        .contains("is not a run folder: it has no manifest.json");
  }

  @Test
  void shouldSayHowToWriteAMargin() {
    assertThat(execute("report", folder.toString(), "--margin", "1")).isEqualTo(USER_ERROR);
    assertThat(errors.toString()).contains("--margin").contains("write for example 2% or 0.5%");
  }

  /** Any reference run: which ones the checkout holds changes with the published figures. */
  private static Path referenceRun() throws IOException {
    try (Stream<Path> folders = Files.list(Checkout.find().root().resolve("reports/reference"))) {
      return folders.filter(folder -> Files.exists(folder.resolve("manifest.json"))).sorted().findFirst().orElseThrow();
    }
  }

  @Test
  void shouldNameTheBaselinesThatThereAre() throws IOException {
    Path run = referenceRun();
    assertThat(execute("report", run.toString(), "--baseline", "nope")).isEqualTo(USER_ERROR);
    assertThat(errors.toString().lines()).singleElement().asString().contains("\"nope\"", "choose a baseline of: ");
  }

  @Test
  void shouldRejectAnUnknownOption() {
    assertThat(execute("run", "--nope")).isEqualTo(USER_ERROR);
    assertThat(errors.toString()).contains("--nope");
  }

  @Test
  void shouldSayWhereRunsLie() {
    assertThat(execute("report", folder.resolve("none").toString())).isEqualTo(USER_ERROR);
    assertThat(errors.toString().lines()).singleElement()
        .asString()
        .contains("no run folder at ", "reports/out/latest");
  }

  @Test
  void shouldSayThatAFolderHoldsNoRun() {
    assertThat(execute("report", folder.toString())).isEqualTo(USER_ERROR);
    assertThat(errors.toString().lines()).singleElement().asString().contains(folder.getFileName().toString());
  }

  @Test
  void shouldSayWhichOfTwoRunsIsNotThere() throws IOException {
    String run = referenceRun().toString();
    String none = folder.resolve("none").toString();
    assertThat(execute("compare", run, none)).isEqualTo(USER_ERROR);
    assertThat(errors.toString().lines()).singleElement()
        .asString()
        .contains("no run folder at " + none, "reports/out");
  }

  @Test
  void shouldCompareARunOfTheReferenceWithItself() throws IOException {
    String run = referenceRun().toString();
    assertThat(execute("compare", run, run, "--out", folder.resolve("a/b").toString())).isZero();
    assertThat(Files.readString(folder.resolve("a/b/compare.html"))).contains("are the same in both", "</html>");
  }

  /** It is part of the checkout, which viewing it must not change. */
  @Test
  void shouldWriteNothingIntoAReferenceRunUnasked() throws IOException {
    Path run = referenceRun();
    byte[] page = Files.readAllBytes(run.resolve("report.html"));
    assertThat(execute("compare", run.toString(), run.toString())).isEqualTo(USER_ERROR);
    assertThat(execute("report", run.toString())).isEqualTo(USER_ERROR);
    assertThat(errors.toString().lines()).hasSize(2).allMatch(line -> line.contains("is a kept run"));
    assertThat(run.resolve("compare.html")).doesNotExist();
    assertThat(run.resolve("report.html")).hasBinaryContent(page);
    assertThat(execute("report", run.toString(), "--out", folder.toString())).isZero();
    assertThat(folder.resolve(run.getFileName()).resolve("report.html")).isNotEmptyFile();
    assertThat(run.resolve("histograms")).doesNotExist();
  }

  @Test
  void shouldSayThatComparisonsNeedAFolder() throws IOException {
    String run = referenceRun().toString();
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(execute("compare", run, run, "--out", file.resolve("out").toString())).isEqualTo(USER_ERROR);
    assertThat(errors.toString().lines()).singleElement()
        .asString()
        .contains("--out", file.toString(), "choose another");
  }

  @Test
  void shouldListRunsAndLeaveAPageOfSomebodyElse() throws IOException {
    assertThat(execute("index", folder.resolve("none").toString())).isEqualTo(USER_ERROR);
    assertThat(errors.toString()).contains("no folder of runs at ");
    assertThat(execute("index", folder.toString())).isZero();
    assertThat(folder.resolve("index.html")).exists();
    Files.writeString(folder.resolve("index.html"), "mine");
    assertThat(execute("index", folder.toString())).isEqualTo(USER_ERROR);
    assertThat(errors.toString()).contains("move it away");
    assertThat(folder.resolve("index.html")).hasContent("mine");
  }

  private int execute(String... arguments) {
    CommandLine commandLine = Main.commandLine();
    return commandLine.setErr(new PrintWriter(errors, true)).execute(arguments);
  }
}
