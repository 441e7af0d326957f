package dev.coldstart.results;

import java.util.List;
import java.util.Set;

/**
 * All launches of one arm and one fixture, in the order in which they ended.
 *
 * @param launches all, also those that do not count; ask {@link #counts}
 * @param againBlocks numbers of the fixture's blocks that were run again, see {@link BlockEnd#again()}
 */
public record ArmLaunches(Arm arm, List<Launch> launches, Set<Integer> againBlocks) {

  /** Whether it is valid, of a block that is neither a warm-up nor run again. */
  public boolean counts(Launch launch) {
    return launch.valid() && !launch.warmup() && !againBlocks.contains(launch.block());
  }

  /** The launches that count, by block. */
  public List<Launch> counted() {
    return launches.stream().filter(this::counts).toList();
  }
}
