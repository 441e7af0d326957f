package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Guards;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest.Limits;
import dev.coldstart.record.RunData;
import dev.coldstart.record.StopRule;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** A fact about how a run went that a reader must know before believing its numbers. */
public sealed interface Warning {

  /** In the words of the run's own files. */
  record Noted(String text) implements Warning {}

  /** The run was killed, or is still running. */
  record NoEnd() implements Warning {}

  /** The run ended before its last block. */
  record Ended(String stoppedBy) implements Warning {}

  record InvalidLaunches(int launches, Launch first) implements Warning {}

  record RetriedBlocks(int blocks, String firstReason) implements Warning {}

  /** @param part the fraction of the blocks' time in which no child lived */
  record Outside(double part, double limit) implements Warning {}

  /** @param most the highest value in a block above the limit, as a fraction of 1 */
  record BeyondLimit(Monitor monitor, int blocks, int of, double limit, double most) implements Warning {}

  record OtherJvms(int blocks, int of, int most) implements Warning {}

  record GovernorChanged(List<String> governors) implements Warning {}

  /** An interval over so few machines is very wide. */
  record FewMachines(int machines) implements Warning {}

  /** The arm therefore has no ratio. */
  record NoBaseline(Arm arm) implements Warning {}

  /** Fractions of CPU time or of wall time. */
  enum Monitor {
    OTHERS,
    IO_PRESSURE,
    MEMORY_PRESSURE,
    STEAL,
    THROTTLED
  }

  /** The fraction of the blocks' time that may pass outside children. */
  double OUTSIDE = 0.05;

  /** A lower fraction of the time is what an idle system uses by itself. */
  double MATTERS = 0.05;

  /** With fewer machines, Student's t is so large that few ratios are known. */
  int ENOUGH_MACHINES = 4;

  static List<Warning> of(RunData run, RunEffort effort) {
    List<Warning> found = new ArrayList<>();
    run.warnings().forEach(text -> found.add(new Noted(text)));
    if (run.manifest().endedAt() == null) {
      found.add(new NoEnd());
    } else if (!StopRule.isComplete(run.manifest().stoppedBy())) {
      found.add(new Ended(run.manifest().stoppedBy()));
    }
    int machines = run.manifest().machines();
    if (machines > 1 && machines < ENOUGH_MACHINES) {
      found.add(new FewMachines(machines));
    }
    run.manifest().notes().forEach(text -> found.add(new Noted(text)));
    List<Launch> invalid = run.launched().flatMap(arm -> arm.invalid().stream()).toList();
    if (!invalid.isEmpty()) {
      found.add(new InvalidLaunches(invalid.size(), invalid.get(0)));
    }
    if (effort.againBlocks() > 0) {
      found.add(new RetriedBlocks(effort.againBlocks(), effort.again().get(0).reason()));
    }
    if (effort.outsidePart() > OUTSIDE) {
      found.add(new Outside(effort.outsidePart(), OUTSIDE));
    }
    machine(RunEffort.standing(run).stream().map(BlockEnd::guards).filter(Objects::nonNull).toList(),
        run.manifest().plan().limits(), found);
    References references = new References(run);
    run.arms()
        .stream()
        .map(ArmLaunches::arm)
        .filter(arm -> arm.ran() && !arm.baseline() && references.of(arm).isEmpty())
        .forEach(arm -> found.add(new NoBaseline(arm)));
    if (run.manifest().plan().isCold()) {
      found.removeIf(Warning::isOfAColdPageCache);
    }
    return List.copyOf(found);
  }

  /** What such a run asks for: files are removed from memory before each launch, and read from the disk in it. */
  private static boolean isOfAColdPageCache(Warning warning) {
    return warning instanceof Outside
        || warning instanceof BeyondLimit beyond && beyond.monitor() == Monitor.IO_PRESSURE;
  }

  private static void machine(List<Guards> guards, Limits limits, List<Warning> found) {
    part(Monitor.OTHERS, guards, Guards::othersPart, MATTERS, found);
    part(Monitor.IO_PRESSURE, guards, Guards::ioPressurePart, MATTERS, found);
    part(Monitor.MEMORY_PRESSURE, guards, Guards::memoryPressurePart, MATTERS, found);
    // Blocks above these limits are retried, until the retries are used up.
    part(Monitor.STEAL, guards, Guards::stealPart, limits == null ? MATTERS : limits.stealPart(), found);
    part(Monitor.THROTTLED, guards, Guards::throttledPart, limits == null ? MATTERS : limits.throttledPart(), found);
    List<Integer> jvms = RunEffort.told(guards, Guards::otherJvms).filter(n -> n > 0).toList();
    if (!jvms.isEmpty()) {
      found.add(new OtherJvms(jvms.size(), guards.size(), Collections.max(jvms)));
    }
    List<String> governors = RunEffort.told(guards, Guards::governor).distinct().toList();
    if (governors.size() > 1) {
      found.add(new GovernorChanged(governors));
    }
  }

  private static void part(Monitor monitor, List<Guards> guards, Function<Guards, Double> field, double limit,
      List<Warning> found) {
    List<Double> over = RunEffort.told(guards, field).filter(part -> part > limit).toList();
    if (!over.isEmpty()) {
      found.add(new BeyondLimit(monitor, over.size(), guards.size(), limit, Collections.max(over)));
    }
  }
}
