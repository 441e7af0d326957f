package dev.coldstart.launcher.run;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.loop.BlockLoop;
import dev.coldstart.launcher.machine.MachineGuards;
import dev.coldstart.launcher.machine.PageCache;
import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.scenario.ScenarioPlan;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Shard;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * A request for a new run.
 *
 * @param selection selects the arms to measure from the catalog, including those that cannot run
 * @param seed the seed for all random orders
 * @param limits the limits of one launch
 * @param pageCache what a launch finds in the page cache of its arm's files
 * @param out the parent folder for the run's own folder
 * @param commandLine the arguments as given
 */
public record RunRequest(Checkout home, Function<Catalog, List<PlannedArm>> selection, Size size, long seed,
    ProcessLimits limits, PageCache pageCache, Path out, List<String> commandLine) {

  /** @throws UserError if the scenarios cannot be measured so */
  public RunRequest {
    if (pageCache == PageCache.COLD && !size.scenarios.isEmpty()) {
      throw new UserError(
          "--page-cache cold is about a single process; scenarios start several, or look at what comes later: leave out one of the two");
    }
  }

  /**
   * How much is measured.
   *
   * @param blocks the counted blocks of each fixture
   * @param targetCi the largest distance between a ratio and an end of its interval at which the run may stop early, as
   * a fraction of the ratio; null if not requested
   * @param scenarios the scenarios to run in addition to the headline; may be empty
   * @param budget the time limit for the launches
   * @param sparse the rule for arms that are launched in only some of the blocks; null if each is launched in every
   * block
   * @param caches the number of caches for an arm whose profile has one
   * @param shard the part of the plan that is measured; null for all of it
   */
  public record Size(Preset preset, int blocks, Double targetCi, List<Manifest.Scenario> scenarios, Duration budget,
      Manifest.Sparse sparse, int caches, Shard shard) {

    /** @throws UserError if the plan could never end by its own rule */
    public Size {
      if (blocks < 1) {
        throw new UserError("--blocks " + blocks + ": a fixture needs at least 1 block besides the warm-up");
      }
      if (shard != null && shard.of() > blocks) {
        throw new UserError("--shard " + shard + ": the plan has only " + blocks
            + " blocks for each fixture; give at most as many shards, or more with --blocks");
      }
      int own = shard == null ? blocks : shard.share(blocks);
      if (caches < 1 || caches > own) {
        throw new UserError(
            "--caches " + caches + ": give at least 1, and no more than the " + own + " blocks besides the warm-up");
      }
      if (shard != null && targetCi != null) {
        throw new UserError(
            "--shard excludes --target-ci: no shard knows how precise the ratios of all are; give --blocks");
      }
      if (targetCi != null && blocks < BlockLoop.LEAST_BLOCKS_FOR_TARGET) {
        throw new UserError("--target-ci is checked only after " + BlockLoop.LEAST_BLOCKS_FOR_TARGET
            + " blocks, but the plan has " + blocks + ": give more with --blocks, or take a larger preset");
      }
    }

    /** For the whole plan. */
    public Size(Preset preset, int blocks, Double targetCi, List<Manifest.Scenario> scenarios, Duration budget,
        Manifest.Sparse sparse, int caches) {
      this(preset, blocks, targetCi, scenarios, budget, sparse, caches, null);
    }

    /** The most counted blocks of each fixture that any shard of the plan makes. */
    int mostBlocks() {
      return shard == null ? blocks : shard.largestShare(blocks);
    }

    /** Launches only, for a preset, with the given number of blocks and budget, and with each arm in every block. */
    public static Size of(Preset preset, int blocks, Duration budget) {
      return new Size(preset, blocks, null, List.of(), budget, null, 1);
    }
  }

  private static final int LEAST_AGAIN = 2;

  /** One block in this many may be retried. A machine that spoils more is not fit to measure on. */
  private static final int BLOCKS_PER_AGAIN = 5;

  /** @param arms the arms that the plan is for */
  Manifest.Plan plan(List<PlannedArm> arms) {
    return new Manifest.Plan(size.preset.id(), seed, size.preset.warmupBlocks(), size.blocks, size.targetCi,
        size.budget.toMillis(), limits.time().toMillis(), Math.max(LEAST_AGAIN, size.mostBlocks() / BLOCKS_PER_AGAIN),
        MachineGuards.LIMITS, size.scenarios.isEmpty() ? null : ScenarioPlan.of(size.scenarios, arms), size.sparse,
        size.caches == 1 ? null : size.caches, limits.memoryBytes(), pageCache.recorded(), size.shard);
  }
}
