package dev.coldstart.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.loop.FakeDriver;
import dev.coldstart.launcher.machine.RunLock;
import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.io.RunReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Jobs that are killed and resumed, with all the files in their folders. */
class ResumedRunTest {

  private static final int LAUNCHES = 4 * 9;

  private static final int LAUNCHES_OF_PLANNED = 5 * (2 * 9 + 2) - 2 * 2 * 2;

  @TempDir
  private Path folder;
  private Path wholeFolder;

  @BeforeEach
  void makeFolders() throws IOException {
    wholeFolder = Files.createDirectory(folder.resolve("whole"));
    folder = Files.createDirectory(folder.resolve("cut"));
  }

  /** Kills in the first block, in a second try, at a block's end, in a retried block and in the last block. */
  @Test
  void shouldHoldWhatTheRunThatWasNotCutHolds() throws IOException {
    FakeJob whole = eventful(wholeFolder);
    assertThat(whole.begin()).isEqualTo(MainJob.ARMS_FAILED);
    assertThat(whole.driver.made()).hasSize(37);
    for (int killedBefore : List.of(2, 6, 8, 22, 37)) {
      Path place = Files.createDirectory(folder.resolve("before-" + killedBefore));
      FakeJob cut = eventful(place);
      kill(cut, killedBefore);
      FakeJob resumed = eventful(place);
      assertThat(resumed.resume(cut.run())).isEqualTo(MainJob.ARMS_FAILED);

      assertThat(places(cut.run())).isEqualTo(places(whole.run()));
      assertThat(ends(cut.run())).isEqualTo(ends(whole.run()));
      assertThat(cut.driver.made().size() + resumed.driver.made().size()).isEqualTo(whole.driver.made().size());
      assertThat(resumed.observed).isEqualTo(whole.observed);
      assertSameOutcome(RunReader.read(cut.run()).manifest(), RunReader.read(whole.run()).manifest());
      assertThat(new RunFolder(cut.run()).reportHtml()).exists();
    }
  }

  /** The recorded list decides, as do the launches that several arms share. */
  @Test
  void shouldKeepToItsSparseAndSharedLaunches() throws IOException {
    FakeJob whole = planned(wholeFolder);
    assertThat(whole.begin()).isEqualTo(MainJob.DONE);
    assertThat(whole.driver.made()).hasSize(LAUNCHES_OF_PLANNED);
    for (int killedBefore : List.of(10, 20, 21, 22, 40, 41, LAUNCHES_OF_PLANNED)) {
      Path place = Files.createDirectory(folder.resolve("before-" + killedBefore));
      FakeJob cut = planned(place);
      kill(cut, killedBefore);
      FakeJob resumed = planned(place);
      // The slow arms are now fast, which a resumed run must not consider.
      resumed.driver.answering(arm -> 100);
      assertThat(resumed.resume(cut.run())).isEqualTo(MainJob.DONE);
      if (killedBefore > 20) {
        assertThat(places(cut.run())).isEqualTo(places(whole.run()));
        assertSameOutcome(RunReader.read(cut.run()).manifest(), RunReader.read(whole.run()).manifest());
      }
    }
  }

  /** Two profiles. Slow arms are in 2 of 4 blocks, in both fixtures. */
  private static FakeJob planned(Path folder) {
    FakeJob job = new FakeJob(folder);
    job.blocks = 4;
    job.profiles = List.of("default", "default+gc-serial");
    job.withProgram = true;
    job.sparse = new Manifest.Sparse(6, 1, 3, null);
    job.driver
        .answering(arm -> arm.configuration().id().startsWith("slow.") ? 601 + 100 * arm.profile().id().length() : 100);
    return job;
  }

