package dev.coldstart.launcher.run;

import dev.coldstart.launcher.TemporaryFolder;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Checkout;
import dev.coldstart.launcher.child.CheckedChildren.Answer;
import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.machine.RunLock;
import dev.coldstart.launcher.machine.WorkFolder;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.prepare.Artifacts;
import dev.coldstart.launcher.prepare.ChildCommand;
import dev.coldstart.launcher.scenario.ProcessLauncher;
import dev.coldstart.record.text.IoReason;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Prepares and starts arms without measuring them, in a folder that is removed afterwards. Holds the machine's lock,
 * because it would disturb a run.
 */
final class Unmeasured implements AutoCloseable {

  private final RunLock lock;
  private final WorkFolder work;
  private final Artifacts artifacts;
  private final ProcessLauncher launcher;

  private Unmeasured(RunLock lock, WorkFolder work, Checkout home, Duration timeout) {
    this.lock = lock;
    this.work = work;
    this.artifacts = new Artifacts(work.path(), home.caches());
    this.launcher = new ProcessLauncher(artifacts, work.path(), ProcessLimits.of(timeout));
  }

  /**
   * Takes the lock and makes the folder.
   *
   * @param timeout how long one child may take
   * @throws UserError if a run is measuring, or if the folder cannot be made
   */
  static Unmeasured here(Checkout home, Duration timeout) {
    RunLock lock = RunLock.take(RunLock.place());
    try {
      return new Unmeasured(lock, WorkFolder.in(TemporaryFolder.ofThisJvm().path()), home, timeout);
    } catch (IOException e) {
      lock.close();
      throw new UserError("no folder can be made in " + TemporaryFolder.ofThisJvm().path() + ": " + IoReason.of(e), e);
    }
  }

  /** Prepares the arm. Returns why this failed; empty if it did not. */
  Optional<String> prepare(PlannedArm arm) {
    artifacts.make(arm, 1);
    return Optional.ofNullable(artifacts.failure(arm));
  }

  /** The command that starts a child of the arm, which was prepared. */
  ChildCommand command(PlannedArm arm) {
    return artifacts.command(arm, 0, work.path());
  }

  /**
   * The answer of a child of the arm, which was prepared.
   *
   * @throws UserError if no child can be started on this machine at all
   */
  Answer answer(PlannedArm arm) {
    try {
      return launcher.answer(arm);
    } catch (IOException e) {
      throw new UserError("no child can be started: " + IoReason.of(e), e);
    }
  }

  @Override
  public void close() {
    try {
      launcher.close();
      work.close();
    } catch (IOException e) {
      throw new UserError("the folder " + work.path() + " cannot be removed: " + IoReason.of(e), e);
    } finally {
      lock.close();
    }
  }
}
