package dev.coldstart.spi;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** As a real child, for its output and exit code are the contract with the parent. */
class ColdStartTest {

  @TempDir Path folder;

  private Path event;

  @BeforeEach
  void writeEvent() throws IOException {
    event = Files.writeString(folder.resolve("event"), "é\nof two lines");
  }

  @Test
  void shouldWriteTheResponseThenANewlineThenTheReport() throws Exception {
    Child child = start("some-fixture", event);

    assertThat(child.exitCode()).as(child.err()).isZero();
    assertThat(child.out()).startsWith("é\nof two lines\n" + ChildReport.FIRST_LINE + "\n");
    assertThat(child.out()).endsWith("\n" + ChildReport.LAST_LINE + "\n");
    assertThat(child.out()).contains("\nclassPath=" + System.getProperty("java.class.path") + "\n");
    assertThat(child.err()).isEmpty();
  }

  @Test
  void shouldNameItsEngineOnlyWhenAsked() throws Exception {
    assertThat(start("some-fixture", event).out()).doesNotContain("engine=");
    assertThat(start("some-fixture", event, ColdStart.IDENTIFY).out()).contains("\nengine=Fake 1.0 of two lines\n");
  }

  @Test
  void shouldStampTheEndOfEachPhaseInOrder() throws Exception {
    assertThat(stampsOf(start("some-fixture", event)))
        .hasSize(Phase.COUNT)
        .isSorted()
        .doesNotContain(0L);
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
    assertThat(child.out()).isEmpty();
    assertThat(child.err()).contains("fixture " + fixture + ", phase " + phase.key() + ": ").contains("as asked");
  }

  @Test
  void shouldCountAMissingEventAsAFailureToLoad() throws Exception {
    Child noEvent = start("some-fixture", folder.resolve("no-such-event"));

    assertThat(noEvent.err()).contains("fixture some-fixture, phase load: ").contains("no-such-event");
    assertThat(noEvent.exitCode()).isEqualTo(ColdStart.EXIT_FAILED);
  }

  private Child start(String fixture, Path event, String... more) throws Exception {
    Path module = Files.write(folder.resolve("module"), new byte[0]);
    Path out = folder.resolve("out");
    Path err = folder.resolve("err");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), FakeChild.class.getName()));
    command.addAll(List.of(fixture, module.toString(), event.toString()));
    command.addAll(List.of(more));
    Process process = new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile()).start();
    assertThat(process.waitFor(1, MINUTES)).as("ended in time").isTrue();
    return new Child(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private static List<Long> stampsOf(Child child) {
    String line = child.out().lines().filter(text -> text.startsWith("stampsNs=")).findFirst().orElseThrow();
    return Arrays.stream(line.substring("stampsNs=".length()).split(",")).map(Long::valueOf).toList();
  }

  private record Child(int exitCode, String out, String err) {}
}