  private static void assertSameOutcome(Manifest manifest, Manifest expected) {
    assertThat(manifest.plan()).isEqualTo(expected.plan());
    assertThat(manifest.arms()).extracting(ResumedRunTest::outcome)
        .isEqualTo(expected.arms().stream().map(ResumedRunTest::outcome).toList());
    assertThat(manifest.stoppedBy()).isEqualTo("blocks");
    assertThat(manifest.endedAt()).isNotNull();
    assertThat(manifest.resumedAt()).hasSize(1);
  }

  private static String outcome(Arm arm) {
    return arm.arm() + " " + arm.engine() + " " + (arm.notRun() == null) + " " + arm.command().size();
  }

  @Test
  void shouldMakeALaunchAnewWhoseLineIsTorn() throws IOException {
    FakeJob cut = new FakeJob(folder);
    kill(cut, 12);
    Path launches = cut.run().resolve("launches.jsonl");
    byte[] bytes = Files.readAllBytes(launches);
    Files.write(launches, Arrays.copyOf(bytes, bytes.length - 20));
    FakeJob resumed = new FakeJob(folder);
    assertThat(resumed.resume(cut.run())).isEqualTo(MainJob.DONE);
    assertThat(resumed.driver.made()).hasSize(LAUNCHES - 10);
    assertThat(places(cut.run())).hasSize(LAUNCHES).doesNotHaveDuplicates();
    assertThat(cut.run().resolve("launches.jsonl.torn")).exists();
  }

  @Test
  void shouldEndABlockAnewWhoseLineIsTorn() throws IOException {
    FakeJob cut = new FakeJob(folder);
    kill(cut, 20);
    Path blocks = cut.run().resolve("blocks.jsonl");
    byte[] bytes = Files.readAllBytes(blocks);
    Files.write(blocks, Arrays.copyOf(bytes, bytes.length - 20));
    new FakeJob(folder).resume(cut.run());
    assertThat(ends(cut.run())).hasSize(8).doesNotHaveDuplicates();
    assertThat(places(cut.run())).hasSize(LAUNCHES).doesNotHaveDuplicates();
  }

  @Test
  void shouldGoOnThoughNothingButTheManifestWasWritten() throws IOException {
    FakeJob cut = new FakeJob(folder);
    kill(cut, 1);
    Files.delete(cut.run().resolve("launches.jsonl"));
    Files.delete(cut.run().resolve("blocks.jsonl"));
    assertThat(new FakeJob(folder).resume(cut.run())).isEqualTo(MainJob.DONE);
    assertThat(places(cut.run())).hasSize(LAUNCHES);
  }

  @Test
  void shouldKnowTheEnginesOfARunThatWasKilledEarly() throws IOException {
    FakeJob cut = new FakeJob(folder);
    kill(cut, 4);
    assertThat(RunReader.read(cut.run()).manifest().arms()).filteredOn(arm -> arm.engine() != null).isNotEmpty();
  }

  @Test
  void shouldNotObserveAForkTwice() throws IOException {
    FakeJob cut = eventful(folder);
    cut.beforeFork = number -> {
      if (number == 3) {
        throw new FakeDriver.Killed();
      }
    };
    assertThatThrownBy(cut::begin).isInstanceOf(FakeDriver.Killed.class);
    assertThat(cut.observed).hasSize(2);
    FakeJob resumed = eventful(folder);
    assertThat(resumed.resume(cut.run())).isEqualTo(MainJob.ARMS_FAILED);
    assertThat(resumed.driver.made()).isEmpty();
    assertThat(resumed.observed).isNotEmpty().doesNotContainAnyElementsOf(cut.observed);
    assertThat(RunReader.read(cut.run()).manifest().stoppedBy()).isEqualTo("blocks");
  }

  @Test
  void shouldNoteABudgetOfItsOwn() throws IOException {
    FakeJob cut = new FakeJob(folder);
    kill(cut, 12);
    FakeJob resumed = new FakeJob(folder);
    resumed.resume(cut.run(), Duration.ofMinutes(2));
    assertThat(resumed.said()).anySatisfy(line -> assertThat(line)
        .isEqualTo("resumed: 11 launches are kept; the launches from now on may take 2 min 0 s"));
    Manifest manifest = RunReader.read(cut.run()).manifest();
    assertThat(manifest.notes()).anySatisfy(note -> assertThat(note).contains("with a budget of 2 min 0 s"));
    assertThat(manifest.plan().budgetMs()).isEqualTo(Duration.ofHours(1).toMillis());
  }

