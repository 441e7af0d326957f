package dev.coldstart.validation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A shell script replaces the real JVM and prints its arguments. */
@DisabledOnOs(OS.WINDOWS)
class FaultyJdkTest {

  @TempDir
  private Path folder;
  private FaultyJdk jdk;

  @BeforeEach
  void copyJdk() throws IOException {
    Path java = Files.createDirectories(folder.resolve("installed/bin")).resolve("java");
    Files.writeString(java, "#!/bin/sh\necho \"real $*\"\n");
    assertThat(java.toFile().setExecutable(true)).isTrue();
    jdk = FaultyJdk.copyOf(folder.resolve("installed"), folder.resolve("copies/jdk"));
  }

  @Test
  void shouldBeJavaUnlessAFaultIsPlanned() throws Exception {
    assertThat(start(true, "-version")).isEqualTo("real -version");
    assertThat(Files.readString(folder.resolve("installed/bin/java"))).as("the installed one").contains("real");
  }

  @Test
  void shouldDoWhatIsPlannedInThatLaunchAlone() throws Exception {
    jdk.plan(FaultyJdk.Of.LAUNCH, "echo no answer; exit 3", 2, 3);
    assertThat(start(false, "a")).isEqualTo("real a");
    assertThat(start(true, "b")).isEqualTo("real b");
    assertThat(start(true, "c")).isEqualTo("no answer");
    assertThat(start(true, "d")).isEqualTo("no answer");
    assertThat(start(true, "e")).isEqualTo("real e");
    assertThat(jdk.started()).isEqualTo(4);
    jdk.heal();
    assertThat(start(true, "f")).isEqualTo("real f");
  }

  @Test
  void shouldTellForksOfJmhFromLaunches() throws Exception {
    jdk.plan(FaultyJdk.Of.FORK, "echo no fork; exit 3", 1, 1);
    assertThat(start(true, "a.Child")).isEqualTo("real a.Child");
    assertThat(start(false, "org.openjdk.jmh.runner.ForkedMain")).isEqualTo("no fork");
  }

  @Test
  void shouldComeBackWhereItWasAway() throws Exception {
    jdk.takeAway();
    assertThat(jdk.java()).doesNotExist();
    jdk.heal();
    assertThat(start(true, "a")).isEqualTo("real a");
  }

  @Test
  void shouldTellTheLauncherFromLaunches() throws Exception {
    jdk.plan(FaultyJdk.Of.LAUNCHER, "export TOLD=much\n", 1, 9);
    Files.writeString(jdk.home().resolve("bin/java.real"), "#!/bin/sh\necho \"$TOLD\"\n");
    assertThat(start(true, "a.Child")).isEmpty();
    ProcessBuilder launcher =
        new ProcessBuilder(jdk.java().toString(), "dev.coldstart.command.Main", "run", "--resume");
    launcher.environment().put(FaultyJdk.LAUNCH, "0123");
    assertThat(launcher.start().inputReader().readLine()).isEqualTo("much");
  }

  private String start(boolean launch, String argument) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(jdk.java().toString(), argument);
    if (launch) {
      builder.environment().put(FaultyJdk.LAUNCH, "0123-1");
    }
    return new String(builder.start().getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
  }
}
