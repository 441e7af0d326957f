package dev.coldstart.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.StopRule;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.text.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The real command, as staged, in its own process: one run from its plan to its page, and one interrupted. */
@EnabledOnOs(OS.LINUX)
class WholeRunIT {

  /** Far longer than any step takes. A test that waits this long has failed. */
  private static final Duration GENEROUS = Duration.ofMinutes(5);

  private static final int BLOCKS = 6;

  private static final long SIGINT_BIT = 1L << 1;

  @TempDir
  private Path folder;
  private Path out;
  private Path said;
  private Process command;

  @BeforeEach
  void makePlaces() {
    out = folder.resolve("out");
    said = folder.resolve("said");
  }

  @AfterEach
  void killWhatIsLeft() {
    if (command != null) {
      command.descendants().forEach(ProcessHandle::destroyForcibly);
      command.destroyForcibly();
    }
  }

  @Test
  void shouldMeasureFromThePlanToThePage() throws Exception {
    start("--preset", "smoke", "--runtime", "plain-java", "--fixture", "hello", "--blocks", String.valueOf(BLOCKS));
    assertThat(exitCode()).as(said()).isZero();

    RunData run = RunReader.read(run().orElseThrow());
    assertThat(run.warnings()).isEmpty();
    assertThat(run.manifest().stoppedBy()).isEqualTo(StopRule.BLOCKS.id());
    assertThat(run.manifest().spawns()).isNotEmpty();
    assertThat(run.arms()).isNotEmpty().allSatisfy(WholeRunIT::assertWhole);
    assertThat(run.jmh()).isNotEmpty();
    RunFolder files = run.folder();
    assertThat(List.of(files.reportHtml(), files.summaryJson(), files.summaryCsv(), files.summaryMd()))
        .allSatisfy(file -> assertThat(file).isNotEmptyFile());
    assertKnownDelayIsFound(run);
  }

  private static void assertWhole(ArmLaunches arm) {
    assertThat(arm.arm().notRun()).isNull();
    assertThat(arm.arm().engine()).isNotBlank();
    assertThat(arm.launches().stream().filter(Launch::valid).toList()).hasSizeGreaterThanOrEqualTo(BLOCKS)
        .allSatisfy(launch -> assertThat(launch.phasesNs().sumNs()).isEqualTo(launch.firstResponseNs()));
  }

  /**
   * With the known delay, its phase is never shorter than the delay. Without it, the phase is shorter in some launch.
   */
  private static void assertKnownDelayIsFound(RunData run) {
    ArmLaunches delayed = run.arms().stream().filter(WholeRunIT::isDelayed).findFirst().orElseThrow();
    long delayNs = delayed.arm().control().busyNs();
    assertThat(firstInvokeNs(Stream.of(delayed))).hasSizeGreaterThanOrEqualTo(BLOCKS)
        .allSatisfy(ns -> assertThat(ns).isGreaterThanOrEqualTo(delayNs));
    String fixture = delayed.arm().fixture();
    assertThat(firstInvokeNs(
        run.arms().stream().filter(arm -> arm.arm().fixture().equals(fixture) && !arm.arm().equals(delayed.arm()))))
        .anySatisfy(ns -> assertThat(ns).isLessThan(delayNs));
  }

  private static boolean isDelayed(ArmLaunches arm) {
    return arm.arm().control() != null && arm.arm().control().busyNs() != null;
  }

  private static List<Long> firstInvokeNs(Stream<ArmLaunches> arms) {
    return arms.flatMap(arm -> arm.launches().stream())
        .filter(Launch::valid)
        .map(launch -> launch.phaseNs("firstInvoke"))
        .toList();
  }

