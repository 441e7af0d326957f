package dev.coldstart.validation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class ProcessesTest {

  private static final String MARK = "test-" + ProcessHandle.current().pid() + "-1.";

  @Test
  void shouldFindAndKillWhatAMarkedProcessLeavesBehind() throws Exception {
    Processes marked = new Processes(MARK);
    ProcessBuilder builder = new ProcessBuilder("sh", "-c", "sleep 600 >/dev/null 2>&1 & echo $!");
    builder.environment().put(Processes.VARIABLE, MARK);
    Process parent = builder.start();
    long pid = Long.parseLong(parent.inputReader().readLine());
    assertThat(parent.waitFor()).isZero();

    assertThat(marked.alive()).singleElement().satisfies(found -> {
      assertThat(found.pid()).isEqualTo(pid);
      assertThat(found.isLaunch()).isFalse();
      assertThat(found.isLauncher()).isFalse();
    });
    assertThat(new Processes("test-another").alive()).isEmpty();
    marked.kill();
    assertThat(marked.alive()).isEmpty();
  }

  @Test
  void shouldTellLaunchesFromOthers() throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder("sleep", "600");
    builder.environment().put(Processes.VARIABLE, MARK + "launch");
    builder.environment().put(FaultyJdk.LAUNCH, "0123-1");
    Process launch = builder.start();
    try {
      assertThat(new Processes(MARK + "launch").alive()).singleElement().matches(Processes.Found::isLaunch);
    } finally {
      launch.destroyForcibly();
      assertThat(launch.waitFor(1, TimeUnit.MINUTES)).isTrue();
    }
  }
}
