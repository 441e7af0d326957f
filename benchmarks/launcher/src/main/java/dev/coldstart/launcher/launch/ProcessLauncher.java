package dev.coldstart.launcher.launch;

import dev.coldstart.launcher.launch.CheckedChildren.Checked;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.Launch;
import dev.coldstart.spi.ColdStart;
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
    Checked child = children.run(arm, identify ? List.of(ColdStart.IDENTIFY) : List.of(), Gate.OPEN);
    Launch launch = child.broken().isPresent()
        ? invalid(arm, slot, child.startedAtMs(), child.seen(), child.broken().get())
        : valid(arm, slot, child.startedAtMs(), child.seen(), child.reported().get());
    return new Launched(launch, child.reported().map(Reported::engine).orElse(null));
  }

  private static Launch valid(PlannedArm arm, Slot slot, long startedAtMs, Seen seen, Reported reported) {
    long[] stampsNs = reported.stampsNs();
    return new Launch(slot.block(), slot.position(), arm.id(), arm.fixture().id(), slot.warmup(), true, null,
        startedAtMs, seen.respondedNs() - seen.startedNs(), seen.exitedNs() - seen.startedNs(),
        Phases.of(seen.startedNs(), stampsNs, seen.respondedNs(), arm.configuration().fused()),
        seen.respondedNs() - stampsNs[stampsNs.length - 1], reported.number("cpuNs"), reported.number("runQueueNs"),
        reported.number("peakRssBytes"), reported.number("majorFaults"), reported.number("classesLoaded"),
        reported.number("classesFromArchive"), reported.number("jitNs"), reported.number("gcNs"), seen.exitCode());
  }

  /** Times of a launch that does not count are left out, but for the time until its end, which explains a hang. */
  private static Launch invalid(PlannedArm arm, Slot slot, long startedAtMs, Seen seen, String reason) {
    return new Launch(slot.block(), slot.position(), arm.id(), arm.fixture().id(), slot.warmup(), false, reason,
        startedAtMs, null, seen.exitedNs() - seen.startedNs(), null, null, null, null, null, null, null, null, null,
        null, seen.killed() ? null : Integer.valueOf(seen.exitCode()));
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
