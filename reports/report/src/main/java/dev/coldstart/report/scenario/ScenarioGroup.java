package dev.coldstart.report.scenario;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.Manifest.Scenario;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.scenario.Excluded;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/**
 * The arms of one fixture, profile and JDK, which a scenario shows together: they differ in their configuration alone.
 *
 * @param arms those that ran, by first response
 */
record ScenarioGroup(String title, List<Arm> arms) {

  static List<ScenarioGroup> of(RunView view) {
    List<ScenarioGroup> groups = new ArrayList<>();
    for (FixtureFacts fixture : view.fixtures()) {
      Map<String, List<Arm>> byVariant = new LinkedHashMap<>();
      // The manifest's order of profiles, whichever is the fastest; within it the summary's, as on the whole page.
      view.arms()
          .filter(arm -> arm.fixture().equals(fixture.id()))
          .forEach(arm -> byVariant.computeIfAbsent(view.names().of(arm).variant(), any -> new ArrayList<>()));
      view.armsOf(fixture)
          .stream()
          .map(ArmSummary::arm)
          .filter(Arm::ran)
          .forEach(arm -> byVariant.get(view.names().of(arm).variant()).add(arm));
      byVariant.forEach((variant, arms) -> {
        String name = view.title(fixture.id());
        groups.add(new ScenarioGroup(variant.isEmpty() ? name : name + " (" + variant + ")", arms));
      });
    }
    return groups;
  }

  /** What the summary says of its arms, in its order. */
  <T> List<T> of(List<T> summaries, Function<T, Arm> arm) {
    return arms.stream().flatMap(wanted -> find(summaries, arm, wanted).stream()).toList();
  }

  private static <T> Optional<T> find(List<T> summaries, Function<T, Arm> arm, Arm wanted) {
    return summaries.stream().filter(summary -> arm.apply(summary).equals(wanted)).findFirst();
  }

  /** Without the profile and JDK that the group's title says. */
  static ArmName name(RunView view, Arm arm) {
    ArmName name = view.names().of(arm);
    return new ArmName(name.mark(), name.label(), "", view.names().ofConfiguration(arm.configuration()).dash());
  }

  /** How many launches do not count, and why the first does not. */
  static String words(Excluded setAside) {
    return setAside.launches() == 0 ? "0" : setAside.launches() + ": " + SafeText.brief(setAside.reason());
  }

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
}
