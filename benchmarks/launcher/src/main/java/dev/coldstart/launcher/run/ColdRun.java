package dev.coldstart.launcher.run;

import dev.coldstart.launcher.launch.LaunchDriver;
import dev.coldstart.launcher.launch.LaunchDriver.Launched;
import dev.coldstart.launcher.launch.LaunchDriver.Slot;
import dev.coldstart.launcher.plan.Permutations;
import dev.coldstart.launcher.plan.PlannedArm;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * The launches of a run: rounds over the fixtures, one block of each a round, the arms of a block in random order, so
 * that whatever drifts on the machine falls on all of them alike.
 */
public final class ColdRun {

  /**
   * @param warmupBlocks blocks of each fixture that come first and never count
   * @param blocks blocks of each fixture that count
   * @param budget how long it may take
   */
  public record Limits(int warmupBlocks, int blocks, Duration budget) {}

  /** Is told of everything as it happens. */
  public interface Listener {
    void launched(Launched launched) throws IOException;

    /** An arm failed in its first block, twice; it is not launched again. */
    void failed(PlannedArm arm, String reason);

    /** @param done blocks done, of all fixtures together */
    void blockEnded(String fixture, int block, boolean warmup, int done, int total);
  }

  private final Map<String, List<PlannedArm>> armsByFixture = new LinkedHashMap<>();
  private final Limits limits;
  private final Permutations permutations;
  private final LaunchDriver driver;
  private final Listener listener;
  private final LongSupplier clockNs;
  private final BooleanSupplier interrupted;

  /**
   * @param arms those that can run
   * @param clockNs in ns, of any base
   * @param interrupted asked after each launch
   */
  public ColdRun(
      List<PlannedArm> arms,
      Limits limits,
      Permutations permutations,
      LaunchDriver driver,
      Listener listener,
      LongSupplier clockNs,
      BooleanSupplier interrupted) {
    for (PlannedArm arm : arms) {
      armsByFixture.computeIfAbsent(arm.fixture().id(), id -> new ArrayList<>()).add(arm);
    }
    this.limits = limits;
    this.permutations = permutations;
    this.driver = driver;
    this.listener = listener;
    this.clockNs = clockNs;
    this.interrupted = interrupted;
  }

  /** Runs until a rule stops it. */
  public StopRule run() throws IOException {
    long endNs = clockNs.getAsLong() + limits.budget().toNanos();
    int rounds = limits.warmupBlocks() + limits.blocks();
    int done = 0;
    for (int block = 0; block < rounds; block++) {
      for (String fixture : permutations.of("", block, List.copyOf(armsByFixture.keySet()))) {
        // The first round shows which arms run at all; a budget too short for it would leave a report of nothing.
        if (block > 0 && clockNs.getAsLong() >= endNs) {
          return StopRule.BUDGET;
        }
        if (!runBlock(fixture, block)) {
          return StopRule.INTERRUPTED;
        }
        done++;
        listener.blockEnded(fixture, block, isWarmup(block), done, rounds * armsByFixture.size());
      }
    }
    return StopRule.BLOCKS;
  }

  /** Runs one block; false when it was cut short. */
  private boolean runBlock(String fixture, int block) throws IOException {
    List<PlannedArm> order = permutations.of(fixture, block, armsByFixture.get(fixture));
    List<PlannedArm> failed = new ArrayList<>();
    int position = 0;
    for (PlannedArm arm : order) {
      Launched launched = driver.launch(arm, new Slot(block, position++, isWarmup(block)));
      if (interrupted.getAsBoolean()) {
        return false;
      }
      listener.launched(launched);
      if (!launched.launch().valid()) {
        failed.add(arm);
      }
    }
    return block > 0 || tryAgain(failed, block, position);
  }

  /** A second try for those that failed in the first block; who fails again cannot run here. */
  private boolean tryAgain(List<PlannedArm> failed, int block, int position) throws IOException {
    for (PlannedArm arm : failed) {
      Launched launched = driver.launch(arm, new Slot(block, position++, isWarmup(block)));
      if (interrupted.getAsBoolean()) {
        return false;
      }
      listener.launched(launched);
      if (!launched.launch().valid()) {
        armsByFixture.get(arm.fixture().id()).remove(arm);
        listener.failed(arm, launched.launch().reason());
      }
    }
    return true;
  }

  private boolean isWarmup(int block) {
    return block < limits.warmupBlocks();
  }
}
