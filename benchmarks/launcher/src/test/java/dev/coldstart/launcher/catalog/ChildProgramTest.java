package dev.coldstart.launcher.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.catalog.Configuration.ChildProgram;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ChildProgramTest {

  private static final ChildProgram RUN = new ChildProgram("run", List.of());

  @TempDir
  private Path folder;
  private String path;

  @BeforeEach
  void makePath() throws IOException {
    Path first = Files.createDirectory(folder.resolve("first"));
    Path second = Files.createDirectory(folder.resolve("second"));
    path = first + File.pathSeparator + File.pathSeparator + second;
  }

  @Test
  void shouldTakeTheFirstThatCanBeExecuted() throws IOException {
    Files.createFile(folder.resolve("first/run"));
    Path wanted = Files.createFile(folder.resolve("second/run"));
    assertThat(wanted.toFile().setExecutable(true)).isTrue();
    assertThat(RUN.find(path)).contains(wanted);
  }

  @Test
  void shouldTakeNoFolder() throws IOException {
    Files.createDirectory(folder.resolve("first/run"));
    assertThat(RUN.find(path)).isEmpty();
    assertThat(RUN.find("")).isEmpty();
  }

  @Test
  void shouldSayWhatIsMissing() {
    ChildProgram none = new ChildProgram("no-such-program-anywhere", List.of());
    assertThat(none.unmet())
        .contains("needs the program no-such-program-anywhere, which is not on the PATH: install it");
  }
}
