package dev.coldstart.child;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Further calls and instances of a real child, after its response. */
class GoingOnTest {

  @TempDir
  Path folder;

  private Path event;

  @BeforeEach
  void writeEvent() throws IOException {
    event = Files.writeString(folder.resolve("event"), "an event");
  }

  @Test
  void shouldTimeEachCallAfterTheFirst() throws Exception {
    Child child = start("some-fixture", ColdStart.CALLS, "6", "60000");
    assertThat(child.response()).isEqualTo("an event\n");
    assertThat(child.text("callNs")).matches("\\d+(,\\d+){4}");
    assertThat(child.sections()).doesNotContainKey("failure");
  }

  @Test
  void shouldMakeTheSecondCallHoweverLittleTimeThereIs() throws Exception {
    assertThat(start("some-fixture", ColdStart.CALLS, "50000", "0").text("callNs")).matches("\\d+");
  }

  @ParameterizedTest
  @CsvSource({"x-at-call-4, 'call 4 failed: java.lang.IllegalStateException: as asked', 2",
      "x-lies-at-2, 'call 2 answered other bytes than call 1', 0"})
  void shouldSayWhichCallFailed(String fixture, String failure, int timed) throws Exception {
    Child child = start(fixture, ColdStart.CALLS, "9", "60000");
    assertThat(child.text("failure")).isEqualTo(failure);
    if (timed == 0) {
      assertThat(child.sections()).doesNotContainKey("callNs");
    } else {
      assertThat(child.text("callNs").split(",")).hasSize(timed);
    }
  }

  @Test
  void shouldTimeEachFurtherInstance() throws Exception {
    Child child = start("some-fixture", ColdStart.ANOTHER, "5");
    assertThat(child.text("instanceNs")).matches("\\d+(,\\d+){3}");
    assertThat(child.sections()).doesNotContainKey("failure");
  }

  @ParameterizedTest
  @CsvSource({"x-at-instance-3, 'instance 3 failed: java.lang.IllegalStateException: as asked'",
      "x-lies-from-3, 'instance 3 answered other bytes than instance 1'"})
  void shouldSayWhichFurtherInstanceFailed(String fixture, String failure) throws Exception {
    Child child = start(fixture, ColdStart.ANOTHER, "5");
    assertThat(child.text("failure")).isEqualTo(failure);
    assertThat(child.text("instanceNs")).matches("\\d+");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldReadTheResidentSetAtEachPowerOfTwo() throws Exception {
    Child child = start("some-fixture", ColdStart.INSTANCES, "9");
    assertThat(child.text("instances")).isEqualTo("1,2,4,8");
    // One complete status for each reading.
    assertThat(child.text("instancesStatus").split("VmRSS:\\s+\\d{4,} kB\n", -1)).hasSize(5);
    assertThat(child.sections()).doesNotContainKey("failure");
  }

  @ParameterizedTest
  @EnabledOnOs(OS.LINUX)
  @CsvSource({"x-at-instance-6, 'instance 6 failed: java.lang.IllegalStateException: as asked', '1,2,4'",
      "x-lies-from-2, 'instance 2 answered other bytes than instance 1', 1"})
  void shouldKeepWhatWasReadBeforeAnInstanceFailed(String fixture, String failure, String read) throws Exception {
    Child child = start(fixture, ColdStart.INSTANCES, "32");
    assertThat(child.text("failure")).isEqualTo(failure);
    assertThat(child.text("instances")).isEqualTo(read);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldSayThatMemoryWasUsedUp() throws Exception {
    Files.writeString(event, "x".repeat(3 << 20));
    List<String> small = List.of("-Xmx24m", "-XX:+UseSerialGC");
    Child child = Child.start(folder, small, "some-fixture-that-copies", event, ColdStart.INSTANCES, "4096");
    assertThat(child.text("failure")).matches("instance \\d+ failed: java.lang.OutOfMemoryError.*");
    assertThat(child.text("instances")).startsWith("1,2");
  }

  /** A launch for the headline must not load the code for other scenarios or the parser of the counters. */
  @Test
  void shouldLoadNothingForItUnlessAsked() throws Exception {
    Path log = folder.resolve("classes");
    Child.start(folder, List.of("-Xlog:class+load:file=" + log), "some-fixture", event);
    assertThat(Files.readString(log)).contains(ColdStart.class.getName())
        .doesNotContain(FurtherCalls.class.getName())
        .doesNotContain(LiveInstances.class.getName())
        .doesNotContain(FurtherInstances.class.getName())
        .doesNotContain(RuntimeApi.class.getName())
        .doesNotContain(HotSpotCounters.class.getName());
  }

  private Child start(String fixture, String... more) throws Exception {
    return Child.start(folder, List.of(), fixture, event, more);
  }
}
