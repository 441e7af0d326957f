package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest.Limits;
import dev.coldstart.record.Manifest.Plan;
import dev.coldstart.record.RunData;
import dev.coldstart.record.Shard;
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

/** A reason not to believe a run, or parts of it. */
public sealed interface Doubt {

  /** Below this many blocks an interval's coverage is less than 95 %, especially with skewed launch times. */
  int ENOUGH_BLOCKS = 20;

  /** The same for arms that are launched in only some blocks, whose ratios are large. */
  int ENOUGH_SPARSE_LAUNCHES = 8;

  /**
   * The run has no counted launch.
   *
   * @param launches all launches made
   * @param invalid how many of them are invalid
   * @param reason of the first invalid launch or, if no launch was made, why the first arm did not run; null if unknown
   */
  record NothingMeasured(int launches, int invalid, String reason) implements Doubt {}

  /** No fixture has counted launches of two arms to compare, for example because only the baseline ran. */
  record NothingCompared() implements Doubt {}

  /** JMH was to run this many forks, and none has a result. */
  record NothingOfJmh(int forks) implements Doubt {}

  record ControlFailed(ControlResult control) implements Doubt {}

  /** The control has no counted launch, although its reference has. */
  record ControlWithoutLaunches(Arm control) implements Doubt {}

  /** The run did not check the harness: no control ran, or none had an arm to be compared with. */
  record NoControl() implements Doubt {}

  /** Arms are compared without an A/A arm, so nothing shows how much the same command differs from itself. */
  record NoAa(int groups, Group first) implements Doubt {}

  record Unjudged(int controls, int of) implements Doubt {}

  /** Two caches of the same command differ. The interval of an arm with a cache does not include this variation. */
  record CachesDiffer(ControlResult aa) implements Doubt {}

  /**
   * @param arms number of arms with fewer counted launches than {@code enough}
   * @param enough {@link #ENOUGH_BLOCKS} or {@link #ENOUGH_SPARSE_LAUNCHES}
   */
  record FewLaunches(int arms, int fewest, Arm ofArm, int enough) implements Doubt {}

  /** Counted blocks above a guard's limit. Such blocks are retried until the retries are used up. */
  record Disturbed(int blocks, int of) implements Doubt {}

  /**
   * On one of several machines a control failed, by that machine's launches alone.
   *
   * @param shards the numbers of the machine's shards
   */
  record MachineFailed(int machine, List<Integer> shards, ControlResult control) implements Doubt {}

  /**
   * The run is one part of a plan.
   *
   * @param blocks counted blocks of each fixture that this part was to make
   * @param ofBlocks those of the whole plan
   */
  record OnePart(Shard shard, int blocks, int ofBlocks) implements Doubt {}

  /** Whether it makes the whole run unusable. */
  default boolean isFatal() {
    return this instanceof ControlFailed || this instanceof MachineFailed || this instanceof ControlWithoutLaunches;
  }

  /** The reasons why a run is not sound; empty if it is sound. If any is fatal, only fatal ones. */
  static List<Doubt> of(Machines machines, List<ControlResult> controls) {
    RunData run = machines.run();
    if (run.launched().allMatch(arm -> arm.counted().isEmpty())) {
      return List.of(nothingMeasured(run));
    }
    List<Doubt> fatal = failures(machines, controls);
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

  private static List<Doubt> failures(Machines machines, List<ControlResult> controls) {
    Stream<Doubt> failed = controls.stream().filter(ControlResult::failed).map(ControlFailed::new);
    // If its reference has no launches either, as in a fixture that was interrupted at once, the control did not fail.
    Stream<Doubt> missing = new References(machines.run())
        .each(Arm::isControl,
            (arm, reference) -> arm.counted().isEmpty() && !reference.counted().isEmpty() ? arm.arm() : null)
        .map(ControlWithoutLaunches::new);
    return Stream.of(failed, machines.failed().map(Doubt.class::cast), missing).flatMap(each -> each).toList();
  }

  private static List<Doubt> doubts(RunData run, List<ControlResult> controls) {
    List<Doubt> doubts = new ArrayList<>();
    Plan plan = run.manifest().plan();
    if (plan.shard() != null) {
      doubts.add(new OnePart(plan.shard(), plan.ownBlocks(), plan.blocks()));
    }
    if (!isAnyCompared(run)) {
      doubts.add(new NothingCompared());
    }
    if (controls.stream().allMatch(control -> control.kind().equals(ControlResult.BOOT))) {
      doubts.add(new NoControl());
    } else {
      withoutAa(run, controls, doubts);
    }
    int unjudged = (int) controls.stream().filter(control -> control.held() == null).count();
    // A part has few blocks by plan, which is not worth a reason of its own.
    if (unjudged > 0 && plan.shard() == null) {
      doubts.add(new Unjudged(unjudged, controls.size()));
    }
    controls.stream().filter(ControlResult::isOffByItsCache).map(CachesDiffer::new).forEach(doubts::add);
    Map<Boolean, List<ArmLaunches>> sparse = run.arms()
        .stream()
        .filter(arm -> arm.arm().ran())
        .collect(Collectors.partitioningBy(arm -> plan.isSparse(arm.arm())));
    if (plan.shard() == null) {
      fewLaunches(sparse.get(false), ENOUGH_BLOCKS).ifPresent(doubts::add);
      fewLaunches(sparse.get(true), ENOUGH_SPARSE_LAUNCHES).ifPresent(doubts::add);
    }
    disturbed(run, doubts);
    // A kept run may have them packed or left out, of which a warning tells.
    boolean isJmhThere = run.folder().isKept()
        ? run.manifest().jmh() != null && run.manifest().jmh().results() > 0
        : !run.jmh().isEmpty();
    if (run.manifest().jmh() != null && run.manifest().jmh().forks() > 0 && !isJmhThere) {
      doubts.add(new NothingOfJmh(run.manifest().jmh().forks()));
    }
    return List.copyOf(doubts);
  }

  /**
   * Whether any arm can be compared with another. Only if nothing else was planned, baselines count, across profiles.
   */
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

  /** Only an A/A arm with a result counts: one that did not run, or whose baseline did not, shows nothing. */
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
