package dev.coldstart.command.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.command.report.Reports;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.run.FakeSeries;
import dev.coldstart.launcher.run.MainJob;
import dev.coldstart.launcher.run.RunSeries;
import dev.coldstart.record.Arm;
import dev.coldstart.record.RunData;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.text.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A whole tuning that starts no process, with one profile and two JVM options. */
class TuneJobTest {

  private static final Duration AMPLE = Duration.ofHours(1);
  private static final Offset<Double> ROUNDING = Offset.offset(1e-9);

  @TempDir
  private Path folder;
  private FakeSeries series;

  /** Each JVM option saves a fifth of the time. */
  @BeforeEach
  void makeSeries() {
    series = new FakeSeries(folder, new Reports());
    series.answering(arm -> Math.round((isBaseline(arm) ? 20 : 100) * Math.pow(0.8, jvmOptions(arm))));
  }

  @Test
  void shouldFindAndMeasureTheFastest() throws Exception {
    assertThat(tune("fast", AMPLE)).isEqualTo(MainJob.DONE);
    JsonNode tuning = tuning();
    assertThat(tuning.get("yardstick").asString()).isEqualTo("base.plain/default/jdk25");
    assertThat(tuning.get("searchEndedBy").asString()).isEqualTo("generations");
    assertThat(tuning.has("endedAt")).isTrue();
    assertThat(tuning.get("generations")).hasSize(3);
    JsonNode first = tuning.get("generations").get(0);
    assertThat(first.get("candidates")).hasSize(1);
    assertThat(first.get("rounds").get(0).get("run").asString()).isEqualTo("round-01");
    assertThat(first.get("rounds").get(0).get("standings").get(0).get("ratio").asDouble()).isCloseTo(5, ROUNDING);
    assertThat(tuning.get("generations").get(1).get("candidates").get(1).get("parent").asString())
        .isEqualTo("fast.jit/default/jdk25");

    JsonNode end = tuning.get("end");
    assertThat(end.get("chosen").asString()).isEqualTo("fast.jit/default+gc-serial+heap-16m/jdk25");
    assertThat(end.get("ratios")).hasSize(2);
    assertThat(end.get("ratios").get(0).get("to").asString()).isEqualTo("fast.jit/default/jdk25");
    assertThat(end.get("ratios").get(0).get("value").asDouble()).isCloseTo(0.64, ROUNDING);
    assertThat(end.get("ratios").get(0).has("ciLow")).isTrue();
    assertThat(end.get("ratios").get(1).get("to").asString()).isEqualTo("base.plain/default+gc-serial+heap-16m/jdk25");
  }

  @Test
  void shouldTryNothingTwiceButWhatStayed() throws Exception {
    tune("fast", AMPLE);
    JsonNode last = tuning().get("generations").get(2).get("candidates");
    assertThat(last.valueStream().map(entry -> entry.get("arm").asString())).containsExactlyInAnyOrder(
        "fast.jit/default/jdk25", "fast.jit/default+gc-serial/jdk25", "fast.jit/default+heap-16m/jdk25",
        "fast.jit/default+gc-serial+heap-16m/jdk25");
  }

  /** The launches that chose an arm must not be the launches that are reported. */
  @Test
  void shouldMeasureWhatItChoseInARunOfItsOwn() throws Exception {
    tune("fast", AMPLE);
    RunData run = RunReader.read(series.out().resolve(tuning().get("end").get("run").asString()));
    assertThat(
        run.manifest().arms().stream().filter(arm -> !arm.isControl() && arm.fixture().equals("hello")).map(Arm::arm))
        .containsExactlyInAnyOrder("base.plain/default/jdk25", "fast.jit/default/jdk25",
            "base.plain/default+gc-serial+heap-16m/jdk25", "fast.jit/default+gc-serial+heap-16m/jdk25");
    assertThat(run.manifest().arms()).filteredOn(Arm::isControl).hasSize(2 * (1 + 2));
    assertThat(run.arms()).allSatisfy(arm -> assertThat(arm.counted()).hasSize(6));
    assertThat(run.folder().reportHtml()).exists();
    assertThat(run.manifest().commandLine()).startsWith("run", "--preset", "tune");
  }

  @Test
  void shouldKeepEachRoundAsARun() throws Exception {
    tune("fast", AMPLE);
    int inRounds = 0;
    for (Path round : rounds()) {
      RunData run = RunReader.read(round);
      inRounds += run.arms().stream().mapToInt(arm -> arm.launches().size()).sum();
      assertThat(run.manifest().arms()).noneMatch(Arm::isControl).anyMatch(Arm::baseline);
      assertThat(run.folder().reportHtml()).doesNotExist();
    }
    RunData end = RunReader.read(series.out().resolve("latest"));
    assertThat(inRounds + end.arms().stream().mapToInt(arm -> arm.launches().size()).sum())
        .isEqualTo(series.launches());
  }

  @Test
  void shouldSayHowToStartItAndHowToCompareAgain() throws Exception {
    tune("fast", AMPLE);
    assertThat(series.said()).noneMatch(line -> line.startsWith("  no clear difference"))
        .contains("fastest found: fast.jit/default+gc-serial+heap-16m/jdk25", "  ahead of time: nothing",
            "  status of the run: *** DO NOT TRUST ***")
        .anySatisfy(line -> assertThat(line)
            .startsWith("  ratio to fast.jit/default/jdk25: 0.640 (0.640-0.640), after the boot "))
        .anySatisfy(line -> assertThat(line)
            .contains("/bin/java -Xshare:auto -Dgc-serial -Dheap-16m -Djava.io.tmpdir=<launch> "))
        .contains("  " + Commands.here().coldstart("run")
            + " --preset tune --fixture hello --arm fast.jit/default+gc-serial+heap-16m/jdk25,fast.jit/default/jdk25"
            + " --profile default,default+gc-serial+heap-16m --jdk 25 --every-block --blocks 6");
  }

