package dev.coldstart.jmh;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WatchdogTest {

  private final List<Process> started = new ArrayList<>();

  @AfterEach
  void killAll() {
    started.forEach(Process::destroyForcibly);
  }

  @Test
  void shouldKillOnlyWhatWasStartedSince() throws Exception {
    Process before = start();
    try (Watchdog watchdog = new Watchdog(Duration.ofMillis(100))) {
      assertThat(start().waitFor(10, TimeUnit.SECONDS)).isTrue();
      assertThat(watchdog.expired()).isTrue();
    }
    assertThat(before.isAlive()).isTrue();
  }

  @Test
  void shouldLeaveNothingBehindWhenItsCallerGivesUp() throws Exception {
    Process since;
    try (Watchdog watchdog = new Watchdog(Duration.ofHours(1))) {
      since = start();
      assertThat(watchdog.expired()).isFalse();
    }
    assertThat(since.waitFor(10, TimeUnit.SECONDS)).isTrue();
  }

  private Process start() throws IOException {
    Process process = new ProcessBuilder("sleep", "60").start();
    started.add(process);
    return process;
  }
}
