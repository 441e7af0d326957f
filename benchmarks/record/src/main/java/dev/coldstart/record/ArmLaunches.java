package dev.coldstart.record;

import java.util.List;
import java.util.Set;

/**
 * All launches of one arm with one fixture, in the order in which they ended.
 *
 * @param launches all launches, including those that do not count, see {@link #counts}
 * @param againBlocks numbers of the fixture's blocks that were retried, see {@link BlockEnd#again()}
 */
public record ArmLaunches(Arm arm, List<Launch> launches, Set<Integer> againBlocks) {

  public ArmLaunches {
    launches = List.copyOf(launches);
  }

  /** Whether a launch of this arm is valid and its block is neither a warm-up nor retried. */
  public boolean counts(Launch launch) {
    return launch.valid() && !launch.warmup() && !againBlocks.contains(launch.block());
  }

  public List<Launch> counted() {
    return launches.stream().filter(this::counts).toList();
  }

  /** The launches that are not valid. Each has a reason. */
  public List<Launch> invalid() {
    return launches.stream().filter(launch -> !launch.valid()).toList();
  }
}
