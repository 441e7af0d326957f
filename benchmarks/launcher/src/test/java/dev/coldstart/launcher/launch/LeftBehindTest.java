package dev.coldstart.launcher.launch;

import static dev.coldstart.launcher.launch.ScriptedChild.RESPOND;
import static dev.coldstart.launcher.launch.ScriptedChild.SLOT;
import static dev.coldstart.launcher.launch.ScriptedChild.TIMEOUT;
import static dev.coldstart.launcher.launch.ScriptedChild.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.scenario.LaunchDriver.Step;
import dev.coldstart.launcher.scenario.ProcessLauncher;
import dev.coldstart.record.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real children that leave processes behind. */
@DisabledOnOs(OS.WINDOWS)
@Timeout(20)
class LeftBehindTest {

  private static final String HOLDS = "left a process behind that holds its output";

  @TempDir
  private Path folder;
  private ScriptedChild child;

  @BeforeEach
  void makeChild() throws IOException {
    child = new ScriptedChild(folder);
  }

  @Test
  void shouldNotWaitForWhatAChildLeftBehind() throws IOException {
    Launch launch = child.launch("sleep 8 >/dev/null 2>&1 & sleep 0.2; exit 42");
    assertThat(launch.wallNs()).isLessThan(TIMEOUT.multipliedBy(3).toNanos());
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldNotWaitForWhatHoldsTheOutputOfAChildWithoutAReport() throws IOException {
    Launch launch = child.launch("sleep 62 & echo $! > " + child.pid() + "; exit 0");
    assertThat(launch.reason()).startsWith(HOLDS + ": sleep 62 (process ");
    assertThat(launch.exitCode()).isZero();
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldRejectAResponseBesideWhichAProcessIsLeft() throws IOException {
    // Long enough that the parent has read the report, and waits for more, by the time the child ends.
    String script = RESPOND + report("1,2,3,4,5,6", "") + "sleep 62 & echo $! > " + child.pid() + "; sleep 1";
    assertThat(child.launch(script).reason()).startsWith(HOLDS + ": sleep 62 (process ");
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldTellTheFailureOfAChildThatLeavesAProcess() throws IOException {
    Launch launch = child.launch("sleep 62 & echo oh >&2; exit 42");
    assertThat(launch.reason()).startsWith(HOLDS).endsWith("; exit code 42; it said: oh");
    assertThat(launch.exitCode()).isEqualTo(42);
  }

  @Test
  void shouldGoOnAfterAProcessThatCannotBeFound() throws IOException {
    child.does("env -i sleep 62 & echo $! > " + child.pid() + "; exit 0");
    try (ProcessLauncher launcher = child.launcher()) {
      assertThat(launcher.launch(Step.firstResponse(child.arm()), SLOT).launch().reason()).isEqualTo(HOLDS);
      child.does("exit 42");
      assertThat(launcher.launch(Step.firstResponse(child.arm()), SLOT).launch().reason()).isEqualTo("exit code 42");
    } finally {
      ProcessHandle.of(Long.parseLong(Files.readString(child.pid()).strip())).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldFindAndKillWhatHoldsNothing() throws IOException {
    child.does("sleep 62 >/dev/null 2>&1 & echo $! > " + child.pid() + "; exit 42");
    try (ProcessLauncher launcher = child.launcher(); ProcessLauncher other = child.launcher()) {
      assertThat(launcher.launch(Step.firstResponse(child.arm()), SLOT).launch().reason()).isEqualTo("exit code 42");
      assertThat(other.leftBehind()).as("of another run").isEmpty();
      assertThat(launcher.leftBehind()).singleElement().asString().startsWith("sleep 62 (process ");
      assertThat(child.isAlive()).isFalse();
      assertThat(launcher.leftBehind()).isEmpty();
    }
  }
}
