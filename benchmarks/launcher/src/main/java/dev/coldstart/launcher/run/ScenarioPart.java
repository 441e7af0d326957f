package dev.coldstart.launcher.run;

import dev.coldstart.launcher.loop.BlockLoop;
import dev.coldstart.launcher.loop.BlockLoop.Precision;
import dev.coldstart.launcher.loop.RecordedLaunches;
import dev.coldstart.launcher.loop.Series;
import dev.coldstart.launcher.machine.BlockGuards;
import dev.coldstart.launcher.plan.Permutations;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.scenario.LaunchDriver;
import dev.coldstart.launcher.scenario.LaunchDriver.Made;
import dev.coldstart.launcher.scenario.ScenarioPlan;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.LaunchLine;
import java.io.IOException;
import java.util.List;

/** The part of a run between the headline and JMH: the scenarios that were asked for, each in a file of its own. */
final class ScenarioPart implements BlockLoop.Listener {

  /** How notes begin that are true only until the scenarios are resumed. */
  static final String NOTE = "scenario ";

  /** Of the headline's budget: what it says is worth more. */
  private static final int PART_OF_BUDGET = 2;

  private final RunContext context;
  private final RunRecord record;

  ScenarioPart(RunContext context) {
    this.context = context;
    this.record = context.record();
  }

  void run(LaunchDriver driver) throws IOException {
    if (record.plan().scenarios() == null) {
      return;
    }
    List<PlannedArm> arms =
        record.running().stream().filter(arm -> ScenarioPlan.launches(arm, record.planned())).toList();
    List<Series> all = record.plan()
        .scenarios()
        .stream()
        .map(size -> Series.beside(size, arms,
            RecordedLaunches.beside(size.id(), context.start().scenarios().of(size.id()))))
        .toList();
    new BlockLoop(all, new Permutations(record.plan().seed()),
        new BlockLoop.Environment(driver, BlockGuards.NONE, context.tools().clockNs(), context::isInterrupted),
        Precision.NEVER, this).run(context.start().budget().dividedBy(PART_OF_BUDGET));
    String reason = context.isInterrupted() ? "the run was stopped" : "the time was used up";
    all.stream().filter(series -> series.left() > 0).forEach(series -> note(series.id(), series.left(), reason));
    record.save();
  }

  private void note(String id, int blocks, String reason) {
    String what = id + ": " + blocks + (blocks == 1 ? " block was" : " blocks were") + " not run to the end, " + reason;
    record.note(NOTE + what);
    context.progress().say(NOTE + what);
  }

  @Override
  public void launched(Made made) {
    record.append(made);
    made.lines().stream().filter(line -> !line.valid()).findFirst().ifPresent(this::tell);
  }

  private void tell(LaunchLine line) {
    context.progress().say("invalid launch: " + line.arm() + ", fixture " + line.fixture() + ": " + line.reason());
  }

  @Override
  public void failed(PlannedArm arm, String reason) {
    throw new IllegalStateException("a scenario drops no arm: " + arm.id());
  }

  @Override
  public void blockEnded(Series series, BlockEnd end, List<String> leftBehind, int done, int total) {
    String name = NOTE + series.id() + ", " + end.fixture() + ", block " + end.block();
    if (!leftBehind.isEmpty()) {
      record.note(name + " left processes behind, which were killed: " + String.join("; ", leftBehind));
    }
    context.progress().step(name, done, total);
  }

  @Override
  public void stands(String fixture, int block, String reason) {
    throw new IllegalStateException("a scenario retries no block: " + block + " of " + fixture);
  }
}
