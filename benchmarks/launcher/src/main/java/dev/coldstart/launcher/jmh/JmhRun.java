package dev.coldstart.launcher.jmh;

import dev.coldstart.fixtures.Fixture.Event;
import dev.coldstart.jmh.JmhDriver.JmhForkException;
import dev.coldstart.jmh.JmhDriver;
import dev.coldstart.jmh.JmhFork;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.prepare.Artifacts;
import dev.coldstart.launcher.prepare.FailureWords;
import dev.coldstart.launcher.prepare.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;

/**
 * Has JMH go through a plan, one fork at a time, each on its runtime's class path and in a folder of its own.
 *
 * @param workFolder where the forks' temporary folders go
 * @param clockNs in ns, of any base
 */
public record JmhRun(JmhDriver driver, Artifacts artifacts, Path workFolder, Listener listener, LongSupplier clockNs) {

  /** Is told of everything as it happens. */
  public interface Listener {
    void forkEnded(JmhPlan.Fork fork, int done, int total);

    /** @param reason on one line */
    void failed(JmhPlan.Fork fork, String reason);
  }

  /** What a fork may take beside warm-up and measurement: the start of its JVM and of its engine. */
  private static final Duration START = Duration.ofMinutes(2);

  /**
   * Runs forks until the plan or the budget is used up.
   *
   * @param size says how long each is measured, and the budget
   * @param results where JMH's own JSON goes, one file a fork
   * @return how many forks gave no result because the plan was not gone through
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
        // Its fork was killed, which is no failure to tell of.
        return forks.size() - i;
      }
      failure.ifPresent(reason -> listener.failed(fork, reason));
      listener.forkEnded(fork, i + 1, forks.size());
    }
    return 0;
  }

  /** Why it gave no result; empty when it gave one. */
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
    JmhFork.Subject subject =
        new JmhFork.Subject(arm.configuration().id(), arm.fixture().id(), arm.configuration().child(),
            arm.configuration().classPath(), arm.fixture().module(), event.eventFile(), event.expectedFile());
    return new JmhFork(subject, fork.measure(), fork.method(), arm.jdk().java(), arm.jdk().feature(),
        artifacts.command(arm, 0, folder).jvmArgs(), fork.warmup(), size.measurement(),
        START.plus(fork.warmup()).plus(size.measurement()));
  }
}
