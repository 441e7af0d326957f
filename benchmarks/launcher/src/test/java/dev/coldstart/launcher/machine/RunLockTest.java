package dev.coldstart.launcher.machine;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.launcher.UserError;
import java.nio.file.Path;
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
          .hasMessage("another run measures on this machine (process " + ProcessHandle.current().pid()
              + "); two at once measure each other: wait for its end, or stop it");
    }
    RunLock.take(file).close();
  }

  @Test
  void shouldSayThatTheFileCannotBeOpened() {
    Path file = folder.resolve("none/lock");
    assertThatThrownBy(() -> RunLock.take(file)).isInstanceOf(UserError.class)
        .hasMessageContaining(file.toString())
        .hasMessageContaining("cannot be opened");
  }
}
