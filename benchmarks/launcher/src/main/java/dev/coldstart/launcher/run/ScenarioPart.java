package dev.coldstart.launcher.run;

import dev.coldstart.launcher.launch.Preparations;
import dev.coldstart.launcher.plan.Permutations;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.scenario.ScenarioPlan;
import dev.coldstart.launcher.scenario.ScenarioRun;
import dev.coldstart.record.BurstLaunch;
import dev.coldstart.record.Manifest.Scenario;
import dev.coldstart.record.MemoryLaunch;
import dev.coldstart.record.WarmLaunch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The part of a job between the launches and JMH: the scenarios that were asked for, each in a file of its own. */
final class ScenarioPart implements ScenarioRun.Listener {

  /** How notes begin that are true only until the scenarios go on. */
  static final String NOTE = "scenario ";

  /** Of the headline's budget: what it says is worth more. */
  private static final int PART_OF_BUDGET = 2;

  private final RunRecord record;
  private final Progress progress;

  ScenarioPart(RunRecord record, Progress progress) {
    this.record = record;
    this.progress = progress;
  }

  void run(RunStart start, Tools tools, Preparations preparations, Path workFolder, Interruption interruption)
      throws IOException {
    List<Scenario> scenarios = record.plan().scenarios();
    if (scenarios == null) {
      return;
    }
    List<PlannedArm> arms =
        record.running().stream().filter(arm -> ScenarioPlan.launches(arm, record.planned())).toList();
    Permutations permutations = new Permutations(record.plan().seed());
    Map<String, Integer> left = tools.staging()
        .with(preparations, workFolder, Duration.ofMillis(record.plan().timeoutMs()),
            driver -> new ScenarioRun(scenarios, arms, permutations, driver, this, tools.clockNs(),
                interruption::isRequested).run(start.scenarios(), start.budget().dividedBy(PART_OF_BUDGET)));
    String reason = interruption.isRequested() ? "the run was stopped" : "the time was used up";
    left.forEach((id, blocks) -> note(id, blocks, reason));
    record.save();
  }

  private void note(String id, int blocks, String reason) {
    String what = id + ": " + blocks + (blocks == 1 ? " block was" : " blocks were") + " not run to the end, " + reason;
    record.note(NOTE + what);
    progress.say(NOTE + what);
  }

  @Override
  public void launched(WarmLaunch launch) {
    record.append(launch);
    tell(launch.valid(), launch.arm(), launch.fixture(), launch.reason());
  }

  @Override
  public void launched(MemoryLaunch launch) {
    record.append(launch);
    tell(launch.valid(), launch.arm(), launch.fixture(), launch.reason());
  }

  @Override
  public void launched(List<BurstLaunch> launches) {
    record.append(launches);
    launches.stream()
        .filter(launch -> !launch.valid())
        .findFirst()
        .ifPresent(launch -> tell(false, launch.arm(), launch.fixture(), launch.reason()));
  }

  private void tell(boolean valid, String arm, String fixture, String reason) {
    if (!valid) {
      progress.say("invalid launch: " + arm + ", fixture " + fixture + ": " + reason);
    }
  }

  @Override
  public void blockEnded(ScenarioRun.Block block, List<String> leftBehind, int done, int total) {
    String name = NOTE + block.scenario().id() + ", " + block.fixture() + ", block " + block.number();
    if (!leftBehind.isEmpty()) {
      record.note(name + " left processes behind, which were killed: " + String.join("; ", leftBehind));
    }
    progress.step(name, done, total);
  }
}
