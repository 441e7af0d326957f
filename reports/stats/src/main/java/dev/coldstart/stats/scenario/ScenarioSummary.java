package dev.coldstart.stats.scenario;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.BurstLaunch;
import dev.coldstart.record.LaunchLine;
import dev.coldstart.record.MemoryLaunch;
import dev.coldstart.record.RunData;
import dev.coldstart.record.Scenarios;
import dev.coldstart.record.WarmLaunch;
import dev.coldstart.stats.estimate.BlockBootstrap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * The results of a run's scenarios. Each answers its own question and none is mixed with the headline. A list is empty
 * if the scenario was not run; otherwise it has one element for each arm that ran and is no control, in the manifest's
 * order.
 *
 * @param breakEvens for each two arms that can be compared
 * @param figures by id, of the scenarios without estimates of their own; without scenarios that were not run
 */
public record ScenarioSummary(List<CallCurve> coldToWarm, List<BreakEven> breakEvens, List<MemoryUse> memory,
    List<BurstCurve> burst, Map<String, List<FigureMedians>> figures) {

  /** The result of one arm in one scenario. */
  public interface OfArm {

    Arm arm();

    Excluded setAside();
  }

  public boolean isEmpty() {
    return coldToWarm.isEmpty() && memory.isEmpty() && burst.isEmpty() && figures.isEmpty();
  }

  /**
   * @param margin of the verdicts, as a fraction of 1
   * @param trusted false if a control failed: every verdict is then inconclusive
   */
  public static ScenarioSummary of(RunData run, double margin, boolean trusted) {
    List<Arm> arms = run.manifest().arms().stream().filter(arm -> arm.ran() && !arm.isControl()).toList();
    BlockBootstrap blocks = new BlockBootstrap(run.manifest().plan().seed());
    Scenarios raw = run.scenarios();
    List<CallTotals> calls = each(arms, raw.of(WarmLaunch.class), CallTotals::of);
    return new ScenarioSummary(calls.stream().map(launches -> CallCurve.of(launches, blocks)).toList(),
        BreakEven.of(calls, blocks),
        each(arms, raw.of(MemoryLaunch.class), (arm, launches) -> MemoryUse.of(arm, launches, blocks)),
        each(arms, raw.of(BurstLaunch.class), (arm, children) -> BurstCurve.of(arm, children, blocks)),
        figures(arms, raw, blocks, margin, trusted));
  }

  private static Map<String, List<FigureMedians>> figures(List<Arm> arms, Scenarios raw, BlockBootstrap blocks,
      double margin, boolean trusted) {
    Map<String, List<FigureMedians>> figures = new LinkedHashMap<>();
    raw.run()
        .stream()
        .filter(kind -> !kind.figures().isEmpty())
        .forEach(kind -> figures.put(kind.id(), medians(kind, arms, raw, blocks, margin, trusted)));
    return figures;
  }

  private static <T extends LaunchLine> List<FigureMedians> medians(Scenarios.Kind<T> kind, List<Arm> arms,
      Scenarios raw, BlockBootstrap blocks, double margin, boolean trusted) {
    Map<Arm, List<T>> byArm = new LinkedHashMap<>();
    each(arms, raw.of(kind.line()), byArm::put);
    return FigureMedians.of(kind, arms, byArm, blocks, margin, trusted);
  }

  /** Empty without any launches: the scenario was not run. */
  private static <T extends ArmKey.Of, R> List<R> each(List<Arm> arms, List<T> launches,
      BiFunction<Arm, List<T>, R> said) {
    if (launches.isEmpty()) {
      return List.of();
    }
    Map<ArmKey, List<T>> byArm = launches.stream().collect(Collectors.groupingBy(ArmKey.Of::key));
    return arms.stream().map(arm -> said.apply(arm, byArm.getOrDefault(arm.key(), List.of()))).toList();
  }
}
