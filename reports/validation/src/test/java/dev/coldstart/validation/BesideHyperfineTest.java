package dev.coldstart.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.launcher.child.CheckedChildren.Answer;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.plan.SampleArms;
import dev.coldstart.launcher.prepare.Artifacts;
import dev.coldstart.launcher.scenario.LaunchDriver;
import dev.coldstart.launcher.scenario.LaunchDriver.Slot;
import dev.coldstart.launcher.scenario.LaunchDriver.Step;
import dev.coldstart.launcher.scenario.Scenario;
import dev.coldstart.record.Arm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A shell script replaces hyperfine and records its arguments. */
@DisabledOnOs(OS.WINDOWS)
class BesideHyperfineTest {

  private static final String EXPORT = "{\"results\": [{\"times\": [0.0445]}]}";

  @TempDir
  private Path folder;
  private Path calls;
  private Path times;
  private PlannedArm arm;

  @BeforeEach
  void makeArm() throws IOException {
    Path stage = Files.createDirectory(folder.resolve("stage"));
    Files.writeString(stage.resolve("classpath"), "");
    calls = folder.resolve("calls");
    times = folder.resolve("times.jsonl");
    arm = new PlannedArm(SampleArms.configuration("fake.child", false, stage), SampleArms.profile("default"),
        SampleArms.jdk(Path.of("jdk"), 25), SampleArms.fixture("hello"));
  }

  @Test
  void shouldTakeTurnsInComingFirst() throws IOException {
    LaunchDriver beside = beside(EXPORT);
    beside.launch(new Step(Scenario.FIRST_RESPONSE, null, arm, 1), new Slot(1, 0, false, null));
    beside.launch(new Step(Scenario.FIRST_RESPONSE, null, arm, 1), new Slot(2, 0, false, null));
    assertThat(Files.readAllLines(calls)).containsExactly("launch", "hyperfine", "hyperfine", "launch");
  }

  @Test
  void shouldWriteALineATime() throws IOException {
    beside(EXPORT).launch(new Step(Scenario.FIRST_RESPONSE, null, arm, 1), new Slot(3, 1, false, null));
    assertThat(times)
        .hasContent("{\"block\":3,\"arm\":\"fake.child/default/jdk25\",\"fixture\":\"hello\",\"seconds\":0.0445}");
    assertThat(folder.resolve("work")).isEmptyDirectory();
  }

  @Test
  void shouldLeaveWarmUpAndControlsToTheLauncherAlone() throws IOException {
    LaunchDriver beside = beside(EXPORT);
    beside.launch(new Step(Scenario.FIRST_RESPONSE, null, arm, 1), new Slot(0, 0, true, null));
    Arm.Control aa = new Arm.Control(Arm.Control.AA, null, null);
    beside.launch(
        new Step(Scenario.FIRST_RESPONSE, null,
            new PlannedArm(arm.configuration(), arm.profile(), arm.jdk(), arm.fixture(), aa, null), 1),
        new Slot(1, 0, false, null));
    assertThat(Files.readAllLines(calls)).containsExactly("launch", "launch");
  }

  @Test
  void shouldStopWhereHyperfineTimedNothing() throws IOException {
    assertThatThrownBy(
        () -> beside("{}").launch(new Step(Scenario.FIRST_RESPONSE, null, arm, 1), new Slot(1, 0, false, null)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("exported no time: {}");
    assertThatThrownBy(
        () -> beside("{").launch(new Step(Scenario.FIRST_RESPONSE, null, arm, 1), new Slot(1, 0, false, null)))
        .hasMessageContaining("invalid JSON");
  }

  @Test
  void shouldSayWhyHyperfineFailed() throws IOException {
    Path program = program("echo 'Error: Command terminated with non-zero exit code'; exit 1\n");
    assertThatThrownBy(
        () -> beside(program).launch(new Step(Scenario.FIRST_RESPONSE, null, arm, 1), new Slot(1, 0, false, null)))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("could not time a child: exit code 1; it said: Error: Command terminated");
    assertThatThrownBy(() -> beside(folder.resolve("none")).launch(new Step(Scenario.FIRST_RESPONSE, null, arm, 1),
        new Slot(1, 0, false, null))).isInstanceOf(UserError.class).hasMessageContaining("cannot be run");
  }

  /** The export file is the second-to-last argument. */
  private LaunchDriver beside(String export) throws IOException {
    return beside(
        program("echo hyperfine >>" + calls + "\nshift $(($# - 2))\ncat >\"$1\" <<'END'\n" + export + "\nEND\n"));
  }

  private LaunchDriver beside(Path program) throws IOException {
    Path work = Files.createDirectories(folder.resolve("work"));
    LaunchDriver launches = new LaunchDriver() {
      @Override
      public Made launch(Step launched, Slot slot) throws IOException {
        Files.writeString(calls, "launch\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return null;
      }

      @Override
      public Answer answer(PlannedArm arm) {
        return null;
      }
    };
    Artifacts artifacts = new Artifacts(folder.resolve("prepared"), folder.resolve("caches"));
    return new BesideHyperfine(program.toString(), launches, artifacts, work, times, Duration.ofSeconds(20));
  }

  private Path program(String script) throws IOException {
    Path program = Files.writeString(folder.resolve("program"), "#!/bin/sh\n" + script);
    assertThat(program.toFile().setExecutable(true)).isTrue();
    return program;
  }
}
