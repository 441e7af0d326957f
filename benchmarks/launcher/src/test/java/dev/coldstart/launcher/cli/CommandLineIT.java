package dev.coldstart.launcher.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What the command line says to somebody who got something wrong. Nothing is launched here. */
class CommandLineIT {

  private static final int USER_ERROR = 2;
  private static final String TEMPORARY = "java.io.tmpdir";

  @TempDir private Path folder;
  private final String temporary = System.getProperty(TEMPORARY);
  private final StringWriter errors = new StringWriter();

  /** A lock of its own, so that a measurement on this machine does not hold it up. */
  @BeforeEach
  void moveTheLock() {
    System.setProperty(TEMPORARY, folder.toString());
  }

  @AfterEach
  void moveTheLockBack() {
    System.setProperty(TEMPORARY, temporary);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--fixture  | nope | no fixture is named \"nope\"; choose one of ",
        "--runtime  | nope | no runtime is named \"nope\"; choose one of ",
        "--arm      | nope | no arm is named \"nope\"; choose one of ",
        "--profile  | nope | no profile is named \"nope\"; choose one of ",
        "--preset   | nope | no preset is named \"nope\"; choose one of smoke, ",
        "--jdk      | 99   | no JDK 99 is installed; found ",
      })
  void shouldSayWhatThereIsInPlaceOfSomethingUnknown(String option, String value, String message) {
    Path out = folder.resolve("out");
    assertThat(execute("run", option, value, "--out", out.toString())).isEqualTo(USER_ERROR);
    assertThat(errors.toString().lines()).singleElement().asString().startsWith("coldstart: " + message);
    assertThat(out).doesNotExist();
  }

  @Test
  void shouldSayThatAFolderCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    assertThat(execute("run", "--preset", "smoke", "--out", file.resolve("out").toString())).isEqualTo(USER_ERROR);
    assertThat(errors.toString().lines()).singleElement().asString().contains(file.toString(), "choose a folder");
  }

  @Test
  void shouldSayHowToWriteADuration() {
    assertThat(execute("run", "--budget", "soon")).isEqualTo(USER_ERROR);
    assertThat(errors.toString()).contains("--budget").contains("write for example 90s, 10m or 2h");
  }

  @Test
  void shouldRejectAnUnknownOption() {
    assertThat(execute("run", "--nope")).isEqualTo(USER_ERROR);
    assertThat(errors.toString()).contains("--nope");
  }

  @Test
  void shouldSayWhereRunsLie() {
    assertThat(execute("report", folder.resolve("none").toString())).isEqualTo(USER_ERROR);
    assertThat(errors.toString().lines()).singleElement().asString().contains("no run folder at ", "reports/out/latest");
  }

  @Test
  void shouldSayThatAFolderHoldsNoRun() {
    assertThat(execute("report", folder.toString())).isEqualTo(USER_ERROR);
    assertThat(errors.toString().lines()).singleElement().asString().contains(folder.getFileName().toString());
  }

  private int execute(String... arguments) {
    CommandLine commandLine = Main.commandLine();
    return commandLine.setErr(new PrintWriter(errors, true)).execute(arguments);
  }
}
