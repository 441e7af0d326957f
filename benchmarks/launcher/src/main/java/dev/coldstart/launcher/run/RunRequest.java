package dev.coldstart.launcher.run;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Home;
import dev.coldstart.launcher.plan.Choice;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.scenario.ScenarioPlan;
import dev.coldstart.record.Manifest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * A new run that somebody asked for.
 *
 * @param blocks counted blocks of each fixture
 * @param targetCi how far an interval may reach to either side of its ratio for the run to end before, as a part of it;
 * null when not asked for
 * @param scenarios what is to run beside the headline; empty for nothing
 * @param seed of all random orders
 * @param budget how long the launches may take
 * @param timeout how long one launch may take
 * @param out the folder that the run's own folder goes into
 * @param hyperfine the file for what hyperfine times beside each launch; null when not asked for
 * @param commandLine the arguments as given
 */
public record RunRequest(Home home, Choice selection, Preset preset, int blocks, Double targetCi,
    List<Manifest.Scenario> scenarios, long seed, Duration budget, Duration timeout, Path out, Path hyperfine,
    List<String> commandLine) {

  /** What a machine of one's own never reaches, and a launch that was slowed down by half surely does. */
  static final Manifest.Limits LIMITS = new Manifest.Limits(0.05, 0.05);

  private static final int LEAST_AGAIN = 2;

  /** One block in so many may be run again: a machine that spoils more is not one to measure on. */
  private static final int BLOCKS_PER_AGAIN = 5;

  /** @throws UserError when the plan could never end by its own rule */
  public RunRequest {
    if (blocks < 1) {
      throw new UserError("--blocks " + blocks + ": a fixture needs at least 1 block that counts");
    }
    if (targetCi != null && blocks < BlockLoop.LEAST_BLOCKS_FOR_TARGET) {
      throw new UserError("--target-ci is asked only after " + BlockLoop.LEAST_BLOCKS_FOR_TARGET
          + " blocks, and the plan has " + blocks + ": give more with --blocks, or take a larger preset");
    }
  }

  /** @param arms that it is for */
  Manifest.Plan plan(List<PlannedArm> arms) {
    return new Manifest.Plan(preset.id(), seed, preset.warmupBlocks(), blocks, targetCi, budget.toMillis(),
        timeout.toMillis(), Math.max(LEAST_AGAIN, blocks / BLOCKS_PER_AGAIN), LIMITS,
        scenarios.isEmpty() ? null : ScenarioPlan.of(scenarios, arms));
  }
}
