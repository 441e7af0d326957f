package dev.coldstart.launcher.loop;

import dev.coldstart.launcher.plan.Permutations;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.plan.SparseArms;
import dev.coldstart.launcher.scenario.LaunchDriver.Made;
import dev.coldstart.launcher.scenario.LaunchDriver.Step;
import dev.coldstart.launcher.scenario.Scenario;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Guards;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Shard;
import dev.coldstart.record.text.SafeText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The blocks of one scenario for each fixture, and their progress. */
public final class Series {

  private final Scenario scenario;
  private final Manifest.Scenario size;
  private final int warmupBlocks;
  private final int blocks;
  private final int mostAgain;
  private final RetryRule retryRule;
  private final RecordedLaunches recorded;
  private final Map<String, Blocks> fixtures = new LinkedHashMap<>();
  private final Map<ArmKey, Long> warmupNs = new HashMap<>();
  private final int caches;
  private final Shard shard;
  private Manifest.Sparse sparse;

  private Series(Scenario scenario, Manifest.Scenario size, List<PlannedArm> arms, int warmupBlocks, int blocks,
      int mostAgain, RetryRule retryRule, Manifest.Sparse sparse, int caches, Shard shard, RecordedLaunches recorded) {
    this.scenario = scenario;
    this.size = size;
    this.warmupBlocks = warmupBlocks;
    this.blocks = blocks;
    this.mostAgain = mostAgain;
    this.retryRule = retryRule;
    this.sparse = sparse;
    this.caches = caches;
    this.shard = shard;
    this.recorded = recorded;
    for (PlannedArm arm : arms) {
      fixtures.computeIfAbsent(arm.fixture().id(), Blocks::new).arms.add(arm);
    }
  }

  /**
   * The headline's series.
   *
   * @param planned the arms of the run
   * @param runs whether an arm can run
   * @param recorded the launches that were made before the run was resumed
   */
  public static Series headline(Manifest.Plan plan, List<PlannedArm> planned, Predicate<PlannedArm> runs,
      RecordedLaunches recorded) {
    // An arm that was dropped still has its place in the first block.
    List<PlannedArm> arms =
        planned.stream().filter(arm -> arm.hasOwnLaunches() && (runs.test(arm) || recorded.launched(arm))).toList();
    return new Series(Scenario.FIRST_RESPONSE, null, arms, plan.warmupBlocks(), plan.ownBlocks(), plan.mostAgain(),
        new RetryRule(plan.limits()), plan.sparse(), plan.cachesOfAnArm(), plan.part(), recorded);
  }

  /** The series of a scenario other than the headline: every block counts, and none is retried. */
  public static Series beside(Manifest.Scenario size, List<PlannedArm> arms, RecordedLaunches recorded) {
    Scenario scenario = Scenario.of(size.id());
    return new Series(scenario, size, arms, 0, size.blocks(), 0, null, null, 1, Shard.WHOLE, recorded);
  }

  public String id() {
    return scenario.id();
  }

  public boolean isHeadline() {
    return scenario == Scenario.FIRST_RESPONSE;
  }

  /** The number, in the plan, of the block of a round. */
  int block(int round) {
    return shard.block(round);
  }

  /** Null if blocks are never retried. */
  RetryRule retryRule() {
    return retryRule;
  }

  RecordedLaunches recorded() {
    return recorded;
  }

  /** The blocks of each fixture. */
  List<Blocks> all() {
    return List.copyOf(fixtures.values());
  }

  /** The number of blocks to be run, without further retries. */
  public int left() {
    return fixtures.values().stream().mapToInt(Blocks::left).sum();
  }

  /** The number of blocks that have ended. */
  int ended() {
    return fixtures.values().stream().mapToInt(of -> of.ended).sum();
  }

  /**
   * Decides which arms are launched in only some of the blocks, once all warm-up blocks have ended.
   *
   * @param round the round that has just ended
   * @return empty if there is no such rule, if it was applied before, or if the warm-up is not over
   */
  Optional<Manifest.Sparse> decideSparse(int round) {
    if (sparse == null || sparse.arms() != null || round + 1 < warmupBlocks) {
      return Optional.empty();
    }
    sparse = SparseArms.decided(sparse, fixtures.values().stream().flatMap(of -> of.arms.stream()).toList(), warmupNs);
    return Optional.of(sparse);
  }

  final class Blocks {

    private final String fixture;
    private final List<PlannedArm> arms = new ArrayList<>();
    private final List<Launch> countedLaunches = new ArrayList<>();
    private int ended;
    private int counted;
    private int again;

    private Blocks(String fixture) {
      this.fixture = fixture;
    }

    String fixture() {
      return fixture;
    }

    /** The arms that are still launched. */
    List<PlannedArm> arms() {
      return arms;
    }