  @Test
  void shouldSayThatARunIsComplete() throws IOException {
    FakeJob whole = new FakeJob(folder);
    whole.begin();
    Path report = new RunFolder(whole.run()).reportHtml();
    byte[] manifest = Files.readAllBytes(whole.run().resolve("manifest.json"));
    assertThat(resumeForReal(whole))
        .containsExactly("the run " + whole.run().getFileName() + " is complete: nothing is left to measure");

    Files.delete(report);
    assertThat(resumeForReal(whole)).last().asString().startsWith("report: ");
    assertThat(report).exists();
    assertThat(whole.run().resolve("manifest.json")).hasBinaryContent(manifest);
  }

  /** A script or a later version may have left a manifest like this. */
  @Test
  void shouldEndARunThatHasAnEndAndNoRule() throws IOException {
    FakeJob cut = new FakeJob(folder);
    kill(cut, 12);
    Path file = cut.run().resolve("manifest.json");
    Files.writeString(file, Files.readString(file)
        .replaceFirst("\"commandLine\"", "\"endedAt\" : \"2026-01-01T00:00:00Z\",\n  \"commandLine\""));
    assertThat(RunReader.manifest(cut.run()).endedAt()).isNotNull();
    assertThat(new FakeJob(folder).resume(cut.run())).isEqualTo(MainJob.DONE);
    assertThat(places(cut.run())).hasSize(LAUNCHES).doesNotHaveDuplicates();
    assertThat(RunReader.manifest(cut.run()).stoppedBy()).isEqualTo("blocks");
  }

  @Test
  void shouldGoOnThroughTheLinkToIt() throws IOException {
    FakeJob cut = new FakeJob(folder);
    kill(cut, 12);
    Path link = Files.createSymbolicLink(cut.out().resolve(RunFolder.LATEST), cut.run().getFileName());
    assertThat(new FakeJob(folder).resume(link)).isEqualTo(MainJob.DONE);
    assertThat(places(cut.run())).hasSize(LAUNCHES);
  }

  @Test
  void shouldRefuseAPresetThatItDoesNotKnow() throws IOException {
    FakeJob cut = new FakeJob(folder);
    kill(cut, 12);
    Path file = cut.run().resolve("manifest.json");
    Files.writeString(file, Files.readString(file).replaceFirst("\"preset\" : \"quick\"", "\"preset\" : \"later\""));
    FakeJob resumed = new FakeJob(folder);
    assertThatThrownBy(() -> resumed.resume(cut.run())).isInstanceOf(UserError.class)
        .hasMessageContaining("no preset is named \"later\"");
    assertThat(resumed.driver.made()).isEmpty();
  }

  /** A kept run must not be changed. */
  @Test
  void shouldReportNothingIntoARunThatIsKept() throws IOException {
    FakeJob whole = new FakeJob(folder);
    whole.begin();
    RunFolder run = new RunFolder(whole.run());
    Files.delete(run.reportHtml());
    try (OutputStream gz = new GZIPOutputStream(Files.newOutputStream(run.path().resolve("launches.jsonl.gz")))) {
      Files.copy(run.launches(), gz);
    }
    Files.delete(run.launches());
    assertThat(resumeForReal(whole)).singleElement().asString().endsWith("is complete: nothing is left to measure");
    assertThat(run.reportHtml()).doesNotExist();
  }

