package dev.coldstart.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TemporaryFolderTest {

  private static final String ROOT = "/dev/sda1 / ext4 rw,relatime 0 0\n";

  @TempDir
  private Path folder;

  @Test
  void shouldSayThatItIsTooSmallAndHowToTakeAnother() {
    assertThat(with(folder, 100_000_000).unfit(100_000_000)).isEmpty();
    assertThat(with(folder, 20_000_000).unfit(100_000_000)).contains("only 20 MB are free in the temporary folder "
        + folder + ", but a run needs 100: make room there, or set TMPDIR to another folder");
  }

  @Test
  void shouldSayThatItIsNoFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");
    for (Path none : new Path[] {folder.resolve("none"), file}) {
      assertThat(with(none, Long.MAX_VALUE).unfit(1))
          .contains("the temporary folder " + none + " is not a writable folder: set TMPDIR to another folder");
    }
  }

  @Test
  void shouldSayThatNoNativeCodeCanBeLoadedFromIt() throws IOException {
    Path real = folder.toRealPath();
    assertThat(mounted(ROOT + "tmpfs " + real.getParent() + " tmpfs rw,nosuid,noexec,relatime 0 0\n").noNativeCode())
        .contains("native code cannot be loaded from the temporary folder " + folder
            + ", which is mounted noexec: set TMPDIR to a folder on another mount");
  }

  /**
   * The nearest mount counts. If several share one mount point, the last counts. A name with only the same prefix is no
   * match.
   */
  @Test
  void shouldLookAtTheMountThatItIsOn() throws IOException {
    Path real = folder.toRealPath();
    String noexec = " tmpfs rw,noexec 0 0\n";
    assertThat(mounted(ROOT).noNativeCode()).isEmpty();
    assertThat(mounted("none /" + noexec + "tmpfs " + real + " tmpfs rw 0 0\n").noNativeCode()).isEmpty();
    assertThat(mounted("none " + real + noexec + "tmpfs " + real + " tmpfs rw 0 0\n").noNativeCode()).isEmpty();
    assertThat(mounted("none " + real + " tmpfs rw 0 0\nnone " + real + noexec).noNativeCode()).isPresent();
    assertThat(
        mounted(ROOT + "none " + real.toString().substring(0, real.toString().length() - 1) + noexec).noNativeCode())
        .isEmpty();
    assertThat(mounted("none /" + noexec + "\nnot a mount\n").noNativeCode()).isPresent();
  }

  @Test
  void shouldReadABlankAsTheKernelWritesIt() throws IOException {
    Path blank = Files.createDirectory(folder.resolve("a b"));
    Path mounts = Files.writeString(folder.resolve("mounts"),
        ROOT + "none " + blank.toRealPath().toString().replace(" ", "\\040") + " tmpfs rw,noexec 0 0\n");
    assertThat(new TemporaryFolder(blank, mounts, any -> Long.MAX_VALUE).noNativeCode()).isPresent();
  }

  @Test
  void shouldSayNothingWhereMountsAreNotToBeSeen() {
    assertThat(with(folder, Long.MAX_VALUE).noNativeCode()).isEmpty();
  }

  private TemporaryFolder mounted(String lines) throws IOException {
    return new TemporaryFolder(folder, Files.writeString(folder.resolve("mounts"), lines), any -> Long.MAX_VALUE);
  }

  private TemporaryFolder with(Path path, long freeBytes) {
    return new TemporaryFolder(path, folder.resolve("none"), any -> freeBytes);
  }
}