    /** The steps of the next block, before they are put in random order. */
    List<Step> steps() {
      return arms.stream().filter(this::isDue).flatMap(arm -> scenario.steps(arm, size).stream()).toList();
    }

    /**
     * Whether the next block launches the arm. This depends on how many blocks count so far, not on the block's number:
     * the block that replaces a retried one then has the same arms, and no launch of a sparse arm is lost.
     */
    private boolean isDue(PlannedArm arm) {
      return !isSparse(arm) || counted % sparse.every() == 0;
    }

    private boolean isSparse(PlannedArm arm) {
      return sparse != null && sparse.arms() != null && sparse.arms().contains(arm.key());
    }

    /**
     * The index, from 0, of the cache that the arm starts from in the next block. Each of an arm's n caches is used
     * once in every n launches that count. Empty if the arm has at most one cache.
     */
    Optional<Integer> cache(PlannedArm arm, Permutations permutations) {
      if (caches == 1 || arm.cache().isEmpty()) {
        return Optional.empty();
      }
      int launch = isSparse(arm) ? counted / sparse.every() : counted;
      List<Integer> order = permutations.of("caches of " + arm.cacheOwner().id() + " " + fixture, launch / caches,
          IntStream.range(0, caches).boxed().toList());
      return Optional.of(order.get(launch % caches));
    }

    /** The name under which a block's steps are ordered, see {@link Permutations}. */
    String orderName() {
      return isHeadline() ? fixture : id() + " " + fixture;
    }

    boolean isWarmup(int round) {
      return round < warmupBlocks;
    }

    /** Whether a block may be retried: not if it never counts. */
    boolean canBeRunAgain(int round) {
      return !isWarmup(round);
    }

    /** Whether the plan's maximum number of retried blocks was reached. */
    boolean isAgainUsedUp() {
      return again >= mostAgain;
    }

    /** @param kept the block's launches if the series is the headline; else empty */
    void add(BlockEnd end, List<Made> kept) {
      ended++;
      List<Launch> valid = kept.stream().map(Made::launch).filter(Launch::valid).toList();
      if (end.again() != null) {
        again++;
      } else if (end.warmup()) {
        // The shortest of several, because the very first launch also waits for the disk.
        valid.forEach(launch -> warmupNs.merge(launch.key(), launch.firstResponseNs(), Math::min));
      } else {
        counted++;
        countedLaunches.addAll(valid);
      }
    }

    /** The number of blocks that count. */
    int counted() {
      return counted;
    }

    /** The valid launches of the blocks that count, if they are kept. */
    List<Launch> countedLaunches() {
      return countedLaunches;
    }

    public int left() {
      return arms.isEmpty() ? 0 : Math.max(0, warmupBlocks - ended) + blocks - counted;
    }
  }

  /**
   * Decides whether a block is retried. The rule is fixed before the run and ignores the launches' times: dropping
   * blocks because of their measured values would be choosing the result.
   */
  record RetryRule(Manifest.Limits limits) {

    /** A child controls part of the text, so its length is limited. */
    private static final int MOST_CHARACTERS = 300;

    /**
     * The reason for a retry. Empty if the block is sound.
     *
     * @param guards null if the machine was not watched
     * @param leftBehind descriptions of the processes that the block's launches left behind
     */
    Optional<String> reason(List<Launch> launches, Guards guards, List<String> leftBehind) {
      Optional<Guards> watched = Optional.ofNullable(guards);
      return invalid(launches).or(() -> left(leftBehind))
          .or(() -> watched.flatMap(seen -> beyond("steal", seen.stealPart(), limits.stealPart())))
          .or(() -> watched.flatMap(seen -> beyond("throttling", seen.throttledPart(), limits.throttledPart())))
          .map(reason -> SafeText.start(reason, MOST_CHARACTERS));
    }

    private static Optional<String> invalid(List<Launch> launches) {
      List<Launch> invalid = launches.stream().filter(launch -> !launch.valid()).toList();
      return invalid.stream()
          .findFirst()
          .map(
              first -> (invalid.size() == 1 ? "an invalid launch: " : invalid.size() + " invalid launches, the first: ")
                  + first.arm() + ": " + first.reason());
    }

    private static Optional<String> left(List<String> leftBehind) {
      return leftBehind.isEmpty()
          ? Optional.empty()
          : Optional.of("a launch left processes behind: " + String.join("; ", leftBehind));
    }

    /** @param part a fraction; null if the platform does not report it, which never causes a retry */
    private static Optional<String> beyond(String what, Double part, double limit) {
      return part == null || part <= limit
          ? Optional.empty()
          : Optional.of(String.format(Locale.ROOT, "%s of %.1f %%, more than %.1f %%", what, 100 * part, 100 * limit));
    }
  }
}
