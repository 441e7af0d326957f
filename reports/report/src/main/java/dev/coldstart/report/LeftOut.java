package dev.coldstart.report;

import dev.coldstart.record.Manifest.Scenario;
import dev.coldstart.record.text.SafeText;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** An arm that ran and that a scenario does not launch, with the reason: it is listed, not silently missing. */
record LeftOut(ArmName name, String reason) {

  /** Those of a group, in its order; runs that are older than the plan's field name none. */
  static List<LeftOut> of(RunView view, ScenarioGroup group, String scenario) {
    List<Scenario> plan = view.run().manifest().plan().scenarios();
    Map<String, String> reasons = (plan == null ? List.<Scenario>of() : plan).stream()
        .filter(planned -> planned.id().equals(scenario))
        .map(Scenario::leftOut)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(Map.of());
    return group.arms()
        .stream()
        .filter(arm -> reasons.containsKey(arm.configuration()))
        .map(arm -> new LeftOut(ScenarioGroup.name(view, arm), SafeText.brief(reasons.get(arm.configuration()))))
        .toList();
  }
}
