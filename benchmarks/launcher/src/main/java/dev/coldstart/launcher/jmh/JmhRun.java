package dev.coldstart.launcher.jmh;

import dev.coldstart.fixtures.Fixture.Event;
import dev.coldstart.jmh.JmhDriver.JmhForkException;
import dev.coldstart.jmh.JmhDriver;
import dev.coldstart.jmh.JmhFork;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.prepare.Artifacts;
import dev.coldstart.launcher.prepare.ChildCommand;
import dev.coldstart.launcher.machine.FailureWords;
import dev.coldstart.launcher.machine.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Runs the forks of a plan, one at a time, each with its runtime's class path and in a folder of its own.
 *
 * @param workFolder the parent folder for the forks' temporary folders
 * @param clockNs a clock in ns, with any origin
 */
public record JmhRun(JmhDriver driver, Artifacts artifacts, Path workFolder, Listener listener, LongSupplier clockNs) {

  public interface Listener {
    void forkEnded(JmhPlan.Fork fork, int done, int total);

    /** @param reason the reason, on one line */
    void failed(JmhPlan.Fork fork, String reason);
  }

  /** The time allowed in addition to warm-up and measurement, for the start of the JVM and of the engine. */
  private static final Duration START = Duration.ofMinutes(2);

  /**
   * Runs forks until the plan or the budget is used up.
   *
   * @param size the measurement time for each fork, and the budget
   * @param results the folder for JMH's own JSON, one file for each fork
   * @return how many forks gave no result because of the budget or an interruption
   */
  public int run(JmhPlan plan, JmhSize size, Path results, BooleanSupplier interrupted) throws IOException {
    long endNs = clockNs.getAsLong() + size.budget().toNanos();
    List<JmhPlan.Fork> forks = plan.forks();
    for (int i = 0; i < forks.size(); i++) {
      if (interrupted.getAsBoolean() || clockNs.getAsLong() >= endNs) {
        return forks.size() - i;
      }
      JmhPlan.Fork fork = forks.get(i);
      Optional<String> failure = run(fork, size, results);
      if (interrupted.getAsBoolean()) {
        // The fork was killed by the interruption, which is not a failure to report.
        return forks.size() - i;
      }
      failure.ifPresent(reason -> listener.failed(fork, reason));
      listener.forkEnded(fork, i + 1, forks.size());
    }
    return 0;
  }

  /** Why the fork gave no result. Empty if it gave one. */
  private Optional<String> run(JmhPlan.Fork fork, JmhSize size, Path results) throws IOException {
    Path folder = Files.createTempDirectory(workFolder, "fork-");
    try {
      driver.run(jmhFork(fork, size, folder), results.resolve(fork.name() + ".json"));
      return Optional.empty();
    } catch (JmhForkException e) {
      return Optional.of(FailureWords.withRoom(FailureWords.first(e.reason()), folder));
    } finally {
      Folders.delete(folder);
    }
  }

  private JmhFork jmhFork(JmhPlan.Fork fork, JmhSize size, Path folder) {
    PlannedArm arm = fork.arm();
    Event event = arm.fixture().coldEvent();
    ChildCommand command = artifacts.command(arm, 0, folder);
    JmhFork.Subject subject = new JmhFork.Subject(arm.configuration().id(), arm.fixture().id(),
        arm.configuration().child(), command.jars(), arm.fixture().module(), command.input(), event.expectedFile(),
        arm.fixture().entry().word(), arm.fixture().importsWord());
    return new JmhFork(subject, fork.measure(), fork.method(), arm.jdk().java(), arm.jdk().feature(), command.jvmArgs(),
        fork.warmup(), size.measurement(), START.plus(fork.warmup()).plus(size.measurement()));
  }
}
