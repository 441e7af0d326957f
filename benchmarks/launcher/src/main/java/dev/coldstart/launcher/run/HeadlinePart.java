package dev.coldstart.launcher.run;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.plan.Permutations;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.scenario.LaunchDriver;
import dev.coldstart.launcher.scenario.LaunchDriver.Made;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Guards;
import dev.coldstart.record.LaunchLine;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.StopRule;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** The first part of a run: the launches of the headline, each written down as it ends. */
final class HeadlinePart implements BlockLoop.Listener {

  /** Raw data of the largest preset are a tenth of it. */
  static final long LEAST_FREE_BYTES = 256L << 20;

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
    assertFree(end.guards(), record.folder().path());
  }

  /**
   * Stops a run before its disk is full: a full disk tears lines, and spoils what else uses it.
   *
   * @param guards null when the machine was not watched
   * @throws UserError when too little is free; what was measured is kept
   */
  static void assertFree(Guards guards, Path run) {
    if (guards != null && guards.freeBytes() != null && guards.freeBytes() < LEAST_FREE_BYTES) {
      throw new UserError(String.format(Locale.ROOT,
          "only %.0f MB are free on the disk of %s, and a run needs %.0f: make room, then go on with"
              + " coldstart run --resume %s",
          guards.freeBytes() / 1e6, run, LEAST_FREE_BYTES / 1e6, run));
    }
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
