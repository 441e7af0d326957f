package dev.coldstart.stats;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.RunData;
import dev.coldstart.record.Scenarios;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Says of each scenario of a run what its launches carry. */
final class ScenarioSummaries {

  private ScenarioSummaries() {}

  static ScenarioSummary of(RunData run, Bootstrap means) {
    List<Arm> arms = run.manifest().arms().stream().filter(arm -> arm.ran() && !arm.isControl()).toList();
    BlockBootstrap blocks = new BlockBootstrap(run.manifest().plan().seed());
    Scenarios raw = run.scenarios();
    List<CallTotals> calls = each(arms, raw.coldToWarm(), CallTotals::of);
    return new ScenarioSummary(calls.stream().map(launches -> CallCurves.of(launches, blocks)).toList(),
        BreakEvens.of(calls, blocks), each(arms, raw.memory(), (arm, launches) -> MemoryUses.of(arm, launches, blocks)),
        each(arms, raw.burst(), (arm, children) -> BurstCurves.of(arm, children, blocks, means)));
  }

  /** Empty of no launches at all: the scenario was not run. */
  private static <T extends ArmKey.Of, R> List<R> each(List<Arm> arms, List<T> launches,
      BiFunction<Arm, List<T>, R> said) {
    if (launches.isEmpty()) {
      return List.of();
    }
    Map<ArmKey, List<T>> byArm = ArmKey.index(launches);
    return arms.stream().map(arm -> said.apply(arm, byArm.getOrDefault(arm.key(), List.of()))).toList();
  }
}
