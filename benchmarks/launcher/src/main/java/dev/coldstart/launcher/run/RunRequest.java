package dev.coldstart.launcher.run;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Catalog;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.loop.BlockLoop;
import dev.coldstart.launcher.machine.MachineGuards;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.scenario.ScenarioPlan;
import dev.coldstart.record.Manifest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

/**
 * A new run that somebody asked for.
 *
 * @param selection the arms to measure of what there is; those that cannot run too
 * @param seed of all random orders
 * @param timeout how long one launch may take
 * @param out the folder that the run's own folder goes into
 * @param commandLine the arguments as given
 */
public record RunRequest(Checkout home, Function<Catalog, List<PlannedArm>> selection, Size size, long seed,
    Duration timeout, Path out, List<String> commandLine) {

  /**
   * How much is measured.
   *
   * @param blocks counted blocks of each fixture
   * @param targetCi how far an interval may reach to either side of its ratio for the run to end before, as a part of
   * it; null when not asked for
   * @param scenarios what is to run beside the headline; empty for nothing
   * @param budget how long the launches may take
   * @param sparse which arms are launched in some of the blocks only; null when each is launched in every block
   * @param caches how many an arm gets whose profile has one
   */
  public record Size(Preset preset, int blocks, Double targetCi, List<Manifest.Scenario> scenarios, Duration budget,
      Manifest.Sparse sparse, int caches) {

    /** @throws UserError when the plan could never end by its own rule */
    public Size {
      if (blocks < 1) {
        throw new UserError("--blocks " + blocks + ": a fixture needs at least 1 block that counts");
      }
      if (caches < 1 || caches > blocks) {
        throw new UserError(
            "--caches " + caches + ": an arm has at least 1, and no more than the " + blocks + " blocks that count");
      }
      if (targetCi != null && blocks < BlockLoop.LEAST_BLOCKS_FOR_TARGET) {
        throw new UserError("--target-ci is asked only after " + BlockLoop.LEAST_BLOCKS_FOR_TARGET
            + " blocks, and the plan has " + blocks + ": give more with --blocks, or take a larger preset");
      }
    }

    /** The launches of a preset, with as many blocks and as much time as asked, and each arm in every block. */
    public static Size of(Preset preset, int blocks, Duration budget) {
      return new Size(preset, blocks, null, List.of(), budget, null, 1);
    }
  }

  private static final int LEAST_AGAIN = 2;

  /** One block in so many may be run again: a machine that spoils more is not one to measure on. */
  private static final int BLOCKS_PER_AGAIN = 5;

  /** @param arms that it is for */
  Manifest.Plan plan(List<PlannedArm> arms) {
    return new Manifest.Plan(size.preset.id(), seed, size.preset.warmupBlocks(), size.blocks, size.targetCi,
        size.budget.toMillis(), timeout.toMillis(), Math.max(LEAST_AGAIN, size.blocks / BLOCKS_PER_AGAIN),
        MachineGuards.LIMITS, size.scenarios.isEmpty() ? null : ScenarioPlan.of(size.scenarios, arms), size.sparse,
        size.caches == 1 ? null : size.caches);
  }
}
