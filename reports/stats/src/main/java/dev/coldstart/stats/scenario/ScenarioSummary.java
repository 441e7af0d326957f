package dev.coldstart.stats.scenario;

import java.util.List;

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
}
