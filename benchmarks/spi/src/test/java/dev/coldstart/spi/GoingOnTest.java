package dev.coldstart.spi;

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

/** What a real child does after its response, where it is asked to go on. */
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
    assertThat(child.out()).startsWith("an event\n" + ChildReport.FIRST_LINE + "\n")
        .endsWith(ChildReport.LAST_LINE + "\n");
    assertThat(child.value("callNs")).matches("\\d+(,\\d+){4}");
    assertThat(child.out()).doesNotContain("failure=");
  }

  @Test
  void shouldMakeTheSecondCallHoweverLittleTimeThereIs() throws Exception {
    assertThat(start("some-fixture", ColdStart.CALLS, "50000", "0").value("callNs")).matches("\\d+");
  }

  @ParameterizedTest
  @CsvSource({"x-at-call-4, 'call 4 failed: java.lang.IllegalStateException: as asked', 2",
      "x-lies-at-2, 'call 2 answered other bytes than call 1', 0"})
  void shouldSayWhichCallFailed(String fixture, String failure, int timed) throws Exception {
    Child child = start(fixture, ColdStart.CALLS, "9", "60000");
    assertThat(child.value("failure")).isEqualTo(failure);
    assertThat(child.value("callNs").split(",")).filteredOn(time -> !time.isEmpty()).hasSize(timed);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldReadTheResidentSetAtEachPowerOfTwo() throws Exception {
    Child child = start("some-fixture", ColdStart.INSTANCES, "9");
    assertThat(child.value("instances")).isEqualTo("1,2,4,8");
    assertThat(child.value("rssBytes")).matches("\\d{7,}(,\\d{7,}){3}");
    assertThat(child.out()).doesNotContain("failure=");
  }

  @ParameterizedTest
  @EnabledOnOs(OS.LINUX)
  @CsvSource({"x-at-instance-6, 'instance 6 failed: java.lang.IllegalStateException: as asked', '1,2,4'",
      "x-lies-from-2, 'instance 2 answered other bytes than instance 1', 1"})
  void shouldKeepWhatWasReadBeforeAnInstanceFailed(String fixture, String failure, String read) throws Exception {
    Child child = start(fixture, ColdStart.INSTANCES, "32");
    assertThat(child.value("failure")).isEqualTo(failure);
    assertThat(child.value("instances")).isEqualTo(read);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldSayThatMemoryWasUsedUp() throws Exception {
    Files.writeString(event, "x".repeat(3 << 20));
    List<String> small = List.of("-Xmx24m", "-XX:+UseSerialGC");
    Child child = Child.start(folder, small, "some-fixture-that-copies", event, ColdStart.INSTANCES, "4096");
    assertThat(child.value("failure")).matches("instance \\d+ failed: java.lang.OutOfMemoryError.*");
    assertThat(child.value("instances")).startsWith("1,2");
  }

  /** What is done after the response costs a launch of the headline nothing, least of all classes. */
  @Test
  void shouldLoadNothingForItUnlessAsked() throws Exception {
    Path log = folder.resolve("classes");
    Child.start(folder, List.of("-Xlog:class+load:file=" + log), "some-fixture", event);
    assertThat(Files.readString(log)).contains(ColdStart.class.getName())
        .doesNotContain(FurtherCalls.class.getName())
        .doesNotContain(LiveInstances.class.getName());
  }

  private Child start(String fixture, String... more) throws Exception {
    return Child.start(folder, List.of(), fixture, event, more);
  }
}
