package dev.coldstart.launcher.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.coldstart.launcher.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLockTest {

  @TempDir
  private Path folder;

  @Test
  void shouldNameTheHolderToWhoComesSecond() {
    Path file = folder.resolve("lock");
    RunLock first = RunLock.take(file);
    try (first) {
      assertThatThrownBy(() -> RunLock.take(file)).isInstanceOf(UserError.class)
          .hasMessage("another run is measuring on this machine (process " + ProcessHandle.current().pid()
              + "); two at once disturb each other: wait until it ends, or stop it");
    }
    RunLock.take(file).close();
  }

  @Test
  void shouldNameNoHolderOutOfAFileOfSomebodyElse() throws IOException {
    Path file = folder.resolve("lock");
    RunLock first = RunLock.take(file);
    try (first) {
      Files.writeString(file, "\u001b[31m evil");
      assertThatThrownBy(() -> RunLock.take(file)).isInstanceOf(UserError.class)
          .hasMessageStartingWith("another run is measuring on this machine; two at once");
    }
  }

  /** Independent of the umask of the user who measured first. */
  @Test
  void shouldLetEveryUserTakeIt() throws IOException {
    Path file = folder.resolve("lock");
    RunLock.take(file).close();
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file))).isEqualTo("rw-rw-rw-");
    assertThat(folder).isDirectoryNotContaining(entry -> !entry.equals(file));
  }

  @Test
  void shouldLieWhereUsersWithTemporaryFoldersOfTheirOwnFindIt() {
    assumeTrue(Files.isWritable(Path.of("/tmp")));
    String own = System.getProperty("java.io.tmpdir");
    try {
      System.setProperty("java.io.tmpdir", folder.toString());
      assertThat(RunLock.place().getParent()).isEqualTo(Path.of("/tmp"));
    } finally {
      System.setProperty("java.io.tmpdir", own);
    }
  }

  @Test
  void shouldFollowNoLink() throws IOException {
    Path victim = Files.writeString(folder.resolve("victim"), "mine");
    Path file = Files.createSymbolicLink(folder.resolve("lock"), victim);
    assertThatThrownBy(() -> RunLock.take(file)).isInstanceOf(UserError.class)
        .hasMessageStartingWith("the lock " + file + " is not a file: something else has its name; it belongs to "
            + Files.getOwner(victim).getName() + ": ask its owner");
    Path dangling = Files.createSymbolicLink(folder.resolve("dangling"), folder.resolve("none"));
    assertThatThrownBy(() -> RunLock.take(dangling)).isInstanceOf(UserError.class);
    assertThat(victim).hasContent("mine");
    assertThat(folder.resolve("none")).doesNotExist();
  }

  /** The lock is a second name of another user's file. */
  @Test
  void shouldWriteOverNothing() throws IOException {
    Path victim = Files.writeString(folder.resolve("victim"), "mine");
    Path file = Files.createLink(folder.resolve("lock"), victim);
    RunLock.take(file).close();
    assertThat(victim).hasContent("mine");
  }

  @Test
  void shouldSayThatSomethingElseIsInItsPlace() throws IOException {
    Path file = Files.createDirectory(folder.resolve("lock"));
    assertThatThrownBy(() -> RunLock.take(file)).isInstanceOf(UserError.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("is not a file");
  }

  @Test
  void shouldSayThatTheFileCannotBeOpened() {
    Path file = folder.resolve("none/lock");
    assertThatThrownBy(() -> RunLock.take(file)).isInstanceOf(UserError.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("cannot be opened")
        .hasMessageContaining("make sure that its folder exists and is writable");
  }
}
