package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest.Limits;
import dev.coldstart.record.Manifest.Plan;
import dev.coldstart.record.RunData;
import dev.coldstart.stats.run.References.Group;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A reason why a run is not to be believed, or not all of it. */
public sealed interface Doubt {

  /** Below this many blocks an interval's coverage is short of 95 %, most of all where launches are skewed. */
  int ENOUGH_BLOCKS = 20;

  /** The same of arms that are launched in some of the blocks only, whose ratios are large. */
  int ENOUGH_SPARSE_LAUNCHES = 8;

  /**
   * No launch counts.
   *
   * @param launches that were made
   * @param invalid how many of them
   * @param reason of the first that is invalid, or where none was made why the first arm did not run; null where no
   * such thing is known
   */
  record NothingMeasured(int launches, int invalid, String reason) implements Doubt {}

  /** In no fixture do launches count of an arm and of another to compare it with: the baseline alone ran, say. */
  record NothingCompared() implements Doubt {}

  /** JMH was to observe in so many forks, and there is no result of any. */
  record NothingOfJmh(int forks) implements Doubt {}

  record ControlFailed(ControlResult control) implements Doubt {}

  /** Of a control whose reference has launches that count. */
  record ControlWithoutLaunches(Arm control) implements Doubt {}

  /** The run did not check the harness: no control ran, or nothing that one could be compared with. */
  record NoControl() implements Doubt {}

  /** Arms are compared, and nothing shows how far the same command differs from itself there. */
  record NoAa(int groups, Group first) implements Doubt {}

  record Unjudged(int controls, int of) implements Doubt {}

  /** Two caches of the very same command differ: in the interval of no arm with a cache is how much its own is off. */
  record CachesDiffer(ControlResult aa) implements Doubt {}

  /**
   * @param arms that have fewer launches that count than {@code enough}
   * @param enough {@link #ENOUGH_BLOCKS}, or {@link #ENOUGH_SPARSE_LAUNCHES}
   */
  record FewLaunches(int arms, int fewest, Arm ofArm, int enough) implements Doubt {}

  /** Blocks beyond a limit are retried, until as many were as may be: what stands then is no sound basis. */
  record Disturbed(int blocks, int of) implements Doubt {}

  /** Whether nothing of the run is to be believed. */
  default boolean isFatal() {
    return this instanceof ControlFailed || this instanceof ControlWithoutLaunches;
  }

  /** Why a run is not sound; empty when it is. Where any is fatal, all are. */
  static List<Doubt> of(RunData run, List<ControlResult> controls) {
    if (run.launched().allMatch(arm -> arm.counted().isEmpty())) {
      return List.of(nothingMeasured(run));
    }
    List<Doubt> fatal = failures(run, controls);
    return fatal.isEmpty() ? doubts(run, controls) : fatal;
  }

  private static Doubt nothingMeasured(RunData run) {
    List<Launch> launches = run.launched().flatMap(arm -> arm.launches().stream()).toList();
    List<Launch> invalid = launches.stream().filter(launch -> !launch.valid()).toList();
    Stream<String> reasons =
        launches.isEmpty() ? run.arms().stream().map(arm -> arm.arm().notRun()) : invalid.stream().map(Launch::reason);
    return new NothingMeasured(launches.size(), invalid.size(),
        reasons.filter(Objects::nonNull).findFirst().orElse(null));
  }

  private static List<Doubt> failures(RunData run, List<ControlResult> controls) {
    Stream<Doubt> failed = controls.stream().filter(ControlResult::failed).map(ControlFailed::new);
    // Where its reference has none either, as in a fixture that was cut at once, nothing speaks against the control.
    Stream<Doubt> missing = new References(run)
        .each(Arm::isControl,
            (arm, reference) -> arm.counted().isEmpty() && !reference.counted().isEmpty() ? arm.arm() : null)
        .map(ControlWithoutLaunches::new);
    return Stream.concat(failed, missing).toList();
  }

