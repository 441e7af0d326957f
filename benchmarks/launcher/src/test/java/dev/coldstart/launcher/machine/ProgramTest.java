package dev.coldstart.launcher.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.launcher.child.ScriptedChild;
import dev.coldstart.launcher.machine.ProcessLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ProgramTest {

  private static final Duration AMPLE = Duration.ofMinutes(2);

  @TempDir
  private Path folder;

  @Test
  void shouldTellTheTimeOfWhatEndedWellAlone() throws IOException {
    assertThat(Program.run(shell("exit 0"), AMPLE)).isPresent();
    assertThat(Program.run(shell("exit 3"), AMPLE)).isEmpty();
  }

  @Test
  void shouldSayHowItFailed() throws IOException {
    assertThat(Program.end(shell("exit 0"), AMPLE).failure()).isNull();
    assertThat(Program.end(shell("exit 3"), AMPLE).failure()).isEqualTo("exit code 3");
    assertThat(Program.end(shell("kill -KILL $$"), AMPLE).failure())
        .isEqualTo("exit code 137 (SIGKILL, usual when memory runs out)");
    assertThat(Program.end(shell("sleep 600"), Duration.ofSeconds(1)).failure())
        .isEqualTo("still running after 1 s, killed");
  }

  @Test
  void shouldKillWhatPrintsWithoutEnd() throws IOException {
    assertThat(Program.end(shell("exec yes"), AMPLE).failure()).isEqualTo("endless output, killed");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldKillWhatHasTooMuchMemory() throws IOException {
    ProcessLimits limits = new ProcessLimits(AMPLE, 64 << 20);
    assertThat(Program.end(shell(ScriptedChild.FILLS_MEMORY), limits).failure())
        .isEqualTo("had more than 64 MiB of memory, killed (--memory-limit)");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void shouldKillWhatTakesTooLongWithAllThatItStarted() throws IOException {
    Path pid = folder.resolve("pid");
    Duration timeout = Duration.ofSeconds(1);
    do {
      assertThat(Program.run(shell("sleep 600 & echo $! > pid.new; mv pid.new " + pid + "; wait"), timeout)).isEmpty();
      timeout = timeout.multipliedBy(2);
    } while (!Files.exists(pid));
    assertThat(ScriptedChild.isAliveByPidIn(pid)).isFalse();
  }

  @Test
  void shouldKeepTheEnvironmentFromAJvm() throws IOException {
    ProcessBuilder builder = shell("test -z \"$JAVA_TOOL_OPTIONS$CLASSPATH\"");
    builder.environment().put("JAVA_TOOL_OPTIONS", "-Xint");
    builder.environment().put("CLASSPATH", "/else/where");
    assertThat(Program.run(builder, AMPLE)).isPresent();
  }

  @Test
  void shouldFailWhereItIsInterrupted() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Program.run(shell("sleep 600"), AMPLE)).hasMessage("interrupted while sh ran");
    assertThat(Thread.interrupted()).isTrue();
  }

  private ProcessBuilder shell(String script) {
    return new ProcessBuilder("sh", "-c", script).directory(folder.toFile())
        .redirectOutput(folder.resolve("out").toFile());
  }
}
