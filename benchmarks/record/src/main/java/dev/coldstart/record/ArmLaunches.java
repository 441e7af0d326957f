package dev.coldstart.record;

import java.util.List;
import java.util.Set;

/**
 * All launches of one arm and one fixture, in the order in which they ended.
 *
 * @param launches all, also those that do not count; ask {@link #counts}
 * @param againBlocks numbers of the fixture's blocks that were run again, see {@link BlockEnd#again()}
 */
public record ArmLaunches(Arm arm, Launches launches, Set<Integer> againBlocks) {

  /** @param launches of that arm */
  public ArmLaunches(Arm arm, List<Launch> launches, Set<Integer> againBlocks) {
    this(arm, Launches.of(arm, launches), againBlocks);
  }

  /** Whether the i-th is valid, of a block that is neither a warm-up nor run again. */
  public boolean counts(int i) {
    return launches.isValid(i) && !launches.isWarmup(i) && !againBlocks.contains(launches.block(i));
  }

  /** The launches that count, by block. */
  public Launches counted() {
    return launches.only(this::counts);
  }
}
