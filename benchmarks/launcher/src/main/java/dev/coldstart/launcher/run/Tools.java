package dev.coldstart.launcher.run;

import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.jmh.JmhPlan;
import dev.coldstart.launcher.jmh.JmhRun;
import dev.coldstart.launcher.jmh.JmhSize;
import dev.coldstart.launcher.machine.BlockGuards;
import dev.coldstart.launcher.machine.MachineGuards;
import dev.coldstart.launcher.machine.RunLock;
import dev.coldstart.launcher.machine.SpawnCalibration;
import dev.coldstart.launcher.machine.SystemFiles;
import dev.coldstart.launcher.scenario.LaunchDriver;
import dev.coldstart.launcher.scenario.ProcessLauncher;
import dev.coldstart.record.Manifest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What a run does its work with; tests have tools that start nothing.
 *
 * @param launching makes the driver of a run's launches
 * @param analysis what is made of the raw data
 * @param guards by the run's folder
 * @param spawns measures what starting a trivial program costs; none where it cannot be measured
 * @param clockNs in ns, of any base
 * @param lock the file that keeps two jobs apart
 * @param caches the folder in which what JVMs start from is kept
 */
record Tools(Function<RunContext, LaunchDriver> launching, Observing observing, Analysis analysis,
    Function<Path, BlockGuards> guards, Supplier<List<Manifest.Spawn>> spawns, LongSupplier clockNs, Path lock,
    Path caches) {

  /** Has JMH go through a plan; the result is how many of its forks were not begun. */
  interface Observing {
    int observe(RunContext context, JmhPlan plan, JmhSize size, JmhRun.Listener listener) throws IOException;
  }

  /** Those that measure. */
  static Tools real(Checkout home, Analysis analysis, LaunchDriver.Around around) {
    return new Tools(context -> launcher(context, around),
        (context, plan, size,
            listener) -> new JmhRun(home.jmhStage(), context.artifacts(), context.workFolder(), listener,
                System::nanoTime).run(plan, size, context.record().folder().jmh(), context::isInterrupted),
        analysis, folder -> new MachineGuards(SystemFiles.REAL, folder, System::nanoTime), SpawnCalibration::measure,
        System::nanoTime, RunLock.place(), home.caches());
  }

  private static LaunchDriver launcher(RunContext context, LaunchDriver.Around around) {
    Duration timeout = Duration.ofMillis(context.record().plan().timeoutMs());
    LaunchDriver launcher = new ProcessLauncher(context.artifacts(), context.workFolder(), timeout);
    return around.of(launcher, context.artifacts(), context.workFolder(), timeout);
  }
}
