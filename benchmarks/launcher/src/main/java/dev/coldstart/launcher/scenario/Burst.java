package dev.coldstart.launcher.scenario;

import dev.coldstart.launcher.launch.CheckedChildren;
import dev.coldstart.launcher.launch.CheckedChildren.CheckedLaunch;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.BurstLaunch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Launches of one arm that start at the same instant. */
final class Burst {

  private final PlannedArm arm;
  private final int block;
  private final List<CheckedChildren> lanes;
  private final StartBarrier together;

  /** @param lanes one for each launch */
  Burst(PlannedArm arm, int block, List<CheckedChildren> lanes) {
    this.arm = arm;
    this.block = block;
    this.lanes = lanes;
    this.together = new StartBarrier(lanes.size());
  }

  List<BurstLaunch> launch() throws IOException {
    ExecutorService threads = Executors.newFixedThreadPool(lanes.size());
    try {
      List<Future<CheckedLaunch>> children = new ArrayList<>();
      for (CheckedChildren lane : lanes) {
        children.add(threads.submit(() -> lane.run(arm, List.of(), together)));
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

  /** One that could not be spawned is what a burst may lead to, and no reason to stop the run. */
  private BurstLaunch launch(int index, Future<CheckedLaunch> child) throws IOException {
    try {
      CheckedLaunch checked = child.get();
      return checked.broken().isPresent() ? invalid(index, checked.broken().get()) : valid(index, checked);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException failure) {
        return invalid(index, "could not be started: " + failure.getMessage());
      }
      throw new IllegalStateException("a launch of a burst failed", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted in a burst", e);
    }
  }

  private BurstLaunch valid(int index, CheckedLaunch child) {
    long instantNs = together.instantNs();
    return launch(index, null, child.outcome().startedNs() - instantNs, child.outcome().respondedNs() - instantNs);
  }

  private BurstLaunch invalid(int index, String reason) {
    return launch(index, reason, null, null);
  }

  private BurstLaunch launch(int index, String reason, Long lateNs, Long responseNs) {
    return new BurstLaunch(block, arm.id(), arm.fixture().id(), lanes.size(), index, reason == null, reason, lateNs,
        responseNs);
  }
}
