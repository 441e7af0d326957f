package dev.coldstart.launcher.scenario;

import dev.coldstart.launcher.child.CheckedChildren;
import dev.coldstart.launcher.prepare.Artifacts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Launches real children, each with a temporary folder of its own that is removed outside the clock. */
public final class ProcessLauncher implements LaunchDriver {

  /** What a scenario's child may take beside what one of the headline may: it goes on, or shares the processors. */
  private static final Duration LONGER = Duration.ofSeconds(60);

  private final CheckedChildren headline;
  private final Supplier<CheckedChildren> newLane;

  /** Each runs one child at a time: a burst takes as many as it has children. */
  private final List<CheckedChildren> lanes = new ArrayList<>();

  /**
   * @param workFolder where the children's temporary folders go
   * @param timeout how long one child of the headline may take
   */
  public ProcessLauncher(Artifacts artifacts, Path workFolder, Duration timeout) {
    this.headline = new CheckedChildren(artifacts, workFolder, timeout);
    this.newLane = () -> new CheckedChildren(artifacts, workFolder, timeout.plus(LONGER));
  }

  @Override
  public Made launch(Step step, Slot slot) throws IOException {
    return step.scenario().launch(this, step, slot);
  }

  /** What runs the headline's children. */
  CheckedChildren headline() {
    return headline;
  }

  /** What runs so many children of a scenario side by side. */
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
