package dev.coldstart.launcher.run;

import dev.coldstart.launcher.scenario.FakeScenarios;
import dev.coldstart.launcher.scenario.ScenarioPlan;
import dev.coldstart.record.Arm;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.BurstLaunch;
import dev.coldstart.record.MemoryLaunch;
import dev.coldstart.record.RunData;
import dev.coldstart.record.Scenarios;
import dev.coldstart.record.Shard;
import dev.coldstart.record.WarmLaunch;
import dev.coldstart.record.io.RunReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** The scenarios of a job. */
class RunPartsTest {

  /** Two fixtures with 3 arms each: five scenarios with one launch, and bursts of 1, 2 and 4. */
  private static final int MADE_A_ROUND = 2 * 3 * (1 + 1 + 1 + 3 + 1 + 1);

  @TempDir
  private Path folder;
  private FakeJob job;

  @BeforeEach
  void makeJob() {
    job = new FakeJob(folder);
    job.scenarios = ScenarioPlan.of(FakeScenarios.everywhere(), 2, 2);
  }

  @Test
  void shouldRunThemBesideTheHeadline() throws IOException {
    assertThat(job.begin()).isEqualTo(MainJob.DONE);
    RunData run = RunReader.read(job.run());
    assertThat(run.manifest().plan().scenarios()).isEqualTo(job.scenarios);
    assertThat(run.scenarios().of(WarmLaunch.class)).hasSize(2 * 2 * 3).noneMatch(launch -> launch.arm().contains("+"));
    assertThat(run.scenarios().of(MemoryLaunch.class)).hasSize(2 * 2 * 3);
    assertThat(run.scenarios().of(BurstLaunch.class)).hasSize(2 * 2 * 3 * (1 + 2 + 4));
    assertThat(run.manifest().notes()).isEmpty();
    assertThat(job.said()).contains(
        "scenarios after the launches, with their blocks for each fixture: cold-to-warm 2, memory 2, second-instance 2, burst 2, runtime-api 2,"
            + " runtime-api-client 2")
        .anySatisfy(line -> assertThat(line).matches("\\[1/24\\] scenario cold-to-warm, (control|hello), block 0, .*"))
        .anySatisfy(line -> assertThat(line).matches("invalid launch: .*, fixture hello: exit code 7"));
  }

  @Test
  void shouldNotLaunchTheBaselineOfTheControlFixtureThatNothingIsComparedWith() throws IOException {
    job.fixtures = List.of("hello");
    assertThat(job.begin()).isEqualTo(MainJob.DONE);
    RunData run = RunReader.read(job.run());
    assertThat(run.arms()).anyMatch(arm -> arm.arm().fixture().equals("control"));
    assertThat(run.scenarios().of(MemoryLaunch.class)).hasSize(2 * 3)
        .allMatch(launch -> launch.fixture().equals("hello"));
  }

  /** Their times are those of one machine. */
  @Test
  void shouldLeaveThemAndJmhToTheFirstShard() throws IOException {
    job.shard = new Shard(2, 2);
    assertThat(job.begin()).isEqualTo(MainJob.DONE);
    RunData run = RunReader.read(job.run());
    assertThat(run.scenarios()).isEqualTo(Scenarios.NONE);
    assertThat(job.observed).isEmpty();
    assertThat(run.manifest().jmh()).isNull();
    assertThat(run.manifest().plan().shard()).isEqualTo(job.shard);
    assertThat(run.manifest().plan().blocks()).isEqualTo(3);
    assertThat(run.blocks()).extracting(BlockEnd::block).containsOnly(1, 3);
    assertThat(run.manifest().arms()).filteredOn(Arm::ran).extracting(Arm::engine).doesNotContainNull();
    assertThat(job.said())
        .anyMatch(line -> line.endsWith("1 blocks for each fixture; this is shard 2 of 2, of a plan with 3"));
  }

  @Test
  void shouldMakeThemAndJmhInTheFirstShard() throws IOException {
    job.shard = new Shard(1, 2);
    assertThat(job.begin()).isEqualTo(MainJob.DONE);
    RunData run = RunReader.read(job.run());
    assertThat(run.scenarios().of(WarmLaunch.class)).hasSize(2 * 2 * 3)
        .extracting(WarmLaunch::block)
        .containsOnly(0, 1);
    assertThat(run.blocks()).extracting(BlockEnd::block).containsOnly(0, 2, 4);
    assertThat(job.observed).isNotEmpty();
  }

  @Test
  void shouldRunNoneUnlessAsked() throws IOException {
    job.scenarios = List.of();
    job.begin();
    RunData run = RunReader.read(job.run());
    assertThat(run.scenarios()).isEqualTo(Scenarios.NONE);
    assertThat(run.manifest().plan().scenarios()).isNull();
    assertThat(job.said()).noneMatch(line -> line.contains("scenario"));
  }

  @Test
  void shouldHaveThemInThePresetsThatRunAtNight() {
    assertThat(Preset.NIGHTLY.scenarios()).isEqualTo(ScenarioPlan.ALL);
    assertThat(Preset.DEFAULT.scenarios()).isEmpty();
  }

  @Test
  void shouldNotMakeAgainWhatWasMadeBeforeTheRunWasCut() throws IOException {
    job.scenarioDriver.before(number -> {
      if (number == MADE_A_ROUND + 2) {
        throw new IOException("No space left on device");
      }
    });
    assertThatThrownBy(job::begin).hasMessageEndingWith(FakeJob.toGoOn(job.run()));
    int launches = job.driver.made().size();

    FakeJob again = new FakeJob(folder);
    assertThat(again.resume(job.run())).isEqualTo(MainJob.DONE);
    assertThat(again.driver.made()).isEmpty();
    assertThat(launches).isPositive();
    assertThat(again.scenarioDriver.made()).hasSize(MADE_A_ROUND - 1)
        .doesNotContainAnyElementsOf(job.scenarioDriver.made());
    assertThat(RunReader.read(job.run()).scenarios().of(BurstLaunch.class)).hasSize(2 * 2 * 3 * (1 + 2 + 4));
    assertThat(job.resume(job.run())).as("complete").isEqualTo(MainJob.DONE);
  }

  @Test
  void shouldNoteWhatTheBudgetCut() throws IOException {
    job.scenarioDriver.before(number -> {
      if (number == 1) {
        job.driver.waste(FakeJob.BUDGET);
      }
    });
    assertThat(job.begin()).isEqualTo(MainJob.DONE);
    assertThat(RunReader.read(job.run()).manifest().notes()).containsExactly(
        "scenario cold-to-warm: 3 blocks were not completed because the time was used up",
        "scenario memory: 4 blocks were not completed because the time was used up",
        "scenario second-instance: 4 blocks were not completed because the time was used up",
        "scenario burst: 4 blocks were not completed because the time was used up",
        "scenario runtime-api: 4 blocks were not completed because the time was used up",
        "scenario runtime-api-client: 4 blocks were not completed because the time was used up");
  }

  @Test
  void shouldNoteWhatWasLeftBehind() throws IOException {
    job.scenarioDriver.leaveBehind("sleep 9 (process 7)");
    job.begin();
    assertThat(RunReader.read(job.run()).manifest().notes()).singleElement()
        .asString()
        .matches(
            "scenario cold-to-warm, .*, block 0 left processes behind, which were killed: sleep 9 \\(process 7\\)");
  }
}