  @Test
  void shouldNameWhatDiffers() throws IOException {
    FakeJob cut = new FakeJob(folder);
    kill(cut, 12);
    byte[] launches = Files.readAllBytes(cut.run().resolve("launches.jsonl"));
    byte[] manifest = Files.readAllBytes(cut.run().resolve("manifest.json"));
    FakeJob changed = new FakeJob(folder);
    changed.jdkVersion = "25.0.4+1";
    changed.profileArgs = List.of("-Xshare:off");
    changed.response = "{ }";
    assertThatThrownBy(() -> changed.resume(cut.run())).isInstanceOf(UserError.class)
        .hasMessageContaining("the version of jdk25 was 25.0.3+9, A vendor, is 25.0.4+1, A vendor")
        .hasMessageContaining(
            "9 command lines, the first of base.plain/default/jdk25 for control: was with -Xshare:auto, is with -Xshare:off")
        .hasMessageContaining("the fixture hello was sha-256 93a4")
        .hasMessageEndingWith("Resume it on the machine and with the software of its start, or start a new run");
    assertThat(changed.driver.made()).isEmpty();
    assertThat(cut.run().resolve("launches.jsonl")).hasBinaryContent(launches);
    assertThat(cut.run().resolve("manifest.json")).hasBinaryContent(manifest);
  }

  @Test
  void shouldNameAnotherMachineOrCheckout() throws IOException {
    FakeJob cut = new FakeJob(folder);
    kill(cut, 12);
    Manifest here = RunReader.read(cut.run()).manifest();
    Path file = cut.run().resolve("manifest.json");
    String text = Files.readString(file)
        .replaceFirst("\"processors\" : [0-9]+", "\"processors\" : 1024")
        .replaceFirst("\"memoryBytes\" : [0-9]+", "\"memoryBytes\" : 1")
        .replaceFirst("\"commit\" : \"[^\"]*\",", "")
        .replaceFirst("\"coldstart\" :", "\"commit\" : \"0123abc\",\n  \"coldstart\" :");
    Files.writeString(file, text);
    assertThatThrownBy(() -> new FakeJob(folder).resume(cut.run())).isInstanceOf(UserError.class)
        .hasMessageContaining("the number of processors was 1024, is " + here.machine().processors())
        .hasMessageContaining("the memory in bytes was 1, is ")
        .hasMessageContaining("the commit was 0123abc, is ");
  }

  @Test
  void shouldGoOnOnTheJdkThatItBeganOn() throws IOException {
    FakeJob cut = new FakeJob(folder);
    kill(cut, 12);
    FakeJob later = new FakeJob(folder);
    later.newerJdkVersion = "25.0.4+1";
    assertThat(later.resume(cut.run())).isEqualTo(MainJob.DONE);
    assertThat(RunReader.read(cut.run()).manifest().jdks()).extracting(Manifest.Jdk::version)
        .containsExactly("25.0.3+9");
  }

  @Test
  void shouldSayWhatIsNotThereAnyMore() throws IOException {
    FakeJob cut = new FakeJob(folder);
    kill(cut, 12);
    Path file = cut.run().resolve("manifest.json");
    Files.writeString(file, Files.readString(file).replace("\"fast.jit\"", "\"fast.gone\""));
    assertThatThrownBy(() -> new FakeJob(folder).resume(cut.run())).isInstanceOf(UserError.class)
        .hasMessage(
            "the run cannot be resumed: its configuration fast.gone is not here any more; restore it, or start a new run");
  }

  @Test
  void shouldRefuseARunThatRecordedLessOfItsPlan() throws IOException {
    FakeJob cut = new FakeJob(folder);
    kill(cut, 12);
    Path file = cut.run().resolve("manifest.json");
    Files.writeString(file, Files.readString(file).replaceFirst("\"mostAgain\" : 2,", ""));
    assertThatThrownBy(() -> new FakeJob(folder).resume(cut.run())).isInstanceOf(UserError.class)
        .hasMessageContaining("recorded less; start a new run");
  }

  @Test
  void shouldChangeNothingOfARunWithALaunchTwice() throws IOException {
    assertRefused(lines -> lines.add(lines.get(lines.size() - 1)), "holds two launches at fixture ");
  }

