package dev.coldstart.record;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The content of a run's folder, read and checked.
 *
 * @param arms in the manifest's order; an arm that did not run has no launches
 * @param blocks the completed blocks in order; empty in runs older than {@code blocks.jsonl}
 * @param jmh one element per benchmark that JMH ran
 * @param scenarios launches that are not part of the headline
 * @param warnings problems that a reader of the numbers must know, such as a torn last line
 */
public record RunData(RunFolder folder, Manifest manifest, List<ArmLaunches> arms, List<BlockEnd> blocks,
    List<JmhResult> jmh, Scenarios scenarios, List<String> warnings) {

  /** The arms with launches of their own, so that each launch occurs only once. */
  public Stream<ArmLaunches> launched() {
    return arms.stream().filter(arm -> arm.arm().hasOwnLaunches());
  }

  /**
   * The parts of the run that were measured on different machines, in the order of the manifest. Each is like a run of
   * its own; the first also has JMH's results and the scenarios, which only the first shard makes. A run that was not
   * merged is its only part.
   */
  public List<RunData> byMachine() {
    if (manifest.machines() == 1) {
      return List.of(this);
    }
    return OneMachine.split(this);
  }

  /** @return empty if the manifest has no such arm */
  public Optional<ArmLaunches> arm(ArmKey key) {
    return arms.stream().filter(launches -> launches.arm().key().equals(key)).findFirst();
  }
}
