package dev.coldstart.jmh;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Kills the children of this JVM at the timeout, when the caller gives up, and when this JVM shuts down.
 *
 * <p>JMH's own timeout interrupts the benchmark's thread, then waits forever and leaves the fork running. JMH gives no
 * handle to its fork, so every child that has appeared since this object was created counts as the fork.
 */
final class Watchdog implements AutoCloseable {

  private final Set<ProcessHandle> before = ProcessHandle.current().children().collect(Collectors.toSet());
  private final Thread onExit = new Thread(this::kill, "jmh-fork-exit");
  private final Thread timer;
  private volatile boolean expired;

  /** Starts the timer. */
  Watchdog(Duration timeout) {
    timer = new Thread(() -> killAfter(timeout), "jmh-fork-timeout");
    timer.setDaemon(true);
    Runtime.getRuntime().addShutdownHook(onExit);
    timer.start();
  }

  /** Whether the timeout passed before the fork ended. */
  boolean expired() {
    return expired;
  }

  private void killAfter(Duration timeout) {
    try {
      Thread.sleep(timeout.toMillis());
      expired = true;
      // Repeat, because JMH may start the fork only after this has killed the child that JMH asked for its version.
      while (true) {
        kill();
        Thread.sleep(100);
      }
    } catch (InterruptedException closed) {
      // The fork has ended.
    }
  }

  private void kill() {
    ProcessHandle.current().children().filter(child -> !before.contains(child)).forEach(ProcessHandle::destroyForcibly);
  }

  /** Kills too, because an interrupted caller no longer waits for its fork. */
  @Override
  public void close() {
    timer.interrupt();
    kill();
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException shuttingDown) {
      // The hook is running.
    }
  }
}
