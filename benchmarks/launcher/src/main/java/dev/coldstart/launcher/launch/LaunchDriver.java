package dev.coldstart.launcher.launch;

import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.results.Launch;
import java.io.IOException;
import java.util.List;

/** Makes launches. The real one starts processes; tests have one that does not. */
@FunctionalInterface
public interface LaunchDriver {

  /**
   * @param block number of the fixture's block
   * @param position place in the block
   */
  record Slot(int block, int position, boolean warmup) {}

  /**
   * @param engine what the engine said of itself; null when the child did not come that far
   */
  record Launched(Launch launch, String engine) {}

  /**
   * Makes one launch; whatever the child does ends in a launch, valid or not.
   *
   * @throws IOException when no child can be started on this machine at all
   */
  Launched launch(PlannedArm arm, Slot slot) throws IOException;

  /** Processes that launches left behind since this was last asked, in words; they have been killed. */
  default List<String> leftBehind() {
    return List.of();
  }
}
