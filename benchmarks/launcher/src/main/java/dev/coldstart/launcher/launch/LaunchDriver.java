package dev.coldstart.launcher.launch;

import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.Launch;
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

  /**
   * Kills what launches left running behind them, and says what that was, by command; to be asked between blocks, for
   * it looks through all processes of the machine. Empty where nothing was found.
   */
  default List<String> leftBehind() {
    return List.of();
  }
}
