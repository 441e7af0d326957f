package dev.coldstart.record;

import java.util.List;
import java.util.Set;

/**
 * All launches of one arm and one fixture, in the order in which they ended.
 *
 * @param launches all, also those that do not count; ask {@link #counts}
 * @param againBlocks numbers of the fixture's blocks that were run again, see {@link BlockEnd#again()}
 */
public record ArmLaunches(Arm arm, List<Launch> launches, Set<Integer> againBlocks) {

  public ArmLaunches {
    launches = List.copyOf(launches);
  }

  /** Whether a launch of this arm is valid, of a block that is neither a warm-up nor run again. */
  public boolean counts(Launch launch) {
    return launch.valid() && !launch.warmup() && !againBlocks.contains(launch.block());
  }

  /** The launches that count. */
  public List<Launch> counted() {
    return launches.stream().filter(this::counts).toList();
  }

  /** The launches that are not valid, each with its reason. */
  public List<Launch> invalid() {
    return launches.stream().filter(launch -> !launch.valid()).toList();
  }
}
