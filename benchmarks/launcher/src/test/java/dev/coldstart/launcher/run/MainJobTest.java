package dev.coldstart.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.machine.FakeGuards;
import dev.coldstart.launcher.machine.RunLock;
import dev.coldstart.launcher.machine.Folders;
import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.Guards;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunData;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.io.RunWriter;
import dev.coldstart.record.text.Commands;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A job from its plan to its report, and the state of a job that had to stop. */
class MainJobTest {

  /** Two fixtures with 3 arms and an A/A arm each, and a busy arm in the control fixture. */
  private static final int LAUNCHES_PER_ROUND = 3 + 3 + 2 + 1;

  @TempDir
  private Path folder;
  private FakeJob job;

  @BeforeEach
  void makeJob() {
    job = new FakeJob(folder);
  }

  @AfterEach
  void assertNothingIsLeftBehind() {
    assertThat(job.workFolder).doesNotExist();
    RunLock.take(job.lock).close();
  }

  @Test
  void shouldMakeARunFromPlanToReport() throws IOException {
    assertThat(job.begin()).isEqualTo(MainJob.DONE);
    RunData run = RunReader.read(job.run());
    Manifest manifest = run.manifest();
    assertThat(job.driver.made()).hasSize(4 * LAUNCHES_PER_ROUND);
    assertThat(run.arms().stream().mapToInt(arm -> arm.launches().size()).sum()).isEqualTo(4 * LAUNCHES_PER_ROUND);
    assertThat(run.blocks()).hasSize(2 * 4).allSatisfy(block -> assertThat(block.guards()).isNotNull());
    assertThat(manifest.stoppedBy()).isEqualTo("blocks");
    assertThat(manifest.endedAt()).isNotNull();
    assertThat(manifest.resumedAt()).isNull();
    assertThat(manifest.plan().mostAgain()).isEqualTo(2);
    assertThat(manifest.plan().limits()).isEqualTo(new Manifest.Limits(0.05, 0.05));
    assertThat(manifest.spawns()).singleElement().extracting(Manifest.Spawn::medianNs).isEqualTo(1_230_000L);
    assertThat(manifest.arms()).allSatisfy(arm -> assertThat(arm.engine()).isEqualTo("Fake 1"));
    assertThat(run.folder().reportHtml()).exists();
    assertThat(job.observed).isNotEmpty().doesNotHaveDuplicates();
    assertThat(manifest.jmh()).isEqualTo(new Manifest.Jmh(job.observed.size(), job.observed.size()));
  }

  @Test
  void shouldSayWhatIsToComeAndWhatCameOfIt() throws IOException {
    job.begin();
    assertThat(job.said())
        .anySatisfy(line -> assertThat(line).endsWith(": preset quick, seed 1, 9 arms, 3 blocks for each fixture"))
        .contains("controls: the baseline under another name 2 times, and with a known delay: +5 ms",
            "starting a trivial program: POSIX_SPAWN 1.23 ms (used)", "launches ended: all blocks are done")
        .anySatisfy(line -> assertThat(line).startsWith("report: "));
  }

  @Test
  void shouldSayThatAnEngineWasReplacedWhileTheRunWasOn() throws IOException {
    job.driver.before(number -> job.driver.engine = number <= 3 * LAUNCHES_PER_ROUND ? "Fake 1" : "Fake 2");
    job.begin();
    Manifest manifest = RunReader.read(job.run()).manifest();
    assertThat(manifest.arms().get(0).engine()).isEqualTo("Fake 1");
    assertThat(manifest.notes()).anyMatch(note -> note.matches("the engine of .* changed from Fake 1 to Fake 2: .*"));
  }

  /** Caches of arms that a tuning dropped are never needed again. */
  @Test
  void shouldRemoveOldCachesWhereTheyTakeTooMuch() throws IOException {
    Path old = Files.createDirectories(folder.resolve("caches/old"));
    try (RandomAccessFile sparse = new RandomAccessFile(old.resolve("cache.aot").toFile(), "rw")) {
      sparse.setLength(5_000_000_000L);
    }
    assertThat(job.begin()).isEqualTo(MainJob.DONE);
    assertThat(old).doesNotExist();
  }

