package dev.coldstart.launcher.run;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Ctrl-C and its kind: the child dies at once, and the run gets the time to write down what it has. The JVM ends when
 * its shutdown hooks have ended, so the hook waits for the run.
 */
final class Interruption implements AutoCloseable {

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
