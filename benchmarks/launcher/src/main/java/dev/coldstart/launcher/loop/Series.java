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
import dev.coldstart.record.text.SafeText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The blocks of one scenario that a run makes of each fixture, and how far they are. */
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
  private Manifest.Sparse sparse;

  private Series(Scenario scenario, Manifest.Scenario size, List<PlannedArm> arms, int warmupBlocks, int blocks,
      int mostAgain, RetryRule retryRule, Manifest.Sparse sparse, int caches, RecordedLaunches recorded) {
    this.scenario = scenario;
    this.size = size;
    this.warmupBlocks = warmupBlocks;
    this.blocks = blocks;
    this.mostAgain = mostAgain;
    this.retryRule = retryRule;
    this.sparse = sparse;
    this.caches = caches;
    this.recorded = recorded;
    for (PlannedArm arm : arms) {
      fixtures.computeIfAbsent(arm.fixture().id(), Blocks::new).arms.add(arm);
    }
  }

  /**
   * The headline.
   *
   * @param arms those that can run
   * @param recorded what was done of it before
   */
  public static Series headline(Manifest.Plan plan, List<PlannedArm> arms, RecordedLaunches recorded) {
    return new Series(Scenario.FIRST_RESPONSE, null, arms, plan.warmupBlocks(), plan.blocks(), plan.mostAgain(),
        new RetryRule(plan.limits()), plan.sparse(), plan.cachesOfAnArm(), recorded);
  }

  /** What stands beside the headline: every block counts as it is. */
  public static Series beside(Manifest.Scenario size, List<PlannedArm> arms, RecordedLaunches recorded) {
    Scenario scenario = Scenario.of(size.id());
    return new Series(scenario, size, arms, 0, size.blocks(), 0, null, null, 1, recorded);
  }

  public String id() {
    return scenario.id();
  }

  public boolean isHeadline() {
    return scenario == Scenario.FIRST_RESPONSE;
  }

  /** Null for what is never retried. */
  RetryRule retryRule() {
    return retryRule;
  }

  RecordedLaunches recorded() {
    return recorded;
  }

  /** One element a fixture. */
  List<Blocks> all() {
    return List.copyOf(fixtures.values());
  }

  /** Blocks that are still to be run, unless one of them has to be retried. */
  public int left() {
    return fixtures.values().stream().mapToInt(Blocks::left).sum();
  }

  /** Blocks that have ended. */
  int ended() {
    return fixtures.values().stream().mapToInt(of -> of.ended).sum();
  }

  /**
   * Decides which arms are launched in some of the blocks only, once all warm-up blocks have ended.
   *
   * @param round that has ended
   * @return empty when there is no such rule, it was applied before, or the warm-up is not over
   */
  Optional<Manifest.Sparse> decideSparse(int round) {
    if (sparse == null || sparse.arms() != null || round + 1 < warmupBlocks) {
      return Optional.empty();
    }
    sparse = SparseArms.decided(sparse, fixtures.values().stream().flatMap(of -> of.arms.stream()).toList(), warmupNs);
    return Optional.of(sparse);
  }

  /** The blocks of one fixture. */
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

    /** Those that are still launched. */
    List<PlannedArm> arms() {
      return arms;
    }

    /** What the next block does, before it is put in its random order. */
    List<Step> steps() {
      return arms.stream().filter(this::isDue).flatMap(arm -> scenario.steps(arm, size).stream()).toList();
    }

    /**
     * Whether the next block launches the arm. It is asked how many blocks count so far, and not for the block's
     * number: what is run in the place of a retried block is then what that was, and no launch of a sparse arm is lost.
     */
    private boolean isDue(PlannedArm arm) {
      return !isSparse(arm) || counted % sparse.every() == 0;
    }

    private boolean isSparse(PlannedArm arm) {
      return sparse != null && sparse.arms() != null && sparse.arms().contains(arm.key());
    }

    /**
     * Which of its caches the arm starts from in the next block, from 0: of so many launches that count as it has
     * caches, one starts from each. Empty where it has one at most.
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

    /** The name of the order of a block's steps. */
    String orderName() {
      return isHeadline() ? fixture : id() + " " + fixture;
    }

    boolean isWarmup(int block) {
      return block < warmupBlocks;
    }

    /** Whether a block may be retried: not the first, which shows what runs at all, and none that never counts. */
    boolean canBeRunAgain(int block) {
      return block > 0 && !isWarmup(block);
    }

    /** Whether as many have been retried as the plan allows. */
    boolean isAgainUsedUp() {
      return again >= mostAgain;
    }

    /** @param kept the block's launches, as far as anybody asks for them */
    void add(BlockEnd end, List<Made> kept) {
      ended++;
      List<Launch> valid = kept.stream().map(Made::launch).filter(Launch::valid).toList();
      if (end.again() != null) {
        again++;
      } else if (end.warmup()) {
        // The shortest of several: what is launched first of all also waits for the disk.
        valid.forEach(launch -> warmupNs.merge(launch.key(), launch.firstResponseNs(), Math::min));
      } else {
        counted++;
        countedLaunches.addAll(valid);
      }
    }

    /** Blocks that count. */
    int counted() {
      return counted;
    }

    /** The launches of them that are valid, where they are kept. */
    List<Launch> countedLaunches() {
      return countedLaunches;
    }

    public int left() {
      return arms.isEmpty() ? 0 : Math.max(0, warmupBlocks - ended) + blocks - counted;
    }
  }

  /**
   * Why a block is to be run again. Fixed before the run, and blind to the times of its launches: dropping blocks for
   * what they measured would be choosing the result.
   */
  record RetryRule(Manifest.Limits limits) {

    /** A child chooses part of the words. */
    private static final int MOST_CHARACTERS = 300;

    /**
     * The reason; empty when the block is as it must be.
     *
     * @param guards null when the machine was not watched
     * @param leftBehind processes that its launches left behind, in words
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

    /** @param part null where the platform does not tell, which breaks no rule */
    private static Optional<String> beyond(String what, Double part, double limit) {
      return part == null || part <= limit
          ? Optional.empty()
          : Optional.of(String.format(Locale.ROOT, "%s of %.1f %%, more than %.1f %%", what, 100 * part, 100 * limit));
    }
  }
}
