package dev.coldstart.record;

import dev.coldstart.record.Manifest.Machine;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a merged run was made from.
 *
 * @param of number of shards of the plan
 * @param shards those that are in the run, by their numbers; at least one
 * @param machines those that they ran on, in the order of their first shards. Shards of one machine share an element
 */
public record Merged(int of, @Required List<Part> shards, @Required List<Machine> machines) {

  /** @throws IllegalArgumentException if it contradicts itself */
  public Merged {
    for (Part part : shards) {
      new Shard(part.shard, of);
      if (part.machine < 1 || part.machine > machines.size()) {
        throw new IllegalArgumentException(
            "shard " + part.shard + " is of machine " + part.machine + ", which is not listed");
      }
    }
    if (shards.isEmpty()) {
      throw new IllegalArgumentException("a merged run needs a shard");
    }
  }

  /**
   * One shard.
   *
   * @param machine number of its machine, from 1
   * @param runId of its own run
   * @param stoppedBy the rule that ended it, see {@link Manifest#stoppedBy()}
   */
  public record Part(int shard, int machine, @Required String runId, @Required Instant startedAt,
      @Required Instant endedAt, @Required String stoppedBy) {}

  /** The numbers of the shards that are not in the run. */
  public List<Integer> missing() {
    int[] machines = machineByShard();
    return IntStream.rangeClosed(1, of).filter(shard -> machines[shard - 1] == 0).boxed().toList();
  }

  /** The numbers of a machine's shards. */
  public List<Integer> shardsOf(int machine) {
    return shards.stream().filter(part -> part.machine == machine).map(Part::shard).toList();
  }

  /** By a shard's number minus 1, the number of its machine; 0 for a shard that is not in the run. */
  int[] machineByShard() {
    int[] machines = new int[of];
    shards.forEach(part -> machines[part.shard - 1] = part.machine);
    return machines;
  }
}
