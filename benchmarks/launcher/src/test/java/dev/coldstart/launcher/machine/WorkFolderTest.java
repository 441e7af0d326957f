package dev.coldstart.launcher.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFolderTest {

  @TempDir
  private Path temporary;

  @Test
  void shouldBeRemovedWithAllThatIsInIt() throws IOException {
    Path path;
    try (WorkFolder folder = WorkFolder.in(temporary)) {
      path = folder.path();
      assertThat(path).isDirectory().hasParent(temporary);
      assertThat(path.getFileName().toString()).startsWith("coldstart-" + ProcessMark.OWN + "-");
      Files.createFile(Files.createDirectory(path.resolve("launch")).resolve("stderr"));
    }
    assertThat(temporary).isEmptyDirectory();
  }

  @Test
  void shouldRemoveWhatAKilledProcessLeftAndNothingElse() throws IOException {
    Path left = left("coldstart-0123456789abcdef-1");
    Path halfRemoved = Files.createDirectory(temporary.resolve("coldstart-0123456789abcdef-2"));
    Path begun = left("coldstart-0123456789abcdef-new-4");
    Path foreign = left("coldstart-of-mine");
    Path led = Files.createSymbolicLink(temporary.resolve("coldstart-0123456789abcdef-3"), foreign);
    try (WorkFolder used = WorkFolder.in(temporary); WorkFolder another = WorkFolder.in(temporary)) {
      assertThat(left).doesNotExist();
      assertThat(halfRemoved).doesNotExist();
      assertThat(begun).isDirectory();
      assertThat(foreign.resolve("in-use")).isRegularFile();
      assertThat(used.path().resolve("in-use")).isRegularFile();
      assertThat(another.path()).isNotEqualTo(used.path());
    }
    assertThat(led).isSymbolicLink();
  }

  private Path left(String name) throws IOException {
    Path folder = Files.createDirectory(temporary.resolve(name));
    Files.createFile(folder.resolve("in-use"));
    return folder;
  }
}
