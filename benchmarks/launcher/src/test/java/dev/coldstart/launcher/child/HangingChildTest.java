package dev.coldstart.launcher.child;

import static dev.coldstart.launcher.child.ScriptedChild.READY;
import static dev.coldstart.launcher.child.ScriptedChild.RESPOND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.record.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Real children that would not end by themselves. */
@DisabledOnOs(OS.WINDOWS)
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
    Launch launch = child.hang("echo waiting >&2; " + READY + "exec sleep 600");
    assertThat(launch.reason()).matches("still running after [0-9]+ s, killed; it said: waiting");
    assertThat(launch.exitCode()).isNull();
  }

  @Test
  void shouldKillAChildThatHangsAfterItsResponse() throws IOException {
    assertThat(child.hang(RESPOND + READY + "sleep 600").reason()).matches("still running after [0-9]+ s, killed.*");
  }

  @Test
  void shouldKillAChildThatPrintsWithoutEnd() throws IOException {
    Launch launch = child.launch("exec yes");
    assertThat(launch.reason()).startsWith("endless output, killed; it said: y | y | ").hasSizeLessThan(700);
    assertThat(launch.exitCode()).isNull();
  }

  @Test
  void shouldKillAChildThatPrintsErrorsWithoutEnd() throws IOException {
    Launch launch = child.launch("exec yes oh >&2");
    assertThat(launch.reason()).startsWith("endless error output, killed; it said: oh | oh | oh").endsWith("...");
    assertThat(launch.reason().length()).isLessThan(700);
    assertThat(launch.exitCode()).isNull();
  }

  @Test
  void shouldKillAChildThatClosesItsOutputAndHangs() throws IOException {
    Launch launch = child.hang("exec >&- 2>&-; " + READY + "exec sleep 600");
    assertThat(launch.reason()).matches("still running after [0-9]+ s, killed");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldKillAChildThatFillsTheMemory() throws IOException {
    Launch launch = child.launch(ScriptedChild.FILLS_MEMORY, new ProcessLimits(Duration.ofMinutes(2), 64 << 20));
    // The shell around it may have the time to say that it was killed.
    assertThat(launch.reason()).startsWith("had more than 64 MiB of memory, killed (--memory-limit)");
    assertThat(launch.exitCode()).isNull();
  }

  @Test
  void shouldKillAChildThatFillsItsTemporaryFolder() throws IOException {
    Launch launch = child.launch("head -c 3000000 /dev/zero >file; sleep 600",
        new ProcessLimits(Duration.ofMinutes(2), ProcessLimits.DEFAULT_MEMORY_BYTES, 2 << 20));
    assertThat(launch.reason()).startsWith("had more than 2 MiB in its temporary folder, killed");
    assertThat(launch.exitCode()).isNull();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldBeKilledBeforeAnyOtherProcessIfMemoryRunsOut() throws IOException {
    Path score = folder.resolve("score");
    child.launch("until grep -q 1000 /proc/self/oom_score_adj; do sleep 0.05; done; touch " + score);
    assertThat(score).exists();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldSayThatAChildWasStopped() throws IOException {
    assertThat(child.hang(READY + "kill -STOP $$").reason())
        .isEqualTo("paused during the launch: the child was stopped");
  }

  @Test
  void shouldKillWhatAHangingChildStarted() throws IOException {
    child.hang("sleep 601 & echo $! > " + child.pid() + "; " + READY + "wait");
    assertThat(child.isAlive()).isFalse();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldKillWhatAHangingChildLeftToInit() throws IOException {
    // The process in between ends, so the sleep gets another parent than the child.
    child.hang("(sleep 602 & echo $! > " + child.pid() + "); " + READY + "exec sleep 601");
    assertThat(child.isAlive()).isFalse();
  }
}
