package dev.coldstart.launcher.run;

import dev.coldstart.jmh.JmhDriver;
import dev.coldstart.launcher.TemporaryFolder;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.jmh.JmhPlan;
import dev.coldstart.launcher.jmh.JmhRun;
import dev.coldstart.launcher.jmh.JmhSize;
import dev.coldstart.launcher.machine.MachineGuards;
import dev.coldstart.launcher.machine.RunLock;
import dev.coldstart.launcher.machine.SpawnCalibration;
import dev.coldstart.launcher.machine.SystemFiles;
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
 * Everything that the parts of one run share while it is on.
 *
 * @param workFolder for what goes with the run
 * @param toGoOn the arguments that go on with what the run is a part of; null where it stands for itself
 */
record RunContext(RunStart start, RunRecord record, Artifacts artifacts, Path workFolder, Interruption interruption,
    Progress progress, Tools tools, List<String> toGoOn) {

  /** As a user can paste it. */
  String commandToGoOn() {
    return Commands.here().coldstart(toGoOn == null ? List.of("run", "--resume", folder()) : toGoOn);
  }

  /** The run's, absolute. */
  String folder() {
    return record.folder().path().toAbsolutePath().toString();
  }

  boolean isInterrupted() {
    return interruption.isRequested();
  }

  /**
   * Whatever fails in a temporary folder that is full fails for that, and says nothing of an arm.
   *
   * @throws UserError when it is full
   */
  void assertRoom() {
    tools.temporary().unfit(TemporaryFolder.TO_GO_ON_BYTES).ifPresent(why -> {
      throw new UserError(why + ", then go on with " + commandToGoOn());
    });
  }

  /**
   * What a run does its work with; tests have tools that start nothing.
   *
   * @param launching makes the driver of a run's launches
   * @param analysis what is made of the raw data
   * @param guards by the run's folder: what the machine did since that was asked last
   * @param spawns measures what starting a trivial program costs; none where it cannot be measured, or is interrupted
   * @param clockNs in ns, of any base
   * @param lock the file that keeps two jobs apart
   * @param caches the folder in which what JVMs start from is kept
   * @param temporary the folder in which runs have one of their own
   */
  record Tools(Function<RunContext, LaunchDriver> launching, Observing observing, Analysis analysis,
      Function<Path, Supplier<Guards>> guards, Function<BooleanSupplier, List<Manifest.Spawn>> spawns,
      LongSupplier clockNs, Path lock, Path caches, TemporaryFolder temporary) {

    /** Has JMH go through a plan; the result is how many of its forks were not begun. */
    interface Observing {
      int observe(RunContext context, JmhPlan plan, JmhSize size, JmhRun.Listener listener) throws IOException;
    }

    /** Those that measure. */
    static Tools real(Checkout home, Analysis analysis, LaunchDriver.Around around) {
      return new Tools(context -> launcher(context, around),
          (context, plan, size,
              listener) -> new JmhRun(new JmhDriver(Configuration.classPath(home.jmhStage())), context.artifacts,
                  context.workFolder, listener, System::nanoTime)
                  .run(plan, size, context.record.folder().jmh(), context::isInterrupted),
          analysis, folder -> new MachineGuards(SystemFiles.REAL, folder, System::nanoTime), SpawnCalibration::measure,
          System::nanoTime, RunLock.place(), home.caches(), TemporaryFolder.ofThisJvm());
    }

    private static LaunchDriver launcher(RunContext context, LaunchDriver.Around around) {
      Duration timeout = Duration.ofMillis(context.record.plan().timeoutMs());
      LaunchDriver launcher = new ProcessLauncher(context.artifacts, context.workFolder, timeout);
      return around.of(launcher, context.artifacts, context.workFolder, timeout);
    }
  }

  /**
   * Ctrl-C and its kind: the child dies at once, and the run gets the time to write down what it has. The JVM ends when
   * its shutdown hooks have ended, so the hook waits for the run.
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
