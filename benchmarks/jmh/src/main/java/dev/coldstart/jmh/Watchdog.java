package dev.coldstart.jmh;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Kills what this JVM starts when it takes too long, when its caller gives up, and when this JVM is told to end.
 *
 * <p>JMH's own timeout interrupts the benchmark's thread and then waits for ever, and it leaves its fork behind. As JMH
 * gives no handle of its fork, every child that has appeared since the start is taken for it.
 */
final class Watchdog implements AutoCloseable {

  private final Set<ProcessHandle> before = ProcessHandle.current().children().collect(Collectors.toSet());
  private final Thread onExit = new Thread(this::kill, "jmh-fork-exit");
  private final Thread timer;
  private volatile boolean expired;

  /** Watches from now on. */
  Watchdog(Duration timeout) {
    timer = new Thread(() -> killAfter(timeout), "jmh-fork-timeout");
    timer.setDaemon(true);
    Runtime.getRuntime().addShutdownHook(onExit);
    timer.start();
  }

  /** Whether time was up before the fork had ended. */
  boolean expired() {
    return expired;
  }

  private void killAfter(Duration timeout) {
    try {
      Thread.sleep(timeout.toMillis());
      expired = true;
      // Again and again: JMH may start the fork only after a first child was killed that it asked for its version.
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

  /** Kills too: a caller that was interrupted no longer waits for its fork. */
  @Override
  public void close() {
    timer.interrupt();
    kill();
    try {
      Runtime.getRuntime().removeShutdownHook(onExit);
    } catch (IllegalStateException shuttingDown) {
      // The hook is at work.
    }
  }
}
