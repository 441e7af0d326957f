package dev.coldstart.launcher.child;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.machine.SystemFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Uses a temporary /proc, and a clock that the test sets. */
class StandstillTest {

  private static final long SECOND_NS = Duration.ofSeconds(1).toNanos();

  private static final long SELF = 5;

  @TempDir
  Path root;

  @BeforeEach
  void shouldBeUp() throws IOException {
    Files.createDirectories(root.resolve("proc/7"));
    Files.createDirectories(root.resolve("proc/self"));
    Files.writeString(root.resolve("proc/self/stat"), SELF + " (java) S 1 5 5 0 -1 4194304\n");
    up("1000.00");
  }

  @Test
  void shouldFindNothingWhereAllRan() throws IOException {
    Standstill standstill = begin();
    state("java) T (x", 'S');
    standstill.look(7);
    standstill.look(8);
    standstill.wentOn(SECOND_NS);
    up("1002.90");
    assertThat(standstill.by(2 * SECOND_NS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"T", "t"})
  void shouldFindAChildThatWasStoppedAndWentOn(char stopped) throws IOException {
    Standstill standstill = begin();
    state("java", stopped);
    standstill.look(7);
    state("java", 'R');
    standstill.look(7);
    up("1025.00");
    assertThat(standstill.by(25 * SECOND_NS)).contains("the child was stopped");
  }

  @Test
  void shouldFindAHarnessThatWasStopped() throws IOException {
    Standstill standstill = begin();
    standstill.wentOn(25 * SECOND_NS);
    up("1026.00");
    assertThat(standstill.by(26 * SECOND_NS)).contains("the harness was not scheduled for 25 s");
  }

  @Test
  void shouldFindAMachineThatSlept() throws IOException {
    Standstill standstill = begin();
    up("1060.00");
    assertThat(standstill.by(3 * SECOND_NS)).contains("the machine's clocks are 57 s apart, as after a suspend");
  }

  @Test
  void shouldSayNothingOfClocksThatThePlatformHasNot() throws IOException {
    Files.delete(root.resolve("proc/uptime"));
    assertThat(begin().by(60 * SECOND_NS)).isEmpty();
  }

  private Standstill begin() {
    return new Standstill(SystemFiles.of(root, SELF), 0);
  }

  private void up(String seconds) throws IOException {
    Files.writeString(root.resolve("proc/uptime"), seconds + " 2000.00\n");
  }

  private void state(String name, char state) throws IOException {
    Files.writeString(root.resolve("proc/7/stat"), "7 (" + name + ") " + state + " 1 7 7 0 -1 4194304\n");
  }
}
