package dev.coldstart.launcher.run;

import dev.coldstart.launcher.launch.LaunchDriver.Launched;
import dev.coldstart.launcher.launch.LaunchDriver.Slot;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.record.Launch;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The launches of one block, one after the other: as they were made before, or made now. */
final class BlockRun {

  private final int block;
  private final boolean warmup;
  private final Past past;
  private final Means means;
  private final ColdRun.Listener listener;
  private final List<Launch> launches = new ArrayList<>();
  private int made;

  BlockRun(int block, boolean warmup, Past past, Means means, ColdRun.Listener listener) {
    this.block = block;
    this.warmup = warmup;
    this.past = past;
    this.means = means;
    this.listener = listener;
  }

  /** The next place of the block is the arm's; empty when the run was interrupted. */
  Optional<Launch> next(PlannedArm arm) throws IOException {
    Slot slot = new Slot(block, launches.size(), warmup);
    Optional<Launch> launch = past.take(arm, slot);
    if (launch.isEmpty()) {
      launch = make(arm, slot);
    }
    launch.ifPresent(launches::add);
    return launch;
  }

  private Optional<Launch> make(PlannedArm arm, Slot slot) throws IOException {
    past.assertUsedUp();
    if (means.interrupted().getAsBoolean()) {
      return Optional.empty();
    }
    Launched launched = means.driver().launch(arm, slot);
    // Who interrupts kills the child, so that this launch tells nothing.
    if (means.interrupted().getAsBoolean()) {
      return Optional.empty();
    }
    made++;
    listener.launched(launched);
    return Optional.of(launched.launch());
  }

  /** All of them, in order. */
  List<Launch> launches() {
    return launches;
  }

  /** Whether any was made now. */
  boolean isWatched() {
    return made > 0;
  }

  /** In which a child lived. */
  long childrenNs() {
    return childrenNs(launches);
  }

  /** How long it took before it was cut, from the first spawn to the last exit; 0 when it was not. */
  long beforeCutNs() {
    List<Launch> before = launches.subList(0, launches.size() - made);
    if (before.isEmpty()) {
      return 0;
    }
    Launch last = before.get(before.size() - 1);
    long spanMs = last.startedAtMs() - before.get(0).startedAtMs();
    // That clock is coarse and may be set back meanwhile; the children's own is not.
    return Math.max(TimeUnit.MILLISECONDS.toNanos(spanMs) + ns(last), childrenNs(before));
  }

  private static long childrenNs(List<Launch> launches) {
    return launches.stream().mapToLong(BlockRun::ns).sum();
  }

  private static long ns(Launch launch) {
    return launch.wallNs() == null ? 0 : launch.wallNs();
  }
}
