package dev.coldstart.launcher.run;

import dev.coldstart.launcher.launch.LaunchDriver;
import dev.coldstart.launcher.launch.LaunchDriver.Launched;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.StopRule;
import java.io.IOException;
import java.util.List;

/** The first half of a job: the launches, each written down as it ends. */
final class ColdPart implements ColdRun.Listener {

  private final RunRecord record;
  private final Progress progress;

  ColdPart(RunRecord record, Progress progress) {
    this.record = record;
    this.progress = progress;
  }

  StopRule run(RunStart start, Tools tools, LaunchDriver driver, Interruption interruption) throws IOException {
    Manifest.Plan plan = record.plan();
    Precision precision = plan.targetCi() == null
        ? Precision.NEVER
        : tools.analysis().precision(plan.targetCi(), plan.seed(), record::runningArms);
    Means means =
        new Means(driver, tools.guards().apply(record.folder().path()), tools.clockNs(), interruption::isRequested);
    return new ColdRun(arms(start.past()), plan, means, precision, this).run(start.past(), start.budget());
  }

  /** One that was dropped has its place in the first block all the same. */
  private List<PlannedArm> arms(Past past) {
    List<PlannedArm> running = record.running();
    return record.planned().stream().filter(arm -> running.contains(arm) || past.launched(arm)).toList();
  }

  @Override
  public void launched(Launched launched) {
    record.append(launched);
    Launch launch = launched.launch();
    if (!launch.valid()) {
      progress.say("invalid launch: " + launch.arm() + ", fixture " + launch.fixture() + ": " + launch.reason());
    }
  }

  @Override
  public void failed(PlannedArm arm, String reason) {
    record.notRun(arm, "failed twice in its first block: " + reason);
  }

  @Override
  public void blockEnded(BlockEnd end, int done, int total) {
    record.append(end);
    if (end.again() != null) {
      progress.say("block " + end.block() + " of " + end.fixture() + " is to be run again: " + end.again());
    }
    progress.step(end.fixture() + (end.warmup() ? ", warm-up block" : ", block " + end.block()), done, total);
    FreeDisk.check(end.guards(), record.folder().path());
  }

  @Override
  public void stands(String fixture, int block, String reason) {
    progress.say("block " + block + " of " + fixture + " stands as it is, no more may be run again: " + reason);
    record.note(fixture + ": " + record.plan().mostAgain()
        + " blocks were run again, the most that the plan allows; what went wrong later stands as it is");
    record.save();
  }
}
