package dev.coldstart.launcher.scenario;

import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.prepare.Artifacts;
import dev.coldstart.record.Launch;
import dev.coldstart.record.LaunchLine;
import dev.coldstart.record.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Makes launches. The real driver starts processes; tests have one that does not. */
@FunctionalInterface
public interface LaunchDriver extends AutoCloseable {

  /**
   * What is done at one place of a block.
   *
   * @param size how much the scenario does in a launch; null for the headline
   * @param starts how many launches start at the same instant
   */
  record Step(Scenario scenario, Manifest.Scenario size, PlannedArm arm, int starts) {}

  /**
   * @param block number of the fixture's block
   * @param position place in the block
   * @param cache number of the arm's cache to start from, from 0; null where it has one at most
   */
  record Slot(int block, int position, boolean warmup, Integer cache) {}

  /**
   * What a step left.
   *
   * @param lines one for each launch that started together
   * @param engine what the engine said of itself; null when nobody asked, or the child did not come that far
   */
  record Made(List<? extends LaunchLine> lines, String engine) {

    public LaunchLine first() {
      return lines.get(0);
    }

    /** The headline's launch. */
    public Launch launch() {
      return (Launch) first();
    }
  }

  /** Makes a driver that does something beside each launch of the one that measures. */
  @FunctionalInterface
  interface Around {

    Around NOTHING = (launches, preparations, workFolder, timeout) -> launches;

    /**
     * @param workFolder where temporary folders go
     * @param timeout how long one child may take
     */
    LaunchDriver of(LaunchDriver launches, Artifacts preparations, Path workFolder, Duration timeout);
  }

  /**
   * Takes one step; whatever a child does ends in a line, valid or not.
   *
   * @throws IOException when no child can be started on this machine at all
   */
  Made launch(Step step, Slot slot) throws IOException;

  /**
   * Kills the processes that launches left behind, and returns them as text. Looks through all processes of the
   * machine: call it between blocks.
   */
  default List<String> leftBehind() {
    return List.of();
  }

  /** Ends whatever it started. */
  @Override
  default void close() {}
}
