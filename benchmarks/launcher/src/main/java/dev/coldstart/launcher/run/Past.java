package dev.coldstart.launcher.run;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.launch.LaunchDriver.Slot;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Launch;
import dev.coldstart.record.RunData;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What was done of a run before, by the place that it has in the plan. A run that goes on goes through its plan from
 * the start and takes from here what is there, so that it comes to the same decisions as the run that was not cut.
 */
final class Past {

  private record Block(String fixture, int number) {}

  private record ArmOf(String fixture, String arm) {}

  private record Place(Block block, int position) {}

  private final Map<Place, Launch> left = new HashMap<>();
  private final Map<Block, BlockEnd> ends = new HashMap<>();
  private final Set<ArmOf> arms = new HashSet<>();
  private final int launches;

  /** @throws UserError when two launches have the same place */
  Past(Collection<Launch> launches, Collection<BlockEnd> ends) {
    this.launches = launches.size();
    for (Launch launch : launches) {
      Place place = new Place(new Block(launch.fixture(), launch.block()), launch.position());
      if (left.put(place, launch) != null) {
        throw unfit("holds two launches at " + text(place));
      }
      arms.add(new ArmOf(launch.fixture(), launch.arm()));
    }
    ends.forEach(end -> this.ends.put(new Block(end.fixture(), end.block()), end));
  }

  static Past none() {
    return new Past(List.of(), List.of());
  }

  static Past of(RunData run) {
    return new Past(run.arms().stream().flatMap(arm -> arm.launches().stream()).toList(), run.blocks());
  }

  /** How many launches were made before. */
  int launches() {
    return launches;
  }

  /** Whether the arm was launched before. */
  boolean launched(PlannedArm arm) {
    return arms.contains(new ArmOf(arm.fixture().id(), arm.id()));
  }

  /**
   * Gives out the launch of that place; empty when it was not made.
   *
   * @throws UserError when it is another arm's
   */
  Optional<Launch> take(PlannedArm arm, Slot slot) {
    Place place = new Place(new Block(arm.fixture().id(), slot.block()), slot.position());
    Launch launch = left.remove(place);
    if (launch != null && !launch.arm().equals(arm.id())) {
      throw unfit("holds " + launch.arm() + " at " + text(place) + ", where the plan has " + arm.id());
    }
    return Optional.ofNullable(launch);
  }

  /** How the block ended; empty when it was cut. */
  Optional<BlockEnd> end(String fixture, int block) {
    return Optional.ofNullable(ends.get(new Block(fixture, block)));
  }

  /** Whether a block of that number or a later one was begun and is not yet gone through. */
  boolean reaches(int block) {
    return left.keySet().stream().anyMatch(place -> place.block().number() >= block);
  }

  /** Fails unless all was given out: to launch then would be to launch something twice. */
  void assertUsedUp() {
    left.keySet().stream().findFirst().ifPresent(place -> {
      throw unfit("holds a launch at " + text(place) + ", which the plan has not");
    });
  }

  private static String text(Place place) {
    return "fixture " + place.block().fixture() + ", block " + place.block().number() + ", position "
        + place.position();
  }

  private static UserError unfit(String how) {
    return new UserError("launches.jsonl " + how + ": the run cannot go on; make its report, and start a new run");
  }
}
