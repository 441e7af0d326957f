package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Guards;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest.Limits;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunData;
import dev.coldstart.record.StopRule;
import dev.coldstart.stats.run.Warning.Monitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** Collects the warnings of a run. */
final class RunWarnings {

  /** The part of the blocks' time that may pass outside children. */
  private static final double OUTSIDE = 0.05;

  /** A part of the time below this is what an idle system does by itself. */
  private static final double MATTERS = 0.05;

  private final RunData run;
  private final List<Guards> guards;
  private final List<Warning> found = new ArrayList<>();

  private RunWarnings(RunData run) {
    this.run = run;
    this.guards = RunEffort.standing(run).stream().map(BlockEnd::guards).filter(Objects::nonNull).toList();
  }

  static List<Warning> of(RunData run, RunEffort effort) {
    RunWarnings warnings = new RunWarnings(run);
    warnings.noted(run.warnings());
    warnings.ending();
    warnings.noted(run.manifest().notes());
    warnings.invalid();
    warnings.effort(effort);
    warnings.machine(run.manifest().plan().limits());
    warnings.withoutBaseline();
    return List.copyOf(warnings.found);
  }

  private void noted(List<String> texts) {
    texts.stream().map(Warning.Noted::new).forEach(found::add);
  }

  private void ending() {
    Manifest manifest = run.manifest();
    if (manifest.endedAt() == null) {
      found.add(new Warning.NoEnd());
    } else if (!StopRule.of(manifest.stoppedBy()).map(StopRule::isComplete).orElse(false)) {
      found.add(new Warning.Ended(manifest.stoppedBy()));
    }
  }

  private void invalid() {
    List<Launch> invalid = run.arms().stream().flatMap(arm -> arm.invalid().stream()).toList();
    if (!invalid.isEmpty()) {
      found.add(new Warning.InvalidLaunches(invalid.size(), invalid.get(0)));
    }
  }

  private void effort(RunEffort effort) {
    if (effort.againBlocks() > 0) {
      found.add(new Warning.RetriedBlocks(effort.againBlocks(), effort.again().get(0).reason()));
    }
    if (effort.outsidePart() > OUTSIDE) {
      found.add(new Warning.Outside(effort.outsidePart(), OUTSIDE));
    }
  }

  private void machine(Limits limits) {
    part(Monitor.OTHERS, Guards::othersPart, MATTERS);
    part(Monitor.IO_PRESSURE, Guards::ioPressurePart, MATTERS);
    part(Monitor.MEMORY_PRESSURE, Guards::memoryPressurePart, MATTERS);
    // Blocks over these are retried, until as many were as may be.
    part(Monitor.STEAL, Guards::stealPart, limits == null ? MATTERS : limits.stealPart());
    part(Monitor.THROTTLED, Guards::throttledPart, limits == null ? MATTERS : limits.throttledPart());
    List<Integer> jvms = told(Guards::otherJvms).stream().filter(n -> n > 0).toList();
    if (!jvms.isEmpty()) {
      int most = jvms.stream().mapToInt(Integer::intValue).max().getAsInt();
      found.add(new Warning.OtherJvms(jvms.size(), guards.size(), most));
    }
    List<String> governors = told(Guards::governor).stream().distinct().toList();
    if (governors.size() > 1) {
      found.add(new Warning.GovernorChanged(governors));
    }
  }

  private void part(Monitor monitor, Function<Guards, Double> field, double limit) {
    List<Double> over = told(field).stream().filter(part -> part > limit).toList();
    if (!over.isEmpty()) {
      double most = over.stream().mapToDouble(Double::doubleValue).max().getAsDouble();
      found.add(new Warning.BeyondLimit(monitor, over.size(), guards.size(), limit, most));
    }
  }

  private <T> List<T> told(Function<Guards, T> field) {
    return RunEffort.told(guards, field).toList();
  }

  private void withoutBaseline() {
    References references = new References(run);
    for (ArmLaunches launches : run.arms()) {
      Arm arm = launches.arm();
      if (arm.ran() && !arm.baseline() && references.of(arm).isEmpty()) {
        found.add(new Warning.NoBaseline(arm));
      }
    }
  }
}
