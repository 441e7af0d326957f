package dev.coldstart.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFolderTest {

  @TempDir
  private Path out;

  /** Uploads copy without links and turn the link into a folder: the same run a second time. */
  @Test
  void shouldNotListTheNewestRunTwice() throws IOException {
    Path run = Files.createDirectory(out.resolve("20260101T000000Z"));
    Files.createSymbolicLink(out.resolve("a-link"), run);
    Files.createDirectory(out.resolve(RunFolder.LATEST));
    Files.writeString(out.resolve("index.html"), "");
    assertThat(RunFolder.foldersIn(out, "the runs")).containsExactly(run);
  }

  @Test
  void shouldKnowARunThatIsKeptByItsCompressedLaunches() throws IOException {
    RunFolder run = new RunFolder(out);
    assertThat(run.isKept()).isFalse();
    Files.writeString(out.resolve("launches.jsonl.gz"), "");
    assertThat(run.isKept()).isTrue();
    Files.writeString(run.launches(), "");
    assertThat(run.isKept()).isFalse();
  }
}
