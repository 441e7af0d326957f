package dev.coldstart.launcher.child;

import static dev.coldstart.launcher.child.ScriptedChild.RESPOND;
import static dev.coldstart.launcher.child.ScriptedChild.SLOT;
import static dev.coldstart.launcher.child.ScriptedChild.report;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.machine.ProcessMark;
import dev.coldstart.launcher.scenario.LaunchDriver.Step;
import dev.coldstart.launcher.scenario.ProcessLauncher;
import dev.coldstart.launcher.scenario.Scenario;
import dev.coldstart.record.Launch;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real children that leave processes behind. */
@DisabledOnOs(OS.WINDOWS)
class OrphanProcessesTest {

  private static final String HOLDS = "left a process behind that holds its output";

  @TempDir
  private Path folder;
  private ScriptedChild child;

  @BeforeEach
  void makeChild() throws IOException {
    child = new ScriptedChild(folder);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldNotWaitForWhatHoldsTheOutputOfAChildWithoutAReport() throws IOException {
    Launch launch = launchHeld("", "sleep 600", "exit 0");
    assertThat(launch.reason()).startsWith(HOLDS + ": sleep 600 (process ");
    assertThat(launch.exitCode()).isZero();
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldRejectAResponseBesideWhichAProcessIsLeft() throws IOException {
    Launch launch = launchHeld(RESPOND + report("1,2,3,4,5,6", ""), "sleep 600", "exit 0");
    assertThat(launch.reason()).startsWith(HOLDS + ": sleep 600 (process ");
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldTellTheFailureOfAChildThatLeavesAProcess() throws IOException {
    Launch launch = launchHeld("", "sleep 600", "echo oh >&2; exit 42");
    assertThat(launch.reason()).startsWith(HOLDS).endsWith("; exit code 42; it said: oh");
    assertThat(launch.exitCode()).isEqualTo(42);
  }

  @Test
  void shouldGoOnAfterAProcessThatCannotBeFound() throws IOException {
    try (ProcessLauncher launcher = child.launcher()) {
      assertThat(launchHeld(launcher, "", "env -i sleep 600", "exit 0").reason()).isEqualTo(HOLDS);
      child.does("exit 42");
      assertThat(launcher.launch(new Step(Scenario.FIRST_RESPONSE, null, child.arm(), 1), SLOT).launch().reason())
          .isEqualTo("exit code 42; it said nothing");
    } finally {
      killLeft();
    }
  }

  private Launch launchHeld(String before, String left, String end) throws IOException {
    try (ProcessLauncher launcher = child.launcher()) {
      return launchHeld(launcher, before, left, end);
    }
  }

  /**
   * Launches a child that leaves a process which holds its output. The parent must be waiting for more output when the
   * child ends, because the JDK otherwise closes the output and nothing is held. Each attempt gives it more time for
   * that.
   */
  private Launch launchHeld(ProcessLauncher launcher, String before, String left, String end) throws IOException {
    Launch launch = null;
    for (double seconds = 0.1; seconds < 60 && !isHeld(launch); seconds *= 2) {
      killLeft();
      child.does(before + left + " & echo $! > " + child.pid() + "; sleep " + seconds + "; " + end);
      launch = launcher.launch(new Step(Scenario.FIRST_RESPONSE, null, child.arm(), 1), SLOT).launch();
    }
    assertThat(launch.valid()).isFalse();
    return launch;
  }

  private static boolean isHeld(Launch launch) {
    return launch != null && launch.reason() != null && launch.reason().startsWith(HOLDS);
  }

  private void killLeft() throws IOException {
    if (Files.exists(child.pid())) {
      ProcessHandle.of(Long.parseLong(Files.readString(child.pid()).strip())).ifPresent(ProcessHandle::destroyForcibly);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldFindAndKillWhatHoldsNothing() throws IOException {
    child.does("sleep 600 >/dev/null 2>&1 & echo $! > " + child.pid() + "; exit 42");
    ProcessBuilder sleep = new ProcessBuilder("sleep", "600");
    sleep.environment().put(ProcessMark.VARIABLE, "0123456789abcdef-00000000");
    Process ofAnotherRun = sleep.start();
    try (ProcessLauncher launcher = child.launcher()) {
      assertThat(launcher.launch(new Step(Scenario.FIRST_RESPONSE, null, child.arm(), 1), SLOT).launch().reason())
          .isEqualTo("exit code 42; it said nothing");
      assertThat(launcher.leftBehind()).singleElement().asString().startsWith("sleep 600 (process ");
      assertThat(child.isAlive()).isFalse();
      assertThat(launcher.leftBehind()).isEmpty();
      assertThat(ofAnotherRun.isAlive()).isTrue();
    } finally {
      ofAnotherRun.destroyForcibly();
    }
  }
}
