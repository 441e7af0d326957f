package dev.coldstart.launcher.child;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.machine.ProcessLimits;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ChildEnvironmentTest {

  @TempDir
  private Path folder;

  @Test
  void shouldTakeVariablesAwayFromAChildAndLeaveOthers() throws IOException {
    assertThat(homeOfAChildWithout("NO_SUCH_VARIABLE")).isNotEqualTo("none");
    assertThat(homeOfAChildWithout("HOME")).isEqualTo("none");
  }

  /** The value that a child sees of a variable that every process here has. */
  private String homeOfAChildWithout(String unset) throws IOException {
    List<String> command = List.of("/bin/sh", "-c", "echo ${HOME-none}");
    try (ChildProcess children = new ChildProcess()) {
      ChildOutcome outcome = children.run(command, List.of(unset), Map.of(), Optional.empty(), folder,
          folder.resolve("stderr"), 3, ProcessLimits.of(Duration.ofSeconds(20)), StartBarrier.OPEN);
      return new String(outcome.response(), StandardCharsets.UTF_8).strip();
    }
  }
}
