package dev.coldstart.stats.scenario;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.RunData;
import dev.coldstart.record.Scenarios;
import dev.coldstart.stats.estimate.BlockBootstrap;
import dev.coldstart.stats.estimate.Bootstrap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * What is said of a run's scenarios, each a question of its own and none of them mixed with the headline. A list is
 * empty where the scenario was not run; else it has an element for each arm that ran and is no control, in the
 * manifest's order.
 *
 * @param breakEvens between each two arms that can be compared
 */
public record ScenarioSummary(List<CallCurve> coldToWarm, List<BreakEven> breakEvens, List<MemoryUse> memory,
    List<BurstCurve> burst) {

  public static final ScenarioSummary NONE = new ScenarioSummary(List.of(), List.of(), List.of(), List.of());

  public boolean isEmpty() {
    return coldToWarm.isEmpty() && memory.isEmpty() && burst.isEmpty();
  }

  public static ScenarioSummary of(RunData run, Bootstrap means) {
    List<Arm> arms = run.manifest().arms().stream().filter(arm -> arm.ran() && !arm.isControl()).toList();
    BlockBootstrap blocks = new BlockBootstrap(run.manifest().plan().seed());
    Scenarios raw = run.scenarios();
    List<CallTotals> calls = each(arms, raw.coldToWarm(), CallTotals::of);
    return new ScenarioSummary(calls.stream().map(launches -> CallCurve.of(launches, blocks)).toList(),
        BreakEven.of(calls, blocks), each(arms, raw.memory(), (arm, launches) -> MemoryUse.of(arm, launches, blocks)),
        each(arms, raw.burst(), (arm, children) -> BurstCurve.of(arm, children, blocks, means)));
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
