package dev.coldstart.launcher.run;

import dev.coldstart.launcher.launch.LaunchDriver.Launched;
import dev.coldstart.launcher.plan.Permutations;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Guards;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.StopRule;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The launches of a run: rounds over the fixtures, one block of each a round, the arms of a block in random order, so
 * that whatever drifts on the machine falls on all of them alike.
 *
 * <p>The number of a block is that of its round. A fixture with a block that was run again has a round more than the
 * others, so that what stands where depends on the seed and on which blocks count, and on nothing else.
 */
final class ColdRun {

  /** Below it an interval's coverage is short of 95 %, and to look at it often makes that worse. */
  static final int LEAST_BLOCKS_FOR_TARGET = 20;

  /** Is told of everything as it happens; of nothing that was done before the run went on. */
  interface Listener {
    void launched(Launched launched) throws IOException;

    /** An arm failed in its first block, twice; it is not launched again. Told once more when the run goes on. */
    void failed(PlannedArm arm, String reason);

    /**
     * @param done blocks done, of all fixtures together
     * @param total blocks that it will be at most, unless more have to be run again
     */
    void blockEnded(BlockEnd end, int done, int total);

    /** A block stands that had to be run again, for so many were that no more may be. */
    void stands(String fixture, int block, String reason);
  }

  private final Map<String, FixtureBlocks> fixtures = new LinkedHashMap<>();
  private final AgainRule againRule;
  private final Permutations permutations;
  private final Means means;
  private final Precision precision;
  private final Listener listener;
  private long lastEndNs;

  /**
   * @param arms those that can run
   * @param precision asked at the end of each round
   */
  ColdRun(List<PlannedArm> arms, Manifest.Plan plan, Means means, Precision precision, Listener listener) {
    for (PlannedArm arm : arms) {
      String fixture = arm.fixture().id();
      fixtures.computeIfAbsent(fixture, id -> new FixtureBlocks(id, plan)).arms().add(arm);
    }
    this.againRule = new AgainRule(plan.limits());
    this.permutations = new Permutations(plan.seed());
    this.means = means;
    this.precision = precision;
    this.listener = listener;
  }

  /**
   * Runs until a rule stops it.
   *
   * @param past what was done of the run before
   * @param budget how long it may take from now on
   */
  StopRule run(Past past, Duration budget) throws IOException {
    lastEndNs = means.clockNs().getAsLong();
    long deadlineNs = lastEndNs + budget.toNanos();
    means.guards().begin();
    for (int round = 0; blocksLeft() > 0; round++) {
      for (String fixture : permutations.of("", round, List.copyOf(fixtures.keySet()))) {
        FixtureBlocks blocks = fixtures.get(fixture);
        if (blocks.left() > 0) {
          // The first round shows which arms run at all; a budget too short for it would leave a report of nothing.
          if (round > 0 && !past.reaches(round) && means.clockNs().getAsLong() >= deadlineNs) {
            return StopRule.BUDGET;
          }
          if (!runBlock(blocks, round, past)) {
            return StopRule.INTERRUPTED;
          }
        }
      }
      // Where the run went on before, it had not been reached.
      if (!past.reaches(round + 1) && isTargetReached()) {
        return StopRule.TARGET_CI;
      }
    }
    return StopRule.BLOCKS;
  }

  private int blocksLeft() {
    return fixtures.values().stream().mapToInt(FixtureBlocks::left).sum();
  }

  private boolean isTargetReached() {
    Collection<FixtureBlocks> running = fixtures.values().stream().filter(blocks -> !blocks.arms().isEmpty()).toList();
    return running.stream().allMatch(blocks -> blocks.counted() >= LEAST_BLOCKS_FOR_TARGET)
        && precision.isReached(running.stream().map(FixtureBlocks::countedLaunches).toList());
  }

  /** Runs one block; false when it was cut short. */
  private boolean runBlock(FixtureBlocks blocks, int block, Past past) throws IOException {
    BlockRun run = new BlockRun(block, blocks.isWarmup(block), past, means, listener);
    List<PlannedArm> failed = new ArrayList<>();
    for (PlannedArm arm : permutations.of(blocks.fixture(), block, blocks.arms())) {
      Optional<Launch> launch = run.next(arm);
      if (launch.isEmpty()) {
        return false;
      }
      if (!launch.get().valid()) {
        failed.add(arm);
      }
    }
    if (block == 0 && !tryAgain(failed, blocks, run)) {
      return false;
    }
    end(blocks, block, run, past);
    return true;
  }

  /** A second try for those that failed in the first block; who fails again cannot run here. */
  private boolean tryAgain(List<PlannedArm> failed, FixtureBlocks blocks, BlockRun run) throws IOException {
    for (PlannedArm arm : failed) {
      Optional<Launch> launch = run.next(arm);
      if (launch.isEmpty()) {
        return false;
      }
      if (!launch.get().valid()) {
        blocks.arms().remove(arm);
        listener.failed(arm, launch.get().reason());
      }
    }
    return true;
  }

  private void end(FixtureBlocks blocks, int block, BlockRun run, Past past) {
    Optional<BlockEnd> known = past.end(blocks.fixture(), block);
    BlockEnd end = known.orElseGet(() -> ended(blocks, block, run));
    blocks.add(end, run.launches());
    if (known.isEmpty()) {
      int done = fixtures.values().stream().mapToInt(FixtureBlocks::ended).sum();
      listener.blockEnded(end, done, done + blocksLeft());
    }
  }

  private BlockEnd ended(FixtureBlocks blocks, int block, BlockRun run) {
    Guards guards = run.isWatched() ? means.guards().blockEnded() : null;
    List<String> leftBehind = means.driver().leftBehind();
    String again = again(blocks, block, againRule.reason(run.launches(), guards, leftBehind));
    long nowNs = means.clockNs().getAsLong();
    long wallNs = nowNs - lastEndNs + run.beforeCutNs();
    lastEndNs = nowNs;
    return new BlockEnd(blocks.fixture(), block, blocks.isWarmup(block), again, wallNs, run.childrenNs(), guards);
  }

  /** The reason, where there is one and the block may be run again for it; else null. */
  private String again(FixtureBlocks blocks, int block, Optional<String> reason) {
    if (reason.isEmpty() || !blocks.canBeRunAgain(block)) {
      return null;
    }
    if (blocks.isAgainUsedUp()) {
      listener.stands(blocks.fixture(), block, reason.get());
      return null;
    }
    return reason.get();
  }
}
