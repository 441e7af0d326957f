package dev.coldstart.record.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {

  @ParameterizedTest
  @CsvSource({"/bench, scripts/coldstart", "/, bench/scripts/coldstart", "/bench/scripts, ./coldstart",
      "/bench/reports, /bench/scripts/coldstart", "/elsewhere, /bench/scripts/coldstart",
      "/bench-too, /bench/scripts/coldstart"})
  void shouldCallAScriptByItsPathFromTheWorkingFolder(String workingFolder, String script) {
    assertThat(new Commands(Path.of("/bench"), Path.of(workingFolder)).coldstart("list")).isEqualTo(script + " list");
  }

  @Test
  void shouldTakeTheWorkingFolderForTheRootWhereNobodyTold() {
    Commands commands = new Commands(null, Path.of("/bench"));
    assertThat(commands.coldstart("list")).isEqualTo("scripts/coldstart list");
    assertThat(commands.build()).isEqualTo("build it with mvn verify -DskipTests");
  }

  @Test
  void shouldBuildTheCheckoutAndNotWhatLiesInTheWorkingFolder() {
    Path home = Path.of("/my bench");
    assertThat(new Commands(home, home).build()).isEqualTo("build it with mvn verify -DskipTests");
    assertThat(new Commands(home, Path.of("/")).build())
        .isEqualTo("build it with mvn -f '/my bench' verify -DskipTests");
  }

  @Test
  void shouldNameTheCommandOfAnArchive(@TempDir Path home) throws IOException {
    Files.createFile(Files.createDirectories(home.resolve("bin")).resolve("coldstart"));
    Commands commands = new Commands(home, home);
    assertThat(commands.coldstart("list")).isEqualTo("bin/coldstart list");
    assertThat(commands.build()).isEqualTo("unpack the archive again");
    assertThat(Layout.of(home).applied("scripts/coldstart report reports/out/latest"))
        .isEqualTo("bin/coldstart report coldstart-out/latest");
  }

  /** A shell runs the command, from folders that need the script's relative path and its absolute path. */
  @ParameterizedTest
  @ValueSource(strings = {"plain", "a b", "it's", "a=b", "<name>", "$HOME", "a;b&c|d", "~", "\"q\"", "a*b?", "#", "!x",
      "back\\slash", "-dash", "é", "{a,b}", "(c)"})
  void shouldBePasted(String name, @TempDir Path folder) throws IOException, InterruptedException {
    Path home = folder.resolve(name);
    Path script = Files.createDirectories(home.resolve("scripts")).resolve("coldstart");
    Files.writeString(script, "#!/bin/sh\nprintf '<%s>' \"$@\"\n");
    assertThat(script.toFile().setExecutable(true)).isTrue();
    List<String> words = List.of("run", "--resume", home.toString());
    String expected = "<run><--resume><" + home + ">";
    for (Path workingFolder : List.of(home, folder, Files.createDirectories(folder.resolve("elsewhere")))) {
      assertThat(pasted(new Commands(home, workingFolder).coldstart(words), workingFolder)).isEqualTo(expected);
    }
  }

  private static String pasted(String line, Path workingFolder) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("sh", "-c", line).directory(workingFolder.toFile()).redirectErrorStream(true).start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(shell.waitFor()).as(said).isZero();
    return said;
  }
}
