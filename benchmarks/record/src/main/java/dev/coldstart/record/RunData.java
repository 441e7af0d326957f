package dev.coldstart.record;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a run's folder says, read and checked.
 *
 * @param arms in the manifest's order; an arm that did not run has no launches
 * @param blocks those that were run to their end, in order; empty in runs older than their file
 * @param jmh one element a benchmark that JMH ran
 * @param scenarios launches that are no part of the headline
 * @param warnings what a reader of the numbers must know: a torn last line, phases that do not add up
 */
public record RunData(RunFolder folder, Manifest manifest, List<ArmLaunches> arms, List<BlockEnd> blocks,
    List<JmhResult> jmh, Scenarios scenarios, List<String> warnings) {

  /** The arms with launches of their own, so that each launch is here once. */
  public Stream<ArmLaunches> launched() {
    return arms.stream().filter(arm -> arm.arm().hasOwnLaunches());
  }

  /** @return empty where the manifest has no such arm */
  public Optional<ArmLaunches> arm(ArmKey key) {
    return arms.stream().filter(launches -> launches.arm().key().equals(key)).findFirst();
  }
}
