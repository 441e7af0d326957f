package dev.coldstart.launcher.scenario;

import dev.coldstart.launcher.launch.Gate;
import java.io.IOException;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/**
 * Lets children start at one instant, which is set when all of them are ready to be spawned.
 *
 * <p>Until then their threads are parked: one that spins would take a processor from a child that is up. A thread that
 * is parked wakes some 50 us late on Linux, and may find no processor free; whatever is later than the instant stands
 * in each launch's {@code lateNs}, and in its response, which counts from the instant.
 */
final class StartBarrier implements Gate {

  /** Enough for all threads to hear of the instant and to park. */
  private static final long LEAD_NS = TimeUnit.MILLISECONDS.toNanos(5);

  /** How long one waits for the others, which have no more to do than to make a folder. */
  private static final long READY_S = 30;

  private final CyclicBarrier ready;
  private volatile long instantNs;

  StartBarrier(int starts) {
    ready = new CyclicBarrier(starts, () -> instantNs = System.nanoTime() + LEAD_NS);
  }

  @Override
  public void await() throws IOException, InterruptedException {
    try {
      ready.await(READY_S, TimeUnit.SECONDS);
    } catch (BrokenBarrierException | TimeoutException e) {
      throw new IOException("the other launches of the burst were not ready", e);
    }
    long leftNs = instantNs - System.nanoTime();
    while (leftNs > 0) {
      LockSupport.parkNanos(leftNs);
      if (Thread.interrupted()) {
        throw new InterruptedException("before the burst");
      }
      leftNs = instantNs - System.nanoTime();
    }
  }

  /** The intended start, in ns of nanoTime; known when a child was let start. */
  long instantNs() {
    return instantNs;
  }
}
