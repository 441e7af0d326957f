package dev.coldstart.launcher.run;

import dev.coldstart.jmh.JmhDriver;
import dev.coldstart.launcher.TemporaryFolder;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.child.CheckedChildren.Answer;
import dev.coldstart.launcher.jmh.JmhPlan;
import dev.coldstart.launcher.jmh.JmhRun;
import dev.coldstart.launcher.jmh.JmhSize;
import dev.coldstart.launcher.machine.MachineGuards;
import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.machine.RunLock;
import dev.coldstart.launcher.machine.SpawnCalibration;
import dev.coldstart.launcher.machine.SystemFiles;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.prepare.Artifacts;
import dev.coldstart.launcher.scenario.LaunchDriver;
import dev.coldstart.launcher.scenario.ProcessLauncher;
import dev.coldstart.record.Guards;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.text.Commands;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Everything that the parts of a run share while it is in progress.
 *
 * @param workFolder the folder for everything that is removed with the run
 * @param toGoOn the arguments that resume the series that the run belongs to; null if it belongs to none
 */
record RunContext(RunStart start, RunRecord record, Artifacts artifacts, Path workFolder, Interruption interruption,
    Progress progress, Tools tools, List<String> toGoOn) {

  /** The command that resumes the run or its series, ready to paste into a shell. */
  String commandToGoOn() {
    return Commands.here().coldstart(toGoOn == null ? List.of("run", "--resume", folder()) : toGoOn);
  }

  /** The run's folder, as an absolute path. */
  String folder() {
    return record.folder().path().toAbsolutePath().toString();
  }

  boolean isInterrupted() {
    return interruption.isRequested();
  }

  /**
   * An arm's response to the first event of its fixture. A failure may be the machine's, so it is tried once more; if a
   * limit ended the launch, a second try would only take as long again.
   *
   * @param plain without the settings of a profile, whose caches may not be made yet
   */
  Answer answer(PlannedArm plain, LaunchDriver driver) throws IOException {
    artifacts.make(plain, 0);
    String unprepared = artifacts.failure(plain);
    if (unprepared != null) {
      return new Answer(null, unprepared);
    }
    Answer first = driver.answer(plain);
    boolean isFinal = first.failure() == null || first.atLimit() || isInterrupted();
    return isFinal ? first : driver.answer(plain);
  }

  /**
   * Checks that the temporary folder is not full. If it is, that is the reason for any failure there, and the failure
   * says nothing about an arm.
   *
   * @throws UserError if it is full
   */
  void assertRoom() {
    tools.temporary().unfit(TemporaryFolder.TO_GO_ON_BYTES).ifPresent(why -> {
      throw new UserError(why + ", then resume with " + commandToGoOn());
    });
  }

  /**
   * The tools that a run works with. Tests have tools that start nothing.
   *
   * @param launching makes the driver for a run's launches
   * @param analysis makes reports from the raw data
   * @param guards for a run's folder, returns the source of the machine's activity since the previous call
   * @param spawns measures the cost of starting a trivial program; empty if it cannot be measured or is interrupted
   * @param clockNs a clock in ns, with any origin
   * @param lock the file that prevents two measurements at once
   * @param caches the folder for kept caches and images
   * @param temporary the parent folder for the runs' temporary folders
   */
  record Tools(Function<RunContext, LaunchDriver> launching, Observing observing, Analysis analysis,
      Function<Path, Supplier<Guards>> guards, Function<BooleanSupplier, List<Manifest.Spawn>> spawns,
      LongSupplier clockNs, Path lock, Path caches, TemporaryFolder temporary) {

    /** Runs a JMH plan. Returns how many of its forks gave no result because of the budget or an interruption. */
    interface Observing {
      int observe(RunContext context, JmhPlan plan, JmhSize size, JmhRun.Listener listener) throws IOException;
    }

    /** The tools that really measure. */
    static Tools real(Checkout home, Analysis analysis, LaunchDriver.Around around) {
      return new Tools(context -> launcher(context, around),
          (context, plan, size,
              listener) -> new JmhRun(new JmhDriver(Configuration.classPath(home.jmhStage())), context.artifacts,
                  context.workFolder, listener, System::nanoTime)
                  .run(plan, size, context.record.folder().jmh(), context::isInterrupted),
          analysis, folder -> new MachineGuards(SystemFiles.REAL, folder, System::nanoTime), SpawnCalibration::measure,
          System::nanoTime, RunLock.place(), home.caches(), TemporaryFolder.ofThisJvm());
    }

    /** The largest resident set of one process. */
    static long memoryBytes(Manifest.Plan plan) {
      return plan.memoryLimitBytes() == null ? ProcessLimits.DEFAULT_MEMORY_BYTES : plan.memoryLimitBytes();
    }

    private static LaunchDriver launcher(RunContext context, LaunchDriver.Around around) {
      Manifest.Plan plan = context.record.plan();
      Duration timeout = Duration.ofMillis(plan.timeoutMs());
      ProcessLimits limits = new ProcessLimits(timeout, memoryBytes(plan));
      LaunchDriver launcher = new ProcessLauncher(context.artifacts, context.workFolder, limits);
      return around.of(launcher, context.artifacts, context.workFolder, timeout);
    }
  }

  /**
   * Handles Ctrl-C and similar signals. The child is killed at once, and the run gets time to record what it has. The
   * JVM exits once its shutdown hooks have ended, so the hook waits for the run.
   */
  static final class Interruption implements AutoCloseable {

    private static final Duration GRACE = Duration.ofSeconds(10);

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook = new Thread(this::interrupt, "interruption");
    private volatile boolean requested;

    Interruption() {
      Runtime.getRuntime().addShutdownHook(hook);
    }

    boolean isRequested() {
      return requested;
    }

    private void interrupt() {
      requested = true;
      ProcessHandle.current().descendants().forEach(ProcessHandle::destroyForcibly);
      try {
        finished.await(GRACE.toSeconds(), TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    @Override
    public void close() {
      finished.countDown();
      if (!requested) {
        Runtime.getRuntime().removeShutdownHook(hook);
      }
    }
  }
}
