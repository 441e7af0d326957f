package dev.coldstart.launcher.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailureWordsTest {

  private static final Path TEMPORARY = Path.of("/tmp/a");

  @TempDir
  private Path folder;

  @Test
  void shouldNeverBeWithoutAReason() throws IOException {
    Path log = Files.writeString(folder.resolve("log"), "");
    assertThat(FailureWords.of("exit code 3", log)).startsWith("exit code 3; it said nothing");
    Files.writeString(log, "#\n\n  \n");
    assertThat(FailureWords.of("exit code 3", log)).startsWith("exit code 3; it said nothing");
  }

  @Test
  void shouldKeepTheFirstWordsOfALongLog() throws IOException {
    Path log = Files.writeString(folder.resolve("log"), "no such library\n" + "more\n".repeat(100_000));
    assertThat(FailureWords.of("exit code 3", log)).startsWith("exit code 3; it said: no such library | more | ");
    assertThat(FailureWords.first(log)).hasSizeLessThan(700);
  }

  /** On a full disk a program cannot even report that, because its log is on the same disk. */
  @ParameterizedTest
  @CsvSource(delimiter = '|',
      value = {"0         | exit code 3; no space is left in the temporary folder /tmp/a",
          "999999     | exit code 3; no space is left in the temporary folder /tmp/a",
          "12400000   | exit code 3; only 12 MB are left in the temporary folder /tmp/a", "3000000000 | exit code 3"})
  void shouldSayWhereTheTemporaryFolderHasNoRoom(long freeBytes, String reason) {
    assertThat(FailureWords.withRoom("exit code 3", TEMPORARY, freeBytes)).isEqualTo(reason);
  }

  @Test
  void shouldSayNothingOfRoomWhereThatCannotBeTold() {
    assertThat(FailureWords.withRoom("exit code 3", folder.resolve("none"))).isEqualTo("exit code 3");
  }

  @Test
  void shouldSayFirstWhichPhaseOfAChildFailed() {
    String said = FailureWords.first("""
        SLF4J: Failed to load class
        dev.coldstart.child.PhaseException: fixture hello, phase parse: engine.Trap: bad magic
        \tat dev.coldstart.child.ColdStart.firstResponse(ColdStart.java:150)
        Caused by: engine.Trap: bad magic
        """);
    assertThat(FailureWords.of("exit code 3", said)).isEqualTo("failed in the phase parse: engine.Trap: bad magic");
    assertThat(FailureWords.first("fixture hello, phase firstInvoke: Error: unreachable\n    at call"))
        .isEqualTo("failed in the phase firstInvoke: unreachable");
  }

  /** A command that exits with a code usually prints why. */
  @Test
  void shouldAddWhatTheModulePrintedBeforeItFailed() {
    assertThat(FailureWords.first(
        """
            WARNING: A restricted method in java.lang.System has been called
            usage: tool <file>
            dev.coldstart.child.PhaseException: fixture tool, phase firstInvoke: java.lang.IllegalStateException: it exited with the code 2
            """))
        .isEqualTo("failed in the phase firstInvoke: it exited with the code 2; before that it printed:"
            + " usage: tool <file>");
  }
}