  /** The checkout may belong to another user. Kept caches are optional. */
  @Test
  void shouldRunWhereNoCacheCanBeKept() throws IOException {
    Files.writeString(folder.resolve("caches"), "in the way");
    assertThat(job.begin()).isEqualTo(MainJob.DONE);
    assertThat(folder.resolve("caches")).hasContent("in the way");
  }

  @Test
  void shouldNotBeginWhereTheTemporaryFolderHasNoRoom() {
    job.freeBytes = 20_000_000;
    job.workFolder = folder.resolve("not made");
    assertThatThrownBy(job::begin).isInstanceOf(UserError.class)
        .hasMessageStartingWith("only 20 MB are free in the temporary folder ")
        .hasMessageEndingWith("make room there, or set TMPDIR to another folder");
    assertThat(job.out()).doesNotExist();
  }

  /** A failure on a full disk says nothing about an arm, so neither the launch nor the arm is recorded as failed. */
  @Test
  void shouldStopWhereALaunchFailsInAFullTemporaryFolderAndGoOn() throws IOException {
    job.driver.before(number -> {
      if (number == LAUNCHES_PER_ROUND - 1) {
        job.freeBytes = 1_000_000;
        job.driver.failing("fast.jit", 100).failing("slow.interpreter", 100).failing("base.plain", 100);
      }
    });
    assertThatThrownBy(job::begin).isInstanceOf(UserError.class)
        .hasMessageStartingWith("only 1 MB are free in the temporary folder ")
        .hasMessageEndingWith("set TMPDIR to another folder, then resume with "
            + Commands.here().coldstart("run", "--resume", job.run().toString()));
    RunData cut = RunReader.read(job.run());
    assertThat(cut.arms()).allSatisfy(arm -> assertThat(arm.invalid()).isEmpty());
    assertThat(cut.manifest().arms()).allMatch(arm -> arm.notRun() == null);

    FakeJob resumed = new FakeJob(folder);
    assertThat(resumed.resume(job.run())).isEqualTo(MainJob.DONE);
    assertThat(RunReader.read(job.run()).arms().stream().mapToInt(arm -> arm.launches().size()).sum())
        .isEqualTo(4 * LAUNCHES_PER_ROUND);
  }

  @Test
  void shouldNameTheTemporaryFolderWhereNothingCanBeMadeInIt() throws IOException {
    job.driver.before(number -> {
      if (number == 5) {
        job.freeBytes = 0;
        throw new IOException("No space left on device");
      }
    });
    assertThatThrownBy(job::begin).isInstanceOf(UserError.class)
        .hasMessageStartingWith("only 0 MB are free in the temporary folder ");
  }

  @Test
  void shouldSayThatWhatIsMissingIsTheReportAlone() throws IOException {
    FakeJob unreported = new FakeJob(folder, new FakeAnalysis() {
      @Override
      public void report(Path run, Consumer<String> say) {
        throw new UncheckedIOException("summary.svg cannot be written", new IOException("No space left on device"));
      }
    });
    assertThatThrownBy(unreported::begin).isInstanceOf(UserError.class)
        .hasMessage("the run has ended, but its report is incomplete: summary.svg cannot be written. Fix the cause,"
            + " then make the report with "
            + Commands.here().coldstart("run", "--resume", unreported.run().toString()));
    job.workFolder = unreported.workFolder;
    assertThat(RunReader.manifest(unreported.run()).stoppedBy()).isEqualTo("blocks");
  }

  @Test
  void shouldSayNothingOfSpawnsThatCouldNotBeMeasured() throws IOException {
    job.spawns = List.of();
    job.begin();
    assertThat(RunReader.read(job.run()).manifest().spawns()).isNull();
    assertThat(job.said()).noneMatch(line -> line.startsWith("starting a trivial program"));
  }

  @Test
  void shouldStopWhenTheRunsFolderIsRemoved() {
    job.driver.before(number -> {
      if (number == LAUNCHES_PER_ROUND + 2) {
        Folders.delete(job.run());
      }
    });
    assertThatThrownBy(job::begin).isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("launches.jsonl was removed during the run")
        .hasMessageContaining("start a new run");
    assertThat(job.driver.made()).hasSize(LAUNCHES_PER_ROUND + 2);
  }

