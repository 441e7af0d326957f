package dev.coldstart.report.scenario;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.Manifest.Scenario;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.chart.CurvePlot.Curve;
import dev.coldstart.report.chart.CurvePlot.Point;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.scenario.Excluded;
import dev.coldstart.stats.scenario.ScenarioSummary.OfArm;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * The arms of one fixture, profile and JDK, which a scenario shows together: they differ only in their configuration.
 *
 * @param all the results of each launched arm, in the summary's order; not empty
 * @param leftOut arms that ran but that the scenario does not launch: they are listed, not silently missing
 */
public record ScenarioGroup<T extends OfArm>(RunView view, String title, List<T> all, List<LeftOut> leftOut) {

  record LeftOut(ArmName name, String reason) {}

  /**
   * Empty if the scenario was not run.
   *
   * @param chart makes the chart of a group
   */
  static <T extends OfArm, C> List<C> of(RunView view, String scenario, List<T> summaries,
      Function<ScenarioGroup<T>, C> chart) {
    List<ScenarioGroup<T>> groups = new ArrayList<>();
    Map<String, String> reasons = reasons(view, scenario);
    for (FixtureFacts fixture : view.fixtures()) {
      // Profiles in the manifest's order, whichever is fastest; arms within a profile in the summary's, as on the whole
      // page.
      view.arms()
          .filter(arm -> arm.fixture().equals(fixture.id()))
          .map(arm -> view.name(arm).variant())
          .distinct()
          .forEach(variant -> {
            List<Arm> arms = view.armsOf(fixture)
                .stream()
                .map(ArmSummary::arm)
                .filter(arm -> arm.ran() && view.name(arm).variant().equals(variant))
                .toList();
            groups.add(new ScenarioGroup<>(view, view.title(fixture.id(), variant),
                arms.stream()
                    .filter(arm -> !reasons.containsKey(arm.configuration()))
                    .flatMap(arm -> summaries.stream().filter(of -> of.arm().equals(arm)))
                    .toList(),
                arms.stream()
                    .filter(arm -> reasons.containsKey(arm.configuration()))
                    .map(arm -> new LeftOut(name(view, arm), SafeText.brief(reasons.get(arm.configuration()))))
                    .toList()));
          });
    }
    return groups.stream().filter(group -> !group.all().isEmpty()).map(chart).toList();
  }

  /** Why configurations are left out. Older runs, whose plan lacks the field, name none. */
  private static Map<String, String> reasons(RunView view, String scenario) {
    return Objects.requireNonNullElse(view.run().manifest().plan().scenarios(), List.<Scenario>of())
        .stream()
        .filter(planned -> planned.id().equals(scenario))
        .map(Scenario::leftOut)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(Map.of());
  }

  ArmName name(Arm arm) {
    return name(view, arm);
  }

  /** Without the profile and JDK, which the group's title has. */
  public static ArmName name(RunView view, Arm arm) {
    ArmName name = view.name(arm);
    return new ArmName(name.mark(), name.label(), "", view.names().ofConfiguration(arm.configuration()).dash());
  }

  /** For the arms that have a point. */
  List<Curve> curves(BiFunction<ArmName, List<Point>, Curve> look, Function<T, List<Point>> points) {
    return all.stream()
        .map(arm -> look.apply(name(arm.arm()), points.apply(arm)))
        .filter(curve -> !curve.line().isEmpty())
        .toList();
  }

  /** The number of launches that do not count, and why the first does not. */
  static String words(Excluded setAside) {
    return setAside.launches() == 0 ? "0" : setAside.launches() + ": " + SafeText.brief(setAside.reason());
  }

  /** {@link Estimate#NONE} if there is no such point. */
  public static <A> Estimate find(List<A> points, Predicate<A> which, Function<A, Estimate> of) {
    return points.stream().filter(which).findFirst().map(of).orElse(Estimate.NONE);
  }

  /**
   * In words, the first and the last in an order; only one if they are the same.
   *
   * @param all at least one
   */
  public static <T> String ends(List<T> all, Comparator<T> order, String between, Function<T, String> words) {
    T first = all.stream().min(order).orElseThrow();
    T last = all.stream().max(order).orElseThrow();
    return words.apply(first) + (first == last ? "" : between + words.apply(last));
  }
}
