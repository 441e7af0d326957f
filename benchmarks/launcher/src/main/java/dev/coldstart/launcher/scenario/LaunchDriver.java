package dev.coldstart.launcher.scenario;

import dev.coldstart.launcher.child.CheckedChildren.Answer;
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
public interface LaunchDriver extends AutoCloseable {

  /**
   * One position in a block's plan.
   *
   * @param size how much the scenario does in a launch; null for the headline
   * @param starts how many launches start at the same instant
   */
  record Step(Scenario scenario, Manifest.Scenario size, PlannedArm arm, int starts) {}

  /**
   * @param block the number of the fixture's block
   * @param position the position in the block
   * @param cache the index of the arm's cache to start from, from 0; null if it has at most one
   * @param isFirst whether the block is the first of the run
   */
  record Slot(int block, int position, boolean warmup, Integer cache, boolean isFirst) {

    /** In a run that makes its whole plan, the first block has the number 0. */
    public Slot(int block, int position, boolean warmup, Integer cache) {
      this(block, position, warmup, cache, block == 0);
    }
  }

  /**
   * The result of a step.
   *
   * @param lines one for each launch that started together
   * @param engine the engine's own name for itself; null if it was not asked, or if the child did not get that far
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

  /** Wraps the driver that measures in one that adds an action to each launch. */
  @FunctionalInterface
  interface Around {

    Around NOTHING = (launches, preparations, workFolder, timeout) -> launches;

    /**
     * @param workFolder the parent folder for temporary folders
     * @param timeout the time limit for one child
     */
    LaunchDriver of(LaunchDriver launches, Artifacts preparations, Path workFolder, Duration timeout);
  }

  /**
   * Takes one step. Whatever a child does, valid or not, is recorded as a line.
   *
   * @throws IOException if no child can be started on this machine at all
   */
  Made launch(Step step, Slot slot) throws IOException;

  /**
   * Launches an arm only to learn its response.
   *
   * @throws IOException if no child can be started on this machine at all
   */
  Answer answer(PlannedArm arm) throws IOException;

  /**
   * Kills the processes that launches left behind, and returns a description of each. Examines all processes of the
   * machine, so call it only between blocks.
   */
  default List<String> leftBehind() {
    return List.of();
  }

  /** Ends all processes that the driver started. */
  @Override
  default void close() {}
}
