package dev.coldstart.launcher.scenario;

import dev.coldstart.launcher.child.CheckedChildren.Answer;
import dev.coldstart.launcher.child.CheckedChildren;
import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.prepare.Artifacts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Launches real children, each with its own temporary folder, which is removed outside the clock. */
public final class ProcessLauncher implements LaunchDriver {

  /** The additional time limit for a scenario's child, which does more work or shares the processors. */
  private static final Duration LONGER = Duration.ofSeconds(60);

  private final CheckedChildren headline;
  private final Supplier<CheckedChildren> newLane;

  /** Each runs one child at a time, so a burst needs as many as it has children. */
  private final List<CheckedChildren> lanes = new ArrayList<>();

  /**
   * @param workFolder the parent folder for the children's temporary folders
   * @param limits the limits of one child of the headline
   */
  public ProcessLauncher(Artifacts artifacts, Path workFolder, ProcessLimits limits) {
    this.headline = new CheckedChildren(artifacts, workFolder, limits);
    this.newLane = () -> new CheckedChildren(artifacts, workFolder, limits.withTime(limits.time().plus(LONGER)));
  }

  @Override
  public Made launch(Step step, Slot slot) throws IOException {
    return step.scenario().launch(this, step, slot);
  }

  @Override
  public Answer answer(PlannedArm arm) throws IOException {
    return headline.answer(arm);
  }

  CheckedChildren headline() {
    return headline;
  }

  /** As many runners as a scenario has children at the same time. */
  List<CheckedChildren> lanes(int count) {
    while (lanes.size() < count) {
      lanes.add(newLane.get());
    }
    return lanes.subList(0, count);
  }

  @Override
  public List<String> leftBehind() {
    return Stream.concat(Stream.of(headline), lanes.stream()).flatMap(lane -> lane.leftBehind().stream()).toList();
  }

  @Override
  public void close() {
    headline.close();
    lanes.forEach(CheckedChildren::close);
  }
}
