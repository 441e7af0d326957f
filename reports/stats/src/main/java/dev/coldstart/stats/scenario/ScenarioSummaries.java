package dev.coldstart.stats.scenario;

import dev.coldstart.record.Arm;
import dev.coldstart.record.RunData;
import dev.coldstart.record.Scenarios;
import dev.coldstart.stats.estimate.BlockBootstrap;
import dev.coldstart.stats.estimate.Bootstrap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Says of each scenario of a run what its launches carry. */
public final class ScenarioSummaries {

  /** What tells an arm's launches from others: an arm's id is the same for every fixture. */
  private record Key(String arm, String fixture) {}

  private ScenarioSummaries() {}

  public static ScenarioSummary of(RunData run, Bootstrap means) {
    List<Arm> arms = run.manifest().arms().stream().filter(arm -> arm.ran() && !arm.isControl()).toList();
    BlockBootstrap blocks = new BlockBootstrap(run.manifest().plan().seed());
    Scenarios raw = run.scenarios();
    List<CallTotals> calls =
        each(arms, raw.coldToWarm(), launch -> new Key(launch.arm(), launch.fixture()), CallTotals::of);
    return new ScenarioSummary(calls.stream().map(launches -> CallCurves.of(launches, blocks)).toList(),
        BreakEvens.of(calls, blocks),
        each(arms, raw.memory(), launch -> new Key(launch.arm(), launch.fixture()),
            (arm, launches) -> MemoryUses.of(arm, launches, blocks)),
        each(arms, raw.burst(), child -> new Key(child.arm(), child.fixture()),
            (arm, children) -> BurstCurves.of(arm, children, blocks, means)));
  }

  /** Empty of no launches at all: the scenario was not run. */
  private static <T, R> List<R> each(List<Arm> arms, List<T> launches, Function<T, Key> key,
      BiFunction<Arm, List<T>, R> said) {
    if (launches.isEmpty()) {
      return List.of();
    }
    Map<Key, List<T>> byArm = launches.stream().collect(Collectors.groupingBy(key));
    return arms.stream()
        .map(arm -> said.apply(arm, byArm.getOrDefault(new Key(arm.arm(), arm.fixture()), List.of())))
        .toList();
  }
}