  @Test
  void shouldKeepWhatWasMeasuredWhenItIsInterrupted() throws Exception {
    start("--preset", "smoke", "--runtime", "plain-java", "--fixture", "hello", "--blocks", "100000", "--budget", "2h");
    await(() -> lines() > 2);
    assumeThat(isSigintIgnored()).as("the build was started with SIGINT ignored").isFalse();
    assertThat(new ProcessBuilder("kill", "-INT", String.valueOf(command.pid())).start().waitFor()).isZero();

    assertThat(exitCode()).as(said()).isEqualTo(130);
    Path run = run().orElseThrow();
    RunData data = RunReader.read(run);
    Manifest manifest = data.manifest();
    assertThat(manifest.stoppedBy()).isEqualTo(StopRule.INTERRUPTED.id());
    assertThat(manifest.endedAt()).isNotNull();
    assertThat(data.warnings()).isEmpty();
    assertThat(data.arms().stream().mapToInt(arm -> arm.launches().size()).sum()).isGreaterThan(2);
    assertThat(said()).contains("to resume it: " + Commands.here().coldstart("run", "--resume", run.toString()));
    assertThat(temporaryFolders()).as("left behind").isEmpty();
  }

  /** Its input ends, for example, when Maven is killed, which holds the other end. */
  @Test
  void shouldBeInterruptedByTheEndOfItsInput() throws Exception {
    start("--preset", "smoke", "--runtime", "plain-java", "--fixture", "hello", "--blocks", "100000", "--budget", "2h");
    await(() -> lines() > 2);
    command.getOutputStream().close();

    assertThat(exitCode()).as(said()).isEqualTo(130);
    assertThat(RunReader.manifest(run().orElseThrow()).stoppedBy()).isEqualTo(StopRule.INTERRUPTED.id());
    assertThat(temporaryFolders()).as("left behind").isEmpty();
  }

  private List<Path> temporaryFolders() throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.filter(entry -> entry.getFileName().toString().startsWith("coldstart-")).toList();
    }
  }

  /** Starts the command as the build does, with its own temporary folder and lock. */
  private void start(String... arguments) throws IOException {
    List<String> words = new ArrayList<>(
        List.of(Checkout.find().root().resolve("scripts/coldstart").toString(), "run", "--out", out.toString()));
    words.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true).redirectOutput(said.toFile());
    builder.environment()
        .putAll(Map.of("JAVA_HOME", System.getProperty("java.home"), "TMPDIR", folder.toString(), "COLDSTART_LOCK",
            folder.resolve("lock").toString(), "COLDSTART_ENDS_WITH_INPUT", "true"));
    command = builder.start();
  }

  private int exitCode() throws InterruptedException {
    assertThat(command.waitFor(GENEROUS.toSeconds(), TimeUnit.SECONDS)).as("it ends").isTrue();
    return command.exitValue();
  }

  private String said() throws IOException {
    return Files.readString(said);
  }

  /** The run's folder. Empty as long as there is none. */
  private Optional<Path> run() {
    if (!Files.isDirectory(out)) {
      return Optional.empty();
    }
    try (Stream<Path> entries = Files.list(out)) {
      return entries.filter(entry -> Files.isDirectory(entry) && !Files.isSymbolicLink(entry)).findFirst();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private long lines() {
    Optional<Path> launches = run().map(run -> new RunFolder(run).launches()).filter(Files::exists);
    try (Stream<String> lines = launches.isPresent() ? Files.lines(launches.get()) : Stream.empty()) {
      return lines.count();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void await(BooleanSupplier condition) throws IOException {
    long startedNs = System.nanoTime();
    while (!condition.getAsBoolean()) {
      assertThat(command.isAlive()).as(said()).isTrue();
      assertThat(System.nanoTime() - startedNs).as(said()).isLessThan(GENEROUS.toNanos());
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
  }

  /** A process inherits ignored signals, and a JVM keeps ignoring them. */
  private boolean isSigintIgnored() throws IOException {
    return Files.readAllLines(Path.of("/proc", String.valueOf(command.pid()), "status"))
        .stream()
        .filter(line -> line.startsWith("SigIgn:"))
        .mapToLong(line -> Long.parseUnsignedLong(line.substring(line.indexOf(':') + 1).strip(), 16))
        .anyMatch(mask -> (mask & SIGINT_BIT) != 0);
  }
}
