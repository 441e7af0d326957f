package dev.coldstart.launcher.scenario;

import dev.coldstart.launcher.child.CheckedChildren;
import dev.coldstart.launcher.child.CheckedChildren.CheckedLaunch;
import dev.coldstart.launcher.machine.CpuShare;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.scenario.LaunchDriver.Slot;
import dev.coldstart.record.SizedLaunch;
import java.io.IOException;

/** Launches with the processor time that AWS Lambda gives functions of its memory sizes. */
final class LambdaSizes {

  private LambdaSizes() {}

  /** One launch for each size. The block's number decides which comes first, so that none always does. */
  static SizedLaunch launch(PlannedArm arm, Slot slot, CheckedChildren children) throws IOException {
    int[] sizes = SizedLaunch.sizes();
    long[] responseNs = new long[sizes.length];
    String reason = null;
    try (CpuShare share = CpuShare.here()) {
      for (int i = 0; i < sizes.length && reason == null; i++) {
        int at = (slot.block() + i) % sizes.length;
        CheckedLaunch child =
            children.runBehind(share.limited((double) sizes[at] / SizedLaunch.WHOLE_PROCESSOR_MB), arm);
        reason = child.broken().map(why -> "with " + sizes[at] + " MB: " + why).orElse(null);
        responseNs[at] = child.outcome().respondedNs() - child.outcome().startedNs();
      }
    }
    return new SizedLaunch(slot.block(), slot.position(), arm.id(), arm.fixture().id(), reason == null, reason,
        reason == null ? sizes : null, reason == null ? responseNs : null);
  }
}