  /** Paths of its preparations are part of JVM options, which have no quoting. */
  @Test
  void shouldRefuseATemporaryFolderThatNoClassPathCanHold() throws IOException {
    String before = System.getProperty("java.io.tmpdir");
    System.setProperty("java.io.tmpdir", Files.createDirectories(folder.resolve("a:b")).toString());
    try {
      assertThatThrownBy(job::begin).isInstanceOf(UserError.class)
          .hasMessageStartingWith("the path of the temporary folder contains \":\"")
          .hasMessageEndingWith("set TMPDIR to another folder");
    } finally {
      System.setProperty("java.io.tmpdir", before);
    }
    assertThat(job.out()).doesNotExist();
    job.begin();
  }

  static boolean hasFullDevice() {
    return Files.exists(Path.of("/dev/full"));
  }

  @Test
  @EnabledIf("hasFullDevice")
  void shouldStopWhenTheDiskIsFull() throws IOException {
    RunStart start = RunStart.create("run-1", Instant.now(), job.request(), job.catalog());
    start.writer().close();
    Path launches = start.writer().folder().launches();
    Files.delete(launches);
    Files.createSymbolicLink(launches, Path.of("/dev/full"));
    RunWriter writer = RunWriter.resume(start.writer().folder());
    RunStart full =
        new RunStart(start.manifest(), writer, start.arms(), start.recorded(), start.scenarios(), start.budget());

    assertThatThrownBy(() -> job.job(() -> full).execute()).isInstanceOf(UncheckedIOException.class)
        .hasMessageEndingWith("is the disk full? Make room, then resume with " + FakeJob.toGoOn(job.run()));
    assertThat(job.driver.made()).hasSize(1);
    Files.delete(launches);
  }

  @Test
  void shouldSayWhatToDoWhenNoChildCanBeStarted() throws IOException {
    job.driver.before(number -> {
      if (number == 5) {
        throw new IOException("No space left on device");
      }
    });
    assertThatThrownBy(job::begin).isInstanceOf(UserError.class)
        .hasMessageContaining("No space left on device")
        .hasMessageEndingWith("then resume with " + FakeJob.toGoOn(job.run()));
  }

  @Test
  void shouldStopBeforeTheDiskIsFullAndGoOn() throws IOException {
    Guards scarce = new Guards(null, null, null, null, null, null, null, null, null, 1_000_000L);
    job.guards = new FakeGuards(ended -> ended == 2 ? scarce : FakeGuards.quiet());
    assertThatThrownBy(job::begin).isInstanceOf(UserError.class)
        .hasMessageStartingWith("only 1 MB are free")
        .hasMessageEndingWith("then resume with " + FakeJob.toGoOn(job.run()));
    assertThat(RunReader.read(job.run()).blocks()).hasSize(3);

    job.guards = new FakeGuards(ended -> FakeGuards.quiet());
    assertThat(job.resume(job.run())).isEqualTo(MainJob.DONE);
    assertThat(job.driver.made()).hasSize(4 * LAUNCHES_PER_ROUND);
  }

  @Test
  void shouldTellThatAnArmFailed() throws IOException {
    job.driver.failing("fast.jit", Integer.MAX_VALUE);
    assertThat(job.begin()).isEqualTo(MainJob.ARMS_FAILED);
    assertThat(RunReader.read(job.run()).manifest().arms()).filteredOn(arm -> arm.configuration().equals("fast.jit"))
        .hasSize(2)
        .allSatisfy(arm -> assertThat(arm.notRun()).startsWith("failed twice in its first block: exit code "));
  }

  /** Every arm answered in the warm-up, so none is dropped. */
  @Test
  void shouldNotEndWellWhereNoLaunchCounts() throws IOException {
    job.driver.failingAt((arm, slot) -> slot.block() > 0);
    assertThat(job.begin()).isEqualTo(MainJob.ARMS_FAILED);
    assertThat(RunReader.read(job.run()).manifest().arms()).isNotEmpty().allMatch(Arm::ran);
  }

  @Test
  void shouldNotEndWellWhereTheBaselineAloneCounts() throws IOException {
    job.driver.failingAt((arm, slot) -> slot.block() > 0 && !arm.configuration().baseline());
    assertThat(job.begin()).isEqualTo(MainJob.ARMS_FAILED);
    assertThat(RunReader.read(job.run()).arms()).filteredOn(arm -> arm.arm().baseline())
        .isNotEmpty()
        .allMatch(arm -> !arm.counted().isEmpty());
  }

