package dev.coldstart.launcher.scenario;

import dev.coldstart.launcher.child.CheckedChildren;
import dev.coldstart.launcher.child.CheckedChildren.CheckedLaunch;
import dev.coldstart.launcher.child.StartBarrier;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.BurstLaunch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;

/** Launches of one arm that start at the same instant. */
final class Burst {

  private final PlannedArm arm;
  private final int block;
  private final List<CheckedChildren> lanes;
  private final CommonStart together;

  /** @param lanes one for each launch */
  Burst(PlannedArm arm, int block, List<CheckedChildren> lanes) {
    this.arm = arm;
    this.block = block;
    this.lanes = lanes;
    this.together = new CommonStart(lanes.size());
  }

  List<BurstLaunch> launch() throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(lanes.size());
    try {
      List<Future<CheckedLaunch>> children = new ArrayList<>();
      for (CheckedChildren lane : lanes) {
        children.add(threads.submit(() -> lane.run(arm, 0, List.of(), together)));
      }
      List<BurstLaunch> launches = new ArrayList<>();
      for (Future<CheckedLaunch> child : children) {
        launches.add(launch(launches.size(), child));
      }
      return launches;
    } finally {
      threads.shutdownNow();
    }
  }

  /** A child that cannot be spawned is a possible outcome of a burst and no reason to stop the run. */
  private BurstLaunch launch(int index, Future<CheckedLaunch> child) throws IOException {
    try {
      CheckedLaunch checked = child.get();
      long instantNs = together.instantNs();
      return checked.broken().isPresent()
          ? launch(index, checked.broken().get(), null, null)
          : launch(index, null, checked.outcome().startedNs() - instantNs, checked.outcome().respondedNs() - instantNs);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        return launch(index, "could not be started: " + failure, null, null);
      }
      throw new IllegalStateException("a launch of a burst failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted in a burst", e);
    }
  }

  private BurstLaunch launch(int index, String reason, Long lateNs, Long responseNs) {
    return new BurstLaunch(block, arm.id(), arm.fixture().id(), lanes.size(), index, reason == null, reason, lateNs,
        responseNs);
  }

  /**
   * Starts children at one instant, which is set when all of them are ready to be spawned.
   *
   * <p>Until then their threads are parked, because a spinning thread would take a processor from a running child. On
   * Linux a parked thread wakes about 50 us late and may find no free processor. This delay is recorded in each
   * launch's {@code lateNs}, and is included in its response time, which counts from the instant.
   */
  static final class CommonStart implements StartBarrier {

    /** Enough time for all threads to see the instant and to park. */
    private static final long LEAD_NS = TimeUnit.MILLISECONDS.toNanos(5);

    /** How long a thread waits for the others, which only have to make a folder. */
    private static final long READY_S = 30;

    private final CyclicBarrier ready;
    private volatile long instantNs;

    CommonStart(int starts) {
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

    /** The intended start, in ns of nanoTime. Known once a child has started. */
    long instantNs() {
      return instantNs;
    }
  }
}
