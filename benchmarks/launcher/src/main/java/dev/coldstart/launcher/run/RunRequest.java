package dev.coldstart.launcher.run;

import dev.coldstart.launcher.catalog.Home;
import dev.coldstart.launcher.plan.Selection;
import dev.coldstart.results.Manifest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What somebody asked for.
 *
 * @param seed of all random orders
 * @param budget how long the launches may take
 * @param timeout how long one launch may take
 * @param out the folder that the run's own folder goes into
 * @param commandLine the arguments as given
 */
public record RunRequest(
    Home home,
    Selection selection,
    Preset preset,
    long seed,
    Duration budget,
    Duration timeout,
    Path out,
    List<String> commandLine) {

  Manifest.Plan plan() {
    return new Manifest.Plan(
        preset.id(), seed, preset.warmupBlocks(), preset.blocks(), null, budget.toMillis(), timeout.toMillis(), null, null);
  }
}