  @Test
  void shouldNotEndWellWhereJmhGaveNothing() throws IOException {
    job.failingForks = true;
    assertThat(job.begin()).isEqualTo(MainJob.ARMS_FAILED);
    Manifest manifest = RunReader.read(job.run()).manifest();
    assertThat(manifest.jmh().forks()).isPositive();
    assertThat(manifest.jmh().results()).isZero();
    assertThat(manifest.notes()).hasSize(manifest.jmh().forks())
        .allMatch(note -> note.matches("JMH: no result of (.*): Could not reserve enough space; see jmh/\\1\\.log"));
    assertThat(job.said()).containsAll(manifest.notes());
  }

  /**
   * A program's command line is the same in every profile. Of two profiles with four arms each, one arm is launched
   * once.
   */
  @Test
  void shouldLaunchAProgramOnceForAllProfiles() throws IOException {
    job.profiles = List.of("default", "default+gc-serial");
    job.withProgram = true;
    assertThat(job.begin()).isEqualTo(MainJob.DONE);
    assertThat(job.driver.made()).hasSize(4 * (2 * LAUNCHES_PER_ROUND + 2))
        .filteredOn(launch -> launch.arm().startsWith("script."))
        .hasSize(4 * 2)
        .allMatch(launch -> launch.arm().equals("script.run/default/jdk25"));
    RunData run = RunReader.read(job.run());
    assertThat(run.arms()).filteredOn(arm -> !arm.arm().hasOwnLaunches()).hasSize(2).allSatisfy(shared -> {
      assertThat(shared.arm().arm()).isEqualTo("script.run/default+gc-serial/jdk25");
      assertThat(shared.arm().launchedAs()).isEqualTo("script.run/default/jdk25");
      assertThat(shared.arm().engine()).isEqualTo("Fake 1");
      assertThat(shared.counted()).hasSize(3);
    });
  }

  @Test
  void shouldTellOfEachProfileThatAProgramFailed() throws IOException {
    job.profiles = List.of("default", "default+gc-serial");
    job.withProgram = true;
    job.driver.failing("script.run", Integer.MAX_VALUE);
    assertThat(job.begin()).isEqualTo(MainJob.ARMS_FAILED);
    assertThat(RunReader.read(job.run()).manifest().arms()).filteredOn(arm -> arm.configuration().equals("script.run"))
        .hasSize(4)
        .allSatisfy(arm -> assertThat(arm.notRun()).startsWith("failed twice in its first block: exit code "));
  }

  @Test
  void shouldRecordWhichArmsAreSparse() throws IOException {
    job.sparse = new Manifest.Sparse(6, 1, 3, null);
    job.driver.answering(arm -> arm.configuration().id().startsWith("slow.") ? 601 : 100);
    job.begin();
    RunData run = RunReader.read(job.run());
    ArmKey slow = new ArmKey("slow.interpreter/default/jdk25", "control");
    assertThat(run.manifest().plan().sparse().arms()).containsExactly(slow, new ArmKey(slow.arm(), "hello"));
    assertThat(run.arm(slow).orElseThrow().counted()).extracting(Launch::block).containsExactly(1);
    assertThat(job.said()).containsSubsequence(
        "arms that take more than 6 times as long as their baseline in the warm-up, with no other arm within 1 times,"
            + " are launched in every 3rd block only",
        "launched in every 3rd block only, because of their time in the warm-up: slow.interpreter/default/jdk25"
            + " (control, hello)");
  }

  @Test
  void shouldNoteOnceThatBlocksStandThoughTheyFailed() throws IOException {
    job.driver.failingAt((arm, slot) -> slot.block() > 0 && arm.fixture().id().equals("hello") && slot.position() == 0);
    assertThat(job.begin()).isEqualTo(MainJob.DONE);
    RunData run = RunReader.read(job.run());
    assertThat(run.blocks()).filteredOn(block -> block.again() != null).hasSize(2);
    assertThat(run.manifest().notes()).containsOnlyOnce(
        "hello: 2 blocks were retried, the most that the plan allows; blocks after that are counted even if something went wrong in them");
    assertThat(job.said()).filteredOn(line -> line.contains(" of hello will be retried: an invalid launch: "))
        .hasSize(2);
    assertThat(job.said()).filteredOn(line -> line.contains(" of hello counts as it is, ")).hasSize(3);
  }
}
