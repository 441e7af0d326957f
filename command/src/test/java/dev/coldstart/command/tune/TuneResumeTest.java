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
import dev.coldstart.record.Records;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.Tuning;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.io.TuningFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tunings that are killed and resumed, with all the files in their folders. No process is started. */
class TuneResumeTest {

  private static final Duration AMPLE = Duration.ofHours(1);

  @TempDir
  private Path folder;

  /** Killed in the first block, between two rounds, in each generation, and in the final run. */
  @Test
  void shouldComeToTheEndOfTheTuningThatWasNotCut() throws IOException {
    FakeSeries whole = series("whole");
    assertThat(tune(whole, AMPLE)).isEqualTo(MainJob.DONE);
    Tuning expected = tuning(whole);
    int launches = whole.launches();
    int atTheEnd =
        RunReader.read(whole.out().resolve("latest")).arms().stream().mapToInt(arm -> arm.launches().size()).sum();
    int searched = launches - atTheEnd;
    for (int killedBefore : List.of(1, 2, 49, 50, searched / 2, searched, searched + 1, searched + atTheEnd / 2,
        launches)) {
      FakeSeries cut = killed("before-" + killedBefore, killedBefore);
      FakeSeries resumed = series("before-" + killedBefore);
      assertThat(resume(resumed)).isEqualTo(MainJob.DONE);

      Tuning tuning = tuning(resumed);
      assertThat(tuning.generations()).isEqualTo(expected.generations());
      assertThat(tuning.searchEndedBy()).isEqualTo(expected.searchEndedBy());
      assertThat(tuning.end().chosen()).isEqualTo(expected.end().chosen());
      assertThat(tuning.end().ratios()).isEqualTo(expected.end().ratios());
      assertThat(tuning.resumedAt()).hasSize(1);
      assertThat(cut.launches() + resumed.launches()).isEqualTo(launches);
      assertThat(places(tuning, resumed)).hasSize(launches).doesNotHaveDuplicates();
      assertThat(tuningFolder(resumed).html()).exists();
    }
  }

  @Test
  void shouldGoOnAsOftenAsItIsCut() throws IOException {
    FakeSeries whole = series("whole");
    tune(whole, AMPLE);
    int made = killed("cut", 30).launches();
    for (int times = 0; times < 3; times++) {
      FakeSeries again = series("cut");
      again.killedBefore(70);
      assertThatThrownBy(() -> resume(again)).isInstanceOf(FakeSeries.KILLED);
      made += again.launches();
    }
    FakeSeries last = series("cut");
    assertThat(resume(last)).isEqualTo(MainJob.DONE);
    assertThat(made + last.launches()).isEqualTo(whole.launches());
    assertThat(tuning(last).generations()).isEqualTo(tuning(whole).generations());
    assertThat(tuning(last).resumedAt()).hasSize(4);
  }