  @Test
  void shouldDropWhatFailsNowAndThen() throws Exception {
    series.failing(arm -> arm.profile().id().contains("gc-serial"));
    assertThat(tune("fast", AMPLE)).isEqualTo(MainJob.DONE);
    assertThat(tuning().get("end").get("chosen").asString()).isEqualTo("fast.jit/default+heap-16m/jdk25");
    JsonNode fallen = tuning().get("generations").get(1).get("rounds").get(0).get("standings").get(2);
    assertThat(fallen.get("arm").asString()).isEqualTo("fast.jit/default+gc-serial/jdk25");
    assertThat(fallen.get("reason").asString()).startsWith("an invalid launch: exit code ");
    assertThat(fallen.has("ratio")).isFalse();
    assertThat(series.said()).anyMatch(line -> line.matches("excluded: [0-9]+ combinations? failed in the"
        + " search; first: fast.jit/default\\+gc-serial/jdk25: an invalid launch: exit code .*"));
  }

  @Test
  void shouldSayThatNothingCouldBeTuned() {
    series.failing(arm -> arm.configuration().id().equals("fast.jit"));
    assertThatThrownBy(() -> tune("fast", AMPLE)).isInstanceOf(UserError.class)
        .hasMessageStartingWith("nothing can be tuned: all 1 combinations failed; first: fast.jit/default/jdk25:"
            + " an invalid launch: exit code ");
  }

  /** An arm that was not measured in the final run must not be called the fastest. */
  @Test
  void shouldNameNoFastestThatTheLastRunCouldNotMeasure() throws Exception {
    series.failing(arm -> arm.configuration().id().equals("fast.jit") && isSearchOver());
    assertThat(tune("fast", AMPLE)).isEqualTo(MainJob.ARMS_FAILED);
    assertThat(series.said()).noneMatch(line -> line.startsWith("fastest found"))
        .contains("*** NOT MEASURED; the search chose: fast.jit/default+gc-serial+heap-16m/jdk25");
    assertThat(Files.readString(tuneFolder().resolve("tune.html"))).contains("It was not measured: ");
  }

  private boolean isSearchOver() {
    return series.said().stream().anyMatch(line -> line.startsWith("--- the search ended"));
  }

  /** The search chose it from its own launches and may have been wrong. */
  @Test
  void shouldSayWhenTheChosenIsNotShownToBeFaster() throws Exception {
    series.answering(arm -> isSearchOver() ? 50 : 50 - jvmOptions(arm));
    assertThat(tune("fast", AMPLE)).isEqualTo(MainJob.DONE);
    assertThat(tuning().get("end").get("chosen").asString()).contains("+");
    assertThat(series.said())
        .anyMatch(line -> line.startsWith("  not shown to be faster than fast.jit/default/jdk25: use that one"));
  }

  @Test
  void shouldTuneTheBaselineToo() throws Exception {
    assertThat(tune("base", AMPLE)).isEqualTo(MainJob.DONE);
    JsonNode end = tuning().get("end");
    assertThat(end.get("chosen").asString()).isEqualTo("base.plain/default+gc-serial+heap-16m/jdk25");
    assertThat(end.get("ratios")).hasSize(1);
  }

  @Test
  void shouldEndItsSearchWhenTheTimeIsUsedUp() throws Exception {
    assertThat(tune("fast", Duration.ofNanos(2 * FakeSeries.LAUNCH_NS))).isEqualTo(MainJob.DONE);
    assertThat(tuning().get("searchEndedBy").asString()).isEqualTo("budget");
    assertThat(rounds()).hasSize(1);
    assertThat(tuning().get("end").get("chosen").asString()).isEqualTo("fast.jit/default/jdk25");
  }

  @Test
  void shouldRejectWhatIsNotThereBeforeAnythingIsWritten() {
    assertThatThrownBy(() -> tune("nope", AMPLE)).isInstanceOf(UserError.class)
        .hasMessageStartingWith("no runtime is named \"nope\"; choose one of base, fast, slow");
    assertThat(series.out()).doesNotExist();
  }

  private int tune(String runtime, Duration budget) throws IOException {
    TuneRequest request = new TuneRequest(series.home(), runtime, "hello", List.of(), budget, 6, 1,
        ProcessLimits.of(Duration.ofSeconds(5)), series.out(), List.of("tune"));
    try (RunSeries runs = series.begin()) {
      return TuneJob.begin(request, runs);
    }
  }

  private Path tuneFolder() throws IOException {
    try (Stream<Path> entries = Files.list(series.out())) {
      return entries.filter(entry -> entry.toString().endsWith("-tune")).findFirst().orElseThrow();
    }
  }

  private List<Path> rounds() throws IOException {
    try (Stream<Path> entries = Files.list(tuneFolder())) {
      return entries.filter(Files::isDirectory).sorted().toList();
    }
  }

  private JsonNode tuning() throws IOException {
    return JsonMapper.shared().readTree(tuneFolder().resolve("tune.json"));
  }

  private static boolean isBaseline(PlannedArm arm) {
    return arm.configuration().baseline();
  }

  private static long jvmOptions(PlannedArm arm) {
    return arm.profile().id().chars().filter(c -> c == '+').count();
  }
}
