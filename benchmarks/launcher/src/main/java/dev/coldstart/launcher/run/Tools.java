package dev.coldstart.launcher.run;

import dev.coldstart.launcher.catalog.Home;
import dev.coldstart.launcher.jmh.JmhPlan;
import dev.coldstart.launcher.jmh.JmhRun;
import dev.coldstart.launcher.jmh.JmhSize;
import dev.coldstart.launcher.launch.BesideHyperfine;
import dev.coldstart.launcher.launch.LaunchDriver;
import dev.coldstart.launcher.launch.Preparations;
import dev.coldstart.launcher.launch.ProcessLauncher;
import dev.coldstart.launcher.launch.SpawnCalibration;
import dev.coldstart.launcher.scenario.ProcessScenarios;
import dev.coldstart.launcher.scenario.ScenarioDriver;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.StopRule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What a job does its work with; tests have tools that start nothing.
 *
 * @param analysis what is made of the raw data
 * @param staging starts what scenarios ask for
 * @param guards by the run's folder
 * @param spawns measures what starting a trivial program costs; none where it cannot be measured
 * @param clockNs in ns, of any base
 * @param lock the file that keeps two jobs apart
 * @param caches the folder in which what JVMs start from is kept
 */
record Tools(Launching launching, Staging staging, Observing observing, Analysis analysis,
    Function<Path, BlockGuards> guards, Supplier<List<Manifest.Spawn>> spawns, LongSupplier clockNs, Path lock,
    Path caches) {

  /** Lends a driver of launches, and ends whatever it started. */
  interface Launching {
    StopRule with(Preparations preparations, Path workFolder, Duration timeout, Use use) throws IOException;

    interface Use {
      StopRule of(LaunchDriver driver) throws IOException;
    }
  }

  /** Lends a driver of scenarios, and ends whatever it started; the result is what its user's is. */
  interface Staging {
    Map<String, Integer> with(Preparations preparations, Path workFolder, Duration timeout, Use use) throws IOException;

    interface Use {
      Map<String, Integer> of(ScenarioDriver driver) throws IOException;
    }
  }

  /** Has JMH go through a plan; the result is how many of its forks were not begun. */
  interface Observing {
    int observe(JmhPlan plan, JmhSize size, Path results, Preparations preparations, Path workFolder,
        JmhRun.Listener listener, BooleanSupplier interrupted) throws IOException;
  }

  /** Those that measure. */
  static Tools real(Home home, Analysis analysis) {
    return new Tools(Tools::launch, Tools::stage,
        (plan, size, results, preparations, workFolder, listener,
            interrupted) -> new JmhRun(home.jmhStage(), preparations, workFolder, listener, System::nanoTime).run(plan,
                size, results, interrupted),
        analysis, folder -> new MachineGuards(SystemFiles.REAL, folder, System::nanoTime), SpawnCalibration::measure,
        System::nanoTime, RunLock.place(), home.caches());
  }

  /** The same with hyperfine beside each launch, whose times go into a file. */
  Tools besideHyperfine(Path times) {
    Launching beside =
        (preparations, workFolder, timeout, use) -> launching.with(preparations, workFolder, timeout, driver -> use
            .of(new BesideHyperfine(BesideHyperfine.PROGRAM, driver, preparations, workFolder, times, timeout)));
    return new Tools(beside, staging, observing, analysis, guards, spawns, clockNs, lock, caches);
  }

  private static StopRule launch(Preparations preparations, Path workFolder, Duration timeout, Launching.Use use)
      throws IOException {
    try (ProcessLauncher launcher = new ProcessLauncher(preparations, workFolder, timeout)) {
      return use.of(launcher);
    }
  }

  private static Map<String, Integer> stage(Preparations preparations, Path workFolder, Duration timeout,
      Staging.Use use) throws IOException {
    try (ProcessScenarios scenarios = new ProcessScenarios(preparations, workFolder, timeout)) {
      return use.of(scenarios);
    }
  }
}
