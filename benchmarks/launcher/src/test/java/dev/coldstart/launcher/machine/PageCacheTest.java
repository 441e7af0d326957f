package dev.coldstart.launcher.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.launcher.UserError;
import java.io.IOException;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class PageCacheTest {

  private static final int SIZE = 1 << 20;

  @TempDir
  private Path folder;

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldRemoveFilesThatWereJustWritten() throws IOException {
    List<Path> files = List.of(file("a b"), file("c"));
    assertThat(PageCache.COLD.before(files, folder)).isEmpty();
    Files.readAllBytes(files.get(1));
    assertThat(PageCache.COLD.before(files, folder)).isEmpty();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldNameAFileThatAProcessHasMapped() throws IOException {
    Path file = file("mapped");
    try (FileChannel channel = FileChannel.open(file)) {
      MappedByteBuffer mapped = channel.map(MapMode.READ_ONLY, 0, SIZE);
      mapped.load();
      assertThat(PageCache.COLD.before(List.of(file("free"), file), folder))
          .hasValue("not removed from the page cache: mapped");
      assertThat(mapped.get(0)).isZero();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldFailOnAFileThatIsNotThere() {
    assertThatThrownBy(() -> PageCache.COLD.before(List.of(folder.resolve("gone")), folder))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("gone");
  }

  @Test
  void shouldLeaveAWarmCacheAsItIs() throws IOException {
    assertThat(PageCache.WARM.before(List.of(folder.resolve("gone")), folder)).isEmpty();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void shouldKnowItsNames() {
    assertThat(PageCache.of("warm", folder)).isEqualTo(PageCache.WARM);
    assertThatThrownBy(() -> PageCache.of("hot", folder)).isInstanceOf(UserError.class)
        .hasMessage("--page-cache hot: give warm or cold");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldSayWhatItNeedsWhereItCannotBeDone() throws IOException {
    assertThat(PageCache.of("cold", file("sample"))).isEqualTo(PageCache.COLD);
    // A file system in memory keeps its files there.
    Path inMemory = Files.createTempFile(Path.of("/dev/shm"), "sample", "");
    try {
      Files.write(inMemory, new byte[SIZE]);
      assertThatThrownBy(() -> PageCache.of("cold", inMemory)).isInstanceOf(UserError.class)
          .hasMessageStartingWith("--page-cache cold needs Linux, dd of coreutils")
          .hasMessageContaining("not removed from the page cache: sample");
    } finally {
      Files.delete(inMemory);
    }
  }

  private Path file(String name) throws IOException {
    return Files.write(folder.resolve(name), new byte[SIZE]);
  }
}