  private static List<Doubt> doubts(RunData run, List<ControlResult> controls) {
    List<Doubt> doubts = new ArrayList<>();
    if (!isAnyCompared(run)) {
      doubts.add(new NothingCompared());
    }
    if (controls.stream().allMatch(control -> control.kind().equals(ControlResult.BOOT))) {
      doubts.add(new NoControl());
    } else {
      withoutAa(run, controls, doubts);
    }
    int unjudged = (int) controls.stream().filter(control -> control.held() == null).count();
    if (unjudged > 0) {
      doubts.add(new Unjudged(unjudged, controls.size()));
    }
    controls.stream().filter(ControlResult::isOffByItsCache).map(CachesDiffer::new).forEach(doubts::add);
    Plan plan = run.manifest().plan();
    Map<Boolean, List<ArmLaunches>> sparse = run.arms()
        .stream()
        .filter(arm -> arm.arm().ran())
        .collect(Collectors.partitioningBy(arm -> plan.isSparse(arm.arm())));
    fewLaunches(sparse.get(false), ENOUGH_BLOCKS).ifPresent(doubts::add);
    fewLaunches(sparse.get(true), ENOUGH_SPARSE_LAUNCHES).ifPresent(doubts::add);
    disturbed(run, doubts);
    if (run.manifest().jmh() != null && run.manifest().jmh().forks() > 0 && run.jmh().isEmpty()) {
      doubts.add(new NothingOfJmh(run.manifest().jmh().forks()));
    }
    return List.copyOf(doubts);
  }

  /** Whether an arm can be held against another; of baselines alone, in their profiles, where no more was planned. */
  private static boolean isAnyCompared(RunData run) {
    Map<Boolean, List<ArmLaunches>> planned = run.arms()
        .stream()
        .filter(arm -> !arm.arm().isControl())
        .collect(Collectors.partitioningBy(arm -> arm.arm().baseline()));
    List<ArmLaunches> asked = planned.get(planned.get(false).isEmpty());
    return asked.stream()
        .filter(arm -> !arm.counted().isEmpty())
        .anyMatch(arm -> run.arms().stream().anyMatch(other -> isHeldAgainst(arm, other)));
  }

  private static boolean isHeldAgainst(ArmLaunches arm, ArmLaunches other) {
    return !other.arm().isControl() && !other.arm().key().equals(arm.arm().key())
        && other.arm().fixture().equals(arm.arm().fixture()) && !other.counted().isEmpty();
  }

  /** An A/A arm is there where it has a result: one that did not run, or whose baseline did not, shows nothing. */
  private static void withoutAa(RunData run, List<ControlResult> controls, List<Doubt> doubts) {
    Set<Group> compared = new LinkedHashSet<>();
    run.arms()
        .stream()
        .map(ArmLaunches::arm)
        .filter(arm -> arm.ran() && !arm.isControl() && !arm.baseline())
        .map(Group::of)
        .forEach(compared::add);
    controls.stream().map(ControlResult::arm).filter(Arm::isAa).map(Group::of).forEach(compared::remove);
    compared.stream().findFirst().ifPresent(first -> doubts.add(new NoAa(compared.size(), first)));
  }

  private static Optional<Doubt> fewLaunches(List<ArmLaunches> arms, int enough) {
    List<ArmLaunches> few = arms.stream().filter(arm -> arm.counted().size() < enough).toList();
    return few.stream()
        .min(Comparator.comparingInt(arm -> arm.counted().size()))
        .map(fewest -> new FewLaunches(few.size(), fewest.counted().size(), fewest.arm(), enough));
  }

  private static void disturbed(RunData run, List<Doubt> doubts) {
    Limits limits = run.manifest().plan().limits();
    List<BlockEnd> standing = RunEffort.standing(run);
    long beyond = standing.stream()
        .map(BlockEnd::guards)
        .filter(guards -> limits != null && guards != null
            && (isBeyond(guards.stealPart(), limits.stealPart())
                || isBeyond(guards.throttledPart(), limits.throttledPart())))
        .count();
    if (beyond > 0) {
      doubts.add(new Disturbed((int) beyond, standing.size()));
    }
  }

  private static boolean isBeyond(Double part, double limit) {
    return part != null && part > limit;
  }
}
