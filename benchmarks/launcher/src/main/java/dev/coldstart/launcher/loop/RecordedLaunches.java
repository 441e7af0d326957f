package dev.coldstart.launcher.loop;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.scenario.LaunchDriver.Made;
import dev.coldstart.launcher.scenario.LaunchDriver.Slot;
import dev.coldstart.launcher.scenario.LaunchDriver.Step;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.BurstLaunch;
import dev.coldstart.record.Launch;
import dev.coldstart.record.LaunchLine;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * The launches that a run recorded for a scenario before it was interrupted, by their place in the plan. A resumed run
 * goes through its plan from the start and takes recorded launches from here, so it makes the same decisions as an
 * uninterrupted run.
 */
public final class RecordedLaunches {

  private record Block(String fixture, int number) {}

  private record Place(Block block, int position) {}

  private final String file;
  private final Map<Place, Made> left = new HashMap<>();
  private final Map<Block, BlockEnd> ends = new HashMap<>();
  private final Set<ArmKey> arms = new HashSet<>();
  private int launches;

  private RecordedLaunches(String file) {
    this.file = file;
  }

  public static RecordedLaunches none() {
    return new RecordedLaunches("launches.jsonl");
  }

  /** @throws UserError if two launches have the same place */
  public static RecordedLaunches headline(Collection<Launch> launches, Collection<BlockEnd> ends) {
    RecordedLaunches recorded = none();
    launches.forEach(launch -> recorded.add(new Made(List.of(launch), null), launch.position()));
    ends.forEach(end -> recorded.ends.put(new Block(end.fixture(), end.block()), end));
    return recorded;
  }

  /** @param lines all lines in the order of their file; those of one burst are adjacent and complete */
  public static RecordedLaunches beside(String scenario, List<LaunchLine> lines) {
    RecordedLaunches recorded = new RecordedLaunches(scenario + ".jsonl");
    Map<Block, Integer> positions = new HashMap<>();
    for (int i = 0; i < lines.size();) {
      int together = lines.get(i) instanceof BurstLaunch burst ? burst.starts() : 1;
      Made made = new Made(lines.subList(i, i + together), null);
      Block block = new Block(made.first().fixture(), made.first().block());
      recorded.add(made, positions.merge(block, 1, Integer::sum) - 1);
      i += together;
    }
    return recorded;
  }

  private void add(Made made, int position) {
    LaunchLine launch = made.first();
    Place place = new Place(new Block(launch.fixture(), launch.block()), position);
    if (left.put(place, made) != null) {
      throw unfit("holds two launches at " + text(place));
    }
    arms.add(launch.key());
    launches += made.lines().size();
  }

  /** The number of recorded launches. */
  public int launches() {
    return launches;
  }

  /** Whether the arm has a recorded launch. */
  public boolean launched(PlannedArm arm) {
    return arms.contains(arm.key());
  }

  /**
   * Removes and returns the recorded launch at that place. Empty if there is none.
   *
   * @throws UserError if it belongs to another arm, or started from another cache
   */
  Optional<Made> take(Step step, Slot slot) {
    PlannedArm arm = step.arm();
    Place place = new Place(new Block(arm.fixture().id(), slot.block()), slot.position());
    Made made = left.remove(place);
    if (made != null && !(made.first().arm().equals(arm.id()) && made.lines().size() == step.starts())) {
      throw unfit("holds " + made.first().arm() + " at " + text(place) + ", but the plan has " + arm.id());
    }
    if (made != null && made.first() instanceof Launch launch && !Objects.equals(launch.cache(), slot.cache())) {
      throw unfit(
          "holds a launch from cache " + launch.cache() + " at " + text(place) + ", but the plan has " + slot.cache());
    }
    return Optional.ofNullable(made);
  }

  /** The recorded end of the block. Empty if the block was interrupted, or if the scenario does not record ends. */
  Optional<BlockEnd> end(String fixture, int block) {
    return Optional.ofNullable(ends.get(new Block(fixture, block)));
  }

  /** Whether launches from a block of that number or a later one are still to be taken. */
  boolean reaches(int block) {
    return left.keySet().stream().anyMatch(place -> place.block().number() >= block);
  }

  /**
   * Fails unless all recorded launches were taken. Launches are recorded in their order, so a line was lost, or added.
   *
   * @param fixture of the next launch to be made
   * @param slot its place in the plan
   */
  void assertUsedUp(String fixture, Slot slot) {
    left.keySet().stream().findFirst().ifPresent(place -> {
      throw unfit("lacks the launch at " + text(new Place(new Block(fixture, slot.block()), slot.position()))
          + ", but holds one at " + text(place));
    });
  }

  private static String text(Place place) {
    return "fixture " + place.block().fixture() + ", block " + place.block().number() + ", position "
        + place.position();
  }

  private UserError unfit(String how) {
    return new UserError(file + " " + how + ": the run cannot be resumed; make its report, and start a new run");
  }
}
