package dev.coldstart.stats.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coldstart.record.Arm;
import dev.coldstart.record.MemoryLaunch;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.record.SampleScenarios;
import dev.coldstart.record.Scenarios;
import dev.coldstart.stats.run.Summary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScenarioSummaryTest {

  @TempDir
  Path out;

  @Test
  void shouldSayNothingOfWhatWasNotRun() {
    RunData run = SampleRuns.blocks(1).readFrom(out);
    assertThat(Summary.of(run).scenarios())
        .isEqualTo(new ScenarioSummary(List.of(), List.of(), List.of(), List.of(), Map.of()));
  }

  @Test
  void shouldHaveEachArmThatRanAndIsNoControl() {
    RunData run = SampleRuns.controlled().withScenarios(SampleScenarios.run().scenarios()).readFrom(out);
    List<Arm> arms = run.manifest().arms().stream().filter(arm -> arm.ran() && !arm.isControl()).toList();
    ScenarioSummary summary = of(run);
    assertThat(summary.coldToWarm()).extracting(CallCurve::arm).isEqualTo(arms);
    assertThat(summary.memory()).extracting(MemoryUse::arm).isEqualTo(arms);
    assertThat(summary.burst()).extracting(BurstCurve::arm).isEqualTo(arms);
    assertThat(summary.breakEvens()).hasSize(12);
  }

  @Test
  void shouldKeepScenariosApart() {
    Scenarios all = SampleScenarios.run().scenarios();
    RunData run = SampleRuns.blocks(1).withScenarios(SampleScenarios.lines(all.of(MemoryLaunch.class))).readFrom(out);
    ScenarioSummary summary = of(run);
    assertThat(summary.isEmpty()).isFalse();
    assertThat(summary.coldToWarm()).isEmpty();
    assertThat(summary.breakEvens()).isEmpty();
    assertThat(summary.burst()).isEmpty();
  }

  @Test
  void shouldFindTheTruthOfTheSample() {
    ScenarioSummary summary = of(SampleScenarios.run().readFrom(out));
    for (MemoryUse use : summary.memory()) {
      double truth = SampleScenarios.truth(use.arm()).instanceBytes();
      assertThat(use.instanceBytes().value()).isCloseTo(truth, within(0.1 * truth + 3_000));
    }
    assertThat(summary.breakEvens()).filteredOn(BreakEven::isReached).hasSize(4).allSatisfy(found -> {
      assertThat(found.arm().runtime()).isEqualTo("wasmtime");
      assertThat(found.against().runtime()).isEqualTo("chicory");
      assertThat(found.atCall().value()).isBetween(100.0, 250.0);
    });
    assertThat(summary.burst()).allSatisfy(arm -> assertThat(arm.at().get(2).ratio().value()).isBetween(1.7, 2.3));
  }

  @Test
  void shouldSayTheSameOfTheSameRun() {
    RunData run = SampleScenarios.run().readFrom(out);
    assertThat(of(run)).isEqualTo(of(run));
  }

  private static ScenarioSummary of(RunData run) {
    return ScenarioSummary.of(run, 0.02, true);
  }
}
