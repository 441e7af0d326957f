package dev.coldstart.launcher.launch;

import dev.coldstart.child.ColdStart;
import dev.coldstart.launcher.launch.CheckedChildren.CheckedLaunch;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.Counters;
import dev.coldstart.record.Launch;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Launches real children, each with a temporary folder of its own that is removed outside the clock. */
public final class ProcessLauncher implements LaunchDriver, AutoCloseable {

  private final CheckedChildren children;

  /**
   * @param workFolder where the children's temporary folders go
   * @param timeout how long one child may take
   */
  public ProcessLauncher(Preparations preparations, Path workFolder, Duration timeout) {
    this.children = new CheckedChildren(preparations, workFolder, timeout);
  }

  @Override
  public Launched launch(PlannedArm arm, Slot slot) throws IOException {
    // Each time where that is cheap: a program can be replaced by another under the same name.
    boolean identify = slot.block() == 0 || arm.configuration().program().isPresent();
    CheckedLaunch child = children.run(arm, identify ? List.of(ColdStart.IDENTIFY) : List.of(), Gate.OPEN);
    Launch launch = child.broken().isPresent()
        ? invalid(arm, slot, child.startedAtMs(), child.outcome(), child.broken().get())
        : valid(arm, slot, child.startedAtMs(), child.outcome(), child.report().get());
    return new Launched(launch, child.report().map(ParsedChildReport::engine).orElse(null));
  }

  private static Launch valid(PlannedArm arm, Slot slot, long startedAtMs, ChildOutcome outcome,
      ParsedChildReport report) {
    long[] stampsNs = report.stampsNs();
    return new Launch(slot.block(), slot.position(), arm.id(), arm.fixture().id(), slot.warmup(), true, null,
        startedAtMs, outcome.respondedNs() - outcome.startedNs(), outcome.exitedNs() - outcome.startedNs(),
        Phases.of(outcome.startedNs(), stampsNs, outcome.respondedNs(), arm.configuration().fused()),
        outcome.respondedNs() - stampsNs[stampsNs.length - 1], Counters.of(report::counter), outcome.exitCode());
  }

  /** Times of a launch that does not count are left out, but for the time until its end, which explains a hang. */
  private static Launch invalid(PlannedArm arm, Slot slot, long startedAtMs, ChildOutcome outcome, String reason) {
    return new Launch(slot.block(), slot.position(), arm.id(), arm.fixture().id(), slot.warmup(), false, reason,
        startedAtMs, null, outcome.exitedNs() - outcome.startedNs(), null, null, Counters.NONE,
        outcome.killed() ? null : Integer.valueOf(outcome.exitCode()));
  }

  @Override
  public List<String> leftBehind() {
    return children.leftBehind();
  }

  @Override
  public void close() {
    children.close();
  }
}