  /** Killed between the end of a round and its decision, and again when the next round had only its folder. */
  @Test
  void shouldDecideARoundThatHadEndedWithoutLaunchingIt() throws IOException {
    FakeSeries whole = series("whole");
    tune(whole, AMPLE);
    FakeSeries cut = killed("cut", 49);
    Tuning tuning = tuning(cut);
    assertThat(tuning.rounds()).hasSize(2).last().extracting(Tuning.Round::standings).isNull();
    Tuning.Generation first = tuning.generations().get(0);
    Tuning.Round undecided = new Tuning.Round("round-01", first.rounds().get(0).blocks(), null);
    write(cut, tuning, List.of(new Tuning.Generation(1, first.candidates(), List.of(undecided))));
    Path second = tuningFolder(cut).path().resolve("round-02");
    try (Stream<Path> files = Files.list(second)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    Files.writeString(second.resolve("manifest.json.tmp"), "{");

    FakeSeries resumed = series("cut");
    assertThat(resume(resumed)).isEqualTo(MainJob.DONE);
    assertThat(cut.launches() + resumed.launches()).isEqualTo(whole.launches());
    assertThat(tuning(resumed).generations()).isEqualTo(tuning(whole).generations());
  }

  @Test
  void shouldNotDeleteWhatIsInTheWay() throws IOException {
    FakeSeries cut = killed("cut", 49);
    Path second = tuningFolder(cut).path().resolve("round-02");
    Files.delete(second.resolve("manifest.json"));
    Path mine = Files.writeString(second.resolve("notes.txt"), "mine");
    assertThatThrownBy(() -> resume(series("cut"))).isInstanceOf(UserError.class).hasMessageContaining("move it away");
    assertThat(mine).exists();
  }

  @Test
  void shouldCountTheTimeThatWasUsed() throws IOException {
    FakeSeries cut = series("cut");
    cut.waiting(Duration.ofMinutes(40), 10);
    Duration budget = Duration.ofMinutes(30);
    assertThat(tune(cut, budget)).isEqualTo(MainJob.DONE);
    Tuning ended = tuning(cut);
    assertThat(ended.searchEndedBy()).isEqualTo("budget");
    assertThat(ended.usedMs()).isGreaterThanOrEqualTo(Duration.ofMinutes(40).toMillis());
    assertThat(ended.rounds()).hasSize(1);

    write(cut, unended(ended, null), ended.generations());
    FakeSeries resumed = series("cut");
    assertThat(resume(resumed)).isEqualTo(MainJob.DONE);
    assertThat(tuning(resumed).searchEndedBy()).isEqualTo("budget");
    assertThat(tuning(resumed).usedMs()).isGreaterThanOrEqualTo(ended.usedMs());
    assertThat(tuning(resumed).rounds()).isEqualTo(ended.rounds());
    assertThat(resumed.said()).anyMatch(line -> line.endsWith("1 round is kept; 2400 s of its 1800 s are used"));
  }

  /** Only the raw data show its launches. */
  @Test
  void shouldCountTheTimeOfARoundThatWasCut() throws IOException {
    FakeSeries cut = killed("cut", 55);
    Tuning tuning = tuning(cut);
    TuningFolder tuned = tuningFolder(cut);
    long lastEndMs = RunReader.read(tuned.round(tuning.rounds().get(1)).orElseThrow().path())
        .arms()
        .stream()
        .flatMap(arm -> arm.launches().stream())
        .mapToLong(launch -> launch.startedAtMs())
        .max()
        .orElseThrow();
    Instant before = Instant.ofEpochMilli(lastEndMs - 90_000);
    write(cut, unended(tuning, before), tuning.generations());
    assertThat(ResumedTuning.of(tuned.path(), cut.home()).used())
        .isEqualTo(Duration.ofMillis(tuning.usedMs() + 90_000));
    write(cut, unended(tuning, Instant.ofEpochMilli(lastEndMs + 90_000)), tuning.generations());
    assertThat(ResumedTuning.of(tuned.path(), cut.home()).used()).isEqualTo(Duration.ofMillis(tuning.usedMs()));
  }

  @Test
  void shouldSayThatATuningIsComplete() throws IOException {
    FakeSeries whole = series("whole");
    tune(whole, AMPLE);
    Files.delete(tuningFolder(whole).html());
    byte[] json = Files.readAllBytes(tuningFolder(whole).json());
    FakeSeries again = series("whole");
    assertThat(resume(again)).isEqualTo(MainJob.DONE);
    assertThat(again.launches()).isZero();
    assertThat(again.said()).anyMatch(line -> line.endsWith("is complete: nothing is left to measure"));
    assertThat(tuningFolder(whole).html()).exists();
    assertThat(tuningFolder(whole).json()).hasBinaryContent(json);
  }

  @Test
  void shouldNameWhatDiffers() throws IOException {
    FakeSeries cut = killed("cut", 49);
    byte[] json = Files.readAllBytes(tuningFolder(cut).json());
    FakeSeries changed = series("cut");
    changed.jdkVersion("25.0.4+1");
    assertThatThrownBy(() -> resume(changed)).isInstanceOf(UserError.class)
        .hasMessageContaining(
            "cannot be resumed here: the version of jdk25 was 25.0.3+9, A vendor, is 25.0.4+1, A vendor")
        .hasMessageEndingWith("Resume it on the machine and with the software of its start, or start a new tuning");
    assertThat(changed.launches()).isZero();
    assertThat(tuningFolder(cut).json()).hasBinaryContent(json);
  }

  @Test
  void shouldRefuseATuningOfOtherCombinations() throws IOException {
    FakeSeries cut = killed("cut", 49);
    Tuning tuning = tuning(cut);
    Tuning.Generation first = tuning.generations().get(0);
    List<Tuning.Entry> more = new ArrayList<>(first.candidates());
    more.add(new Tuning.Entry("fast.gone/default/jdk25", null));
    write(cut, tuning, List.of(new Tuning.Generation(1, more, first.rounds())));
    assertThatThrownBy(() -> resume(series("cut"))).isInstanceOf(UserError.class)
        .hasMessage("the tuning cannot be resumed: generation 1 has other combinations than would be tried now; start a"
            + " new one");
  }

  @Test
  void shouldRefuseATuningThatRecordedLess() throws IOException {
    FakeSeries cut = killed("cut", 49);
    Path json = tuningFolder(cut).json();
    Files.writeString(json, Files.readString(json).replaceFirst("\"timeoutMs\" : [0-9]+,", ""));
    assertThatThrownBy(() -> resume(series("cut"))).isInstanceOf(UserError.class).hasMessageContaining("recorded less");
    Files.writeString(json, "{");
    assertThatThrownBy(() -> resume(series("cut"))).isInstanceOf(RunFormatException.class)
        .hasMessageContaining("is damaged");
  }

  private FakeSeries series(String name) throws IOException {
    FakeSeries series = new FakeSeries(Files.createDirectories(folder.resolve(name)), new Reports());
    series.answering(arm -> Math.round((arm.configuration().baseline() ? 20 : 100) * Math.pow(0.8, jvmOptions(arm))));
    return series;
  }

  private static long jvmOptions(PlannedArm arm) {
    return arm.profile().id().chars().filter(c -> c == '+').count();
  }

  private FakeSeries killed(String name, int beforeLaunch) throws IOException {
    FakeSeries series = series(name);
    series.killedBefore(beforeLaunch);
    assertThatThrownBy(() -> tune(series, AMPLE)).isInstanceOf(FakeSeries.KILLED);
    return series;
  }

  private static int tune(FakeSeries series, Duration budget) throws IOException {
    TuneRequest request = new TuneRequest(series.home(), "fast", "hello", List.of(), budget, 6, 1,
        ProcessLimits.of(Duration.ofSeconds(5)), series.out(), List.of("tune"));
    try (RunSeries runs = series.begin()) {
      return TuneJob.begin(request, runs);
    }
  }

  private static int resume(FakeSeries series) throws IOException {
    try (RunSeries runs = series.begin()) {
      return TuneJob.resume(ResumedTuning.of(tuningFolder(series).path(), series.home()), runs);
    }
  }

  private static TuningFolder tuningFolder(FakeSeries series) {
    return TuningFolder.in(series.out()).get(0);
  }

  private static Tuning tuning(FakeSeries series) {
    return tuningFolder(series).read();
  }

  private static Tuning unended(Tuning t, Instant savedAt) {
    return Records.with(t, "endedAt", null, "savedAt", savedAt == null ? t.savedAt() : savedAt, "end", null);
  }

  private static void write(FakeSeries series, Tuning t, List<Tuning.Generation> generations) throws IOException {
    tuningFolder(series).write(Records.with(t, "generations", generations));
  }

  /** For every launch: its run and its position there. */
  private static List<String> places(Tuning tuning, FakeSeries series) {
    List<Path> runs =
        new ArrayList<>(tuning.rounds().stream().map(r -> tuningFolder(series).path().resolve(r.run())).toList());
    runs.add(series.out().resolve(tuning.end().run()));
    return runs.stream()
        .flatMap(run -> RunReader.read(run)
            .arms()
            .stream()
            .flatMap(arm -> arm.launches().stream())
            .map(l -> run.getFileName() + " " + l.fixture() + " " + l.block() + " " + l.position()))
        .toList();
  }
}
