package dev.coldstart.launcher.run;

import dev.coldstart.launcher.loop.BlockLoop;
import dev.coldstart.launcher.loop.BlockLoop.Precision;
import dev.coldstart.launcher.loop.RecordedLaunches;
import dev.coldstart.launcher.loop.Series;
import dev.coldstart.launcher.machine.MachineGuards;
import dev.coldstart.launcher.plan.Permutations;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.scenario.LaunchDriver;
import dev.coldstart.launcher.scenario.LaunchDriver.Made;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.LaunchLine;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.StopRule;
import java.io.IOException;
import java.util.List;

/** The first part of a run: the launches of the headline, each written down as it ends. */
public final class HeadlinePart implements BlockLoop.Listener {

  private final RunContext context;
  private final RunRecord record;

  HeadlinePart(RunContext context) {
    this.context = context;
    this.record = context.record();
  }

  StopRule run(LaunchDriver driver) throws IOException {
    Manifest.Plan plan = record.plan();
    RecordedLaunches recorded = context.start().recorded();
    Tools tools = context.tools();
    Precision precision = plan.targetCi() == null
        ? Precision.NEVER
        : tools.analysis().precision(plan.targetCi(), plan.seed(), record::runningArms);
    // An arm that was dropped has its place in the first block all the same.
    List<PlannedArm> arms =
        record.planned().stream().filter(arm -> record.whyNotRun(arm) == null || recorded.launched(arm)).toList();
    BlockLoop.Environment environment = new BlockLoop.Environment(driver, tools.guards().apply(record.folder().path()),
        tools.clockNs(), context::isInterrupted);
    return new BlockLoop(List.of(Series.headline(plan, arms, recorded)), new Permutations(plan.seed()), environment,
        precision, this).run(context.start().budget());
  }

  @Override
  public void launched(Made made) {
    record.append(made);
    LaunchLine launch = made.first();
    if (!launch.valid()) {
      context.progress()
          .say("invalid launch: " + launch.arm() + ", fixture " + launch.fixture() + ": " + launch.reason());
    }
  }

  @Override
  public void failed(PlannedArm arm, String reason) {
    record.notRun(arm, "failed twice in its first block: " + reason);
  }

  @Override
  public void blockEnded(Series series, BlockEnd end, List<String> leftBehind, int done, int total) {
    record.append(end);
    if (end.again() != null) {
      context.progress().say("block " + end.block() + " of " + end.fixture() + " is to be run again: " + end.again());
    }
    context.progress().step(end.fixture() + (end.warmup() ? ", warm-up block" : ", block " + end.block()), done, total);
    MachineGuards.assertFree(end.guards(), record.folder().path());
  }

  @Override
  public void stands(String fixture, int block, String reason) {
    context.progress()
        .say("block " + block + " of " + fixture + " stands as it is, no more may be run again: " + reason);
    record.note(fixture + ": " + record.plan().mostAgain()
        + " blocks were run again, the most that the plan allows; what went wrong later stands as it is");
    record.save();
  }
}
