package dev.coldstart.record.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

  @TempDir
  private Path folder;

  @Test
  void shouldReplaceAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("page.html"), "old and longer");
    WholeFile.write(file, "new");
    assertThat(file).hasContent("new");
    assertThat(folder).isDirectoryNotContaining(entry -> !entry.equals(file));
  }

  /** Fails as on a full disk. */
  @Test
  void shouldLeaveTheOldFileAndNothingElseWhereItCannotBeWritten() throws IOException {
    Path file = Files.writeString(folder.resolve("page.html"), "old");
    assertThatThrownBy(() -> WholeFile.write(file, fresh -> {
      Files.writeString(fresh, "half");
      throw new IOException("No space left on device");
    })).isInstanceOf(IOException.class).hasMessage("No space left on device");
    assertThat(file).hasContent("old");
    assertThat(folder).isDirectoryNotContaining(entry -> !entry.equals(file));
  }

  @Test
  void shouldWriteOverWhatAWriterLeftThatWasKilled() throws IOException {
    Path file = folder.resolve("page.html");
    Files.writeString(folder.resolve("page.html" + WholeFile.ENDING), "half, and longer than the whole");
    WholeFile.write(file, "whole");
    assertThat(file).hasContent("whole");
    assertThat(folder).isDirectoryNotContaining(entry -> !entry.equals(file));
  }
}
