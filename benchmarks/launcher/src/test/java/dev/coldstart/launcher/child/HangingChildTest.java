package dev.coldstart.launcher.child;

import static dev.coldstart.launcher.child.ScriptedChild.RESPOND;
import static dev.coldstart.launcher.child.ScriptedChild.TIMEOUT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real children that would not end by themselves. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(20)
class HangingChildTest {

  @TempDir
  private Path folder;
  private ScriptedChild child;

  @BeforeEach
  void makeChild() throws IOException {
    child = new ScriptedChild(folder);
  }

  @Test
  void shouldKillAChildThatHangs() throws IOException {
    Launch launch = child.launch("echo waiting >&2; exec sleep 60");
    assertThat(launch.reason()).isEqualTo("no end after 2 s, killed; it said: waiting");
    assertThat(launch.wallNs()).isBetween(TIMEOUT.toNanos(), TIMEOUT.multipliedBy(4).toNanos());
    assertThat(launch.exitCode()).isNull();
  }

  @Test
  void shouldKillAChildThatHangsAfterItsResponse() throws IOException {
    assertThat(child.launch(RESPOND + "sleep 60").reason()).startsWith("no end after 2 s, killed");
  }

  @Test
  void shouldKillAChildThatPrintsWithoutEnd() throws IOException {
    Launch launch = child.launch("exec yes");
    assertThat(launch.reason()).isEqualTo("prints without end, killed");
    assertThat(launch.exitCode()).isNull();
  }

  @Test
  void shouldKillAChildThatPrintsErrorsWithoutEnd() throws IOException {
    Launch launch = child.launch("exec yes oh >&2", Duration.ofSeconds(15));
    assertThat(launch.reason()).startsWith("prints errors without end, killed; it said: ...").contains("oh | oh | oh");
    assertThat(launch.reason().length()).isLessThan(700);
    assertThat(launch.exitCode()).isNull();
  }

  @Test
  void shouldKillAChildThatClosesItsOutputAndHangs() throws IOException {
    assertThat(child.launch("exec >&- 2>&-; exec sleep 60").reason()).isEqualTo("no end after 2 s, killed");
  }

  @Test
  void shouldKillWhatAHangingChildStarted() throws IOException {
    child.launch("sleep 61 & echo $! > " + child.pid() + "; wait");
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldKillWhatAHangingChildLeftToInit() throws IOException {
    // The one between them ends, so that the process has another parent than the child.
    child.launch("(sleep 62 & echo $! > " + child.pid() + "); exec sleep 61");
    assertThat(child.isAlive()).isFalse();
  }
}
