package dev.coldstart.launcher.scenario;

import dev.coldstart.child.ColdStart;
import dev.coldstart.launcher.child.CheckedChildren;
import dev.coldstart.launcher.child.CheckedChildren.CheckedLaunch;
import dev.coldstart.launcher.child.ChildOutcome;
import dev.coldstart.launcher.child.ParsedChildReport;
import dev.coldstart.launcher.child.StartBarrier;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.scenario.LaunchDriver.Made;
import dev.coldstart.launcher.scenario.LaunchDriver.Slot;
import dev.coldstart.record.Counters;
import dev.coldstart.record.Launch;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.spi.Phase;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The headline: a launch with a single call. */
final class FirstResponse {

  private FirstResponse() {}

  static Made launch(CheckedChildren children, PlannedArm arm, Slot slot) throws IOException {
    // A program is asked in every launch, where this is cheap: it can be replaced under the same name.
    boolean identify = slot.isFirst() || arm.configuration().program().isPresent();
    CheckedLaunch child = children.run(arm, slot.cache() == null ? 0 : slot.cache(),
        identify ? List.of(ColdStart.IDENTIFY) : List.of(), StartBarrier.OPEN);
    return new Made(List.of(child.broken().isPresent() ? invalid(arm, slot, child) : valid(arm, slot, child)),
        child.report().map(ParsedChildReport::engine).orElse(null));
  }

  private static Launch valid(PlannedArm arm, Slot slot, CheckedLaunch child) {
    ChildOutcome outcome = child.outcome();
    ParsedChildReport report = child.report().get();
    long[] stampsNs = report.stampsNs();
    return new Launch(slot.block(), slot.position(), arm.id(), arm.fixture().id(), slot.warmup(), true, null,
        child.startedAtMs(), outcome.respondedNs() - outcome.startedNs(), outcome.exitedNs() - outcome.startedNs(),
        phases(outcome.startedNs(), stampsNs, outcome.respondedNs(), arm.configuration().fused()),
        outcome.respondedNs() - stampsNs[stampsNs.length - 1], Counters.of(report::counter), outcome.exitCode(),
        slot.cache());
  }

  /** Omits all times of a launch that does not count, except for the total, which explains a hang. */
  private static Launch invalid(PlannedArm arm, Slot slot, CheckedLaunch child) {
    ChildOutcome outcome = child.outcome();
    return new Launch(slot.block(), slot.position(), arm.id(), arm.fixture().id(), slot.warmup(), false,
        child.broken().get(), child.startedAtMs(), null, outcome.exitedNs() - outcome.startedNs(), null, null,
        Counters.NONE, outcome.killed() ? null : Integer.valueOf(outcome.exitCode()), slot.cache());
  }

  /**
   * Computes the phases from the timestamps.
   *
   * @param startedNs the parent's clock at the spawn
   * @param stampsNs the end of each phase by the child's clock; the last is the handler's return
   * @param respondedNs the parent's clock at the response, where the last phase ends
   * @param fused phases that cannot be separated, each with the phase that includes its time, by name
   */
  static PhasesNs phases(long startedNs, long[] stampsNs, long respondedNs, Map<String, String> fused) {
    Phase[] phases = Phase.values();
    Long[] tookNs = new Long[phases.length];
    long from = startedNs;
    for (int i = 0; i < phases.length; i++) {
      long until = i == phases.length - 1 ? respondedNs : stampsNs[i];
      tookNs[i] = until - from;
      from = until;
    }
    fused.forEach((phase, into) -> {
      tookNs[Phase.ofKey(into).ordinal()] += tookNs[Phase.ofKey(phase).ordinal()];
      tookNs[Phase.ofKey(phase).ordinal()] = null;
    });
    return new PhasesNs(tookNs[0], tookNs[1], tookNs[2], tookNs[3], tookNs[4], tookNs[5]);
  }
}
