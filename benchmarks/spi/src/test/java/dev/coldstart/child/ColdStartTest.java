package dev.coldstart.child;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.spi.Phase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Starts real children, because output and exit code are the contract with the parent. */
class ColdStartTest {

  /** Maximum number of classes that reading the counters may load: {@link ChildReport} and a few of the JDK's. */
  private static final long READING_THE_COUNTERS = 4;

  @TempDir
  Path folder;

  private Path event;

  @BeforeEach
  void writeEvent() throws IOException {
    event = Files.writeString(folder.resolve("event"), "é\nof two lines");
  }

  @Test
  void shouldWriteTheResponseThenANewlineThenTheReport() throws Exception {
    Child child = start("some-fixture", event);

    assertThat(child.exitCode()).as(child.err()).isZero();
    assertThat(child.response()).isEqualTo("é\nof two lines\n");
    assertThat(child.text("classPath")).isEqualTo(System.getProperty("java.class.path"));
    assertThat(child.text("javaHome")).isEqualTo(System.getProperty("java.home"));
    assertThat(child.err()).isEmpty();
  }

  @Test
  void shouldNameItsEngineOnlyWhenAsked() throws Exception {
    assertThat(start("some-fixture", event).sections()).isNotEmpty().doesNotContainKey("engine");
    assertThat(start("some-fixture", event, ColdStart.IDENTIFY).text("engine")).isEqualTo("Fake 1.0\nof two lines");
  }

  @Test
  void shouldStampTheEndOfEachPhaseInOrder() throws Exception {
    assertThat(stampsOf(start("some-fixture", event))).hasSize(Phase.COUNT).isSorted().doesNotContain(0L);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldStampByTheClockOfItsParent() throws Exception {
    long before = System.nanoTime();
    List<Long> stamps = stampsOf(start("some-fixture", event));
    assertThat(stamps).allMatch(stamp -> before < stamp && stamp < System.nanoTime());
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = {"BOOT", "LOAD"})
  void shouldNameFixtureAndPhaseOfAFailure(Phase phase) throws Exception {
    String fixture = "fails-in-" + phase.key();
    Child child = start(fixture, event);

    assertThat(child.exitCode()).isEqualTo(ColdStart.EXIT_FAILED);
    assertThat(child.response()).isEmpty();
    assertThat(child.err()).contains("fixture " + fixture + ", phase " + phase.key() + ": ").contains("as asked");
  }

  @Test
  void shouldCountAMissingEventAsAFailureToLoad() throws Exception {
    Child noEvent = start("some-fixture", folder.resolve("no-such-event"));

    assertThat(noEvent.err()).contains("fixture some-fixture, phase load: ").contains("no-such-event");
    assertThat(noEvent.exitCode()).isEqualTo(ColdStart.EXIT_FAILED);
  }

  @Test
  void shouldBeBusyForTheTimeAskedBeforeItsLastStamp() throws Exception {
    List<Long> stamps = stampsOf(start("some-fixture", event, ColdStart.BUSY_NS, "5000000"));
    assertThat(firstInvokeNs(stamps)).isGreaterThanOrEqualTo(5_000_000);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldBeBusyForAPartOfTheTimeSinceItsSpawn() throws Exception {
    long spawnedNs = System.nanoTime();
    List<Long> stamps =
        stampsOf(start("some-fixture", event, ColdStart.BUSY_PERMILLE, "500", String.valueOf(spawnedNs)));
    // The handler returned after its instance was ready, so this is a lower bound.
    assertThat(firstInvokeNs(stamps)).isGreaterThanOrEqualTo((stamps.get(4) - spawnedNs) / 2);
  }

  @Test
  void shouldTakeAQuestionAndADelayInAnyOrder() throws Exception {
    Child first = start("some-fixture", event, ColdStart.IDENTIFY, ColdStart.BUSY_NS, "5000000");
    Child last = start("some-fixture", event, ColdStart.BUSY_NS, "5000000", ColdStart.IDENTIFY);
    assertThat(List.of(first, last)).allSatisfy(child -> {
      assertThat(child.text("engine")).startsWith("Fake 1.0");
      assertThat(firstInvokeNs(stampsOf(child))).isGreaterThanOrEqualTo(5_000_000);
    });
  }

  /** A delay that loaded classes would be longer than the known one. */
  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldLoadNoClassToBeBusy() throws Exception {
    Child plain = start("some-fixture", event);
    String now = String.valueOf(System.nanoTime());
    assertThat(start("some-fixture", event, ColdStart.BUSY_NS, "1000").classesLoaded())
        .isEqualTo(plain.classesLoaded());
    assertThat(start("some-fixture", event, ColdStart.BUSY_PERMILLE, "10", now).classesLoaded())
        .isEqualTo(plain.classesLoaded());
  }

  @ParameterizedTest
  @CsvSource({"busy-ns, from 0 to 9223372036854775807, 'nothing'", "busy-ns five, from 0 to 9223372036854775807, five",
      "busy-ns -1, from 0 to 9223372036854775807, -1", "busy-permille 50, 'must be a number', 'nothing'",
      "busy-permille 1001 1, from 0 to 1000, 1001",
      "busy-permille 50 9223372036854775807, 'must be a number', 9223372036854775807", "busy, has no argument, busy",
      "calls, from 0 to 50000, 'nothing'", "calls 50001 1, from 0 to 50000, 50001",
      "calls 5, from 0 to 2147483647, 'nothing'", "instances 4097, from 0 to 4096, 4097"})
  void shouldRefuseArgumentsThatItDoesNotUnderstand(String arguments, String problem, String found) throws Exception {
    Child child = start("some-fixture", event, arguments.split(" "));

    assertThat(child.exitCode()).isEqualTo(ColdStart.EXIT_FAILED);
    assertThat(child.response()).isEmpty();
    assertThat(child.err().lines().findFirst().orElseThrow()).contains("argument", problem, found);
  }

  /**
   * The counters are read after the response, so they may include the few classes that reading them loads, and no more.
   * The JVM's own log lists the classes loaded before {@link ChildReport}, the first class loaded after the response.
   */
  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldCountTheClassesLoadedUpToTheResponse() throws Exception {
    Path log = folder.resolve("classes");
    Child child = startWith(List.of("-Xlog:class+load:file=" + log), "some-fixture", event);

    long loaded = Files.readAllLines(log)
        .stream()
        .filter(line -> line.contains(" source: "))
        .takeWhile(line -> !line.contains(" " + ChildReport.class.getName() + " "))
        .count();
    assertThat(loaded).isGreaterThan(300);
    assertThat(child.classesLoaded()).isBetween(loaded, loaded + READING_THE_COUNTERS);
  }

  /** Classes loaded before the response are part of the measured time. */
  @Test
  void shouldNotLoadTheReportBeforeTheResponse() throws Exception {
    Path log = folder.resolve("classes");
    startWith(List.of("-Xlog:class+load:file=" + log), "fails-in-firstInvoke", event);
    assertThat(Files.readString(log)).contains(ColdStart.class.getName()).doesNotContain(ChildReport.class.getName());
  }

  private Child start(String fixture, Path event, String... more) throws Exception {
    return startWith(List.of(), fixture, event, more);
  }

  private Child startWith(List<String> jvmArgs, String fixture, Path event, String... more) throws Exception {
    return Child.start(folder, jvmArgs, fixture, event, more);
  }

  private static List<Long> stampsOf(Child child) {
    return Arrays.stream(child.text("stampsNs").split(",")).map(Long::valueOf).toList();
  }

  private static long firstInvokeNs(List<Long> stamps) {
    return stamps.get(5) - stamps.get(4);
  }
}