  /** Whichever it was: the last of a block leaves no gap in it. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8})
  void shouldChangeNothingOfARunThatLacksALaunch(int line) throws IOException {
    assertRefused(lines -> lines.remove(line), "lacks the launch at fixture ");
  }

  private void assertRefused(Consumer<List<String>> damage, String reason) throws IOException {
    FakeJob cut = new FakeJob(folder);
    kill(cut, 14);
    Path launches = cut.run().resolve("launches.jsonl");
    List<String> lines = new ArrayList<>(Files.readAllLines(launches));
    damage.accept(lines);
    Files.write(launches, lines);
    byte[] manifest = Files.readAllBytes(cut.run().resolve("manifest.json"));
    assertThatThrownBy(() -> new FakeJob(folder).resume(cut.run())).isInstanceOf(UserError.class)
        .hasMessageContaining(reason);
    assertThat(cut.run().resolve("manifest.json")).hasBinaryContent(manifest);
  }

  @Test
  void shouldRefuseDamagedData() throws IOException {
    FakeJob cut = new FakeJob(folder);
    kill(cut, 12);
    Path launches = cut.run().resolve("launches.jsonl");
    Files.writeString(launches, Files.readString(launches).replaceFirst("\\{", "[") + "\n",
        StandardOpenOption.TRUNCATE_EXISTING);
    assertThatThrownBy(() -> new FakeJob(folder).resume(cut.run())).isInstanceOf(RunFormatException.class)
        .hasMessageContaining("line 1");
  }

  @Test
  void shouldWaitForNoOtherRun() throws IOException {
    FakeJob cut = new FakeJob(folder);
    kill(cut, 12);
    FakeJob resumed = new FakeJob(folder);
    try (RunLock lock = RunLock.take(resumed.lock)) {
      assertThat(lock).isNotNull();
      assertThatThrownBy(() -> resumed.resume(cut.run())).isInstanceOf(UserError.class)
          .hasMessageContaining("another run is measuring");
    }
    assertThat(RunReader.read(cut.run()).manifest().resumedAt()).isNull();
  }

  /** The real command, which starts nothing if the run is complete. */
  private static List<String> resumeForReal(FakeJob whole) throws IOException {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(said, true, StandardCharsets.UTF_8);
    Progress progress = new Progress(out, 0, 0, System::nanoTime);
    assertThat(MainJob.resume(whole.home(), whole.run(), null, new FakeAnalysis(), progress)).isEqualTo(MainJob.DONE);
    return said.toString(StandardCharsets.UTF_8).lines().toList();
  }

  /** An arm that cannot run, an arm that fails once at first, and a retried block. */
  private static FakeJob eventful(Path folder) {
    FakeJob job = new FakeJob(folder);
    job.driver.failingAt((arm, slot) -> arm.id().startsWith("fast.jit/")
        || arm.id().endsWith("+aa") && slot.block() == 0 && slot.position() < 4
        || arm.id().startsWith("slow.") && slot.block() == 2 && arm.fixture().id().equals("hello"));
    return job;
  }

  private static void kill(FakeJob job, int beforeLaunch) {
    job.driver.before(number -> {
      if (number == beforeLaunch) {
        throw new FakeDriver.Killed();
      }
    });
    assertThatThrownBy(job::begin).isInstanceOf(FakeDriver.Killed.class);
  }

  private static List<String> places(Path run) throws IOException {
    List<String> places = new ArrayList<>();
    for (String line : Files.readAllLines(run.resolve("launches.jsonl"))) {
      places.add(line.replaceAll("\"reason\".*|\"startedAtMs\".*", ""));
    }
    return places;
  }

  private static List<String> ends(Path run) {
    RunData data = RunReader.read(run);
    return data.blocks()
        .stream()
        .map(end -> end.fixture() + " " + end.block() + " " + (end.again() != null) + " " + end.childrenNs())
        .toList();
  }
}
