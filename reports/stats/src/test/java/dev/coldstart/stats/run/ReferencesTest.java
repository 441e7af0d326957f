package dev.coldstart.stats.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Verdict;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReferencesTest {

  private static final String CHICORY = "chicory.interpreter/default/jdk25";
  private static final String WASMTIME = "wasmtime.jni/default/jdk25";

  @TempDir
  Path out;
  private RunData run;

  @BeforeEach
  void readRun() {
    run = SampleRuns.controlled().readFrom(out);
  }

  @Test
  void shouldTurnARatioRound() {
    Estimate slower = SummaryTest.arm(Summary.of(run), CHICORY).ratio();
    Summary turned = Summary.of(References.withBaseline(run, "chicory.interpreter"));
    Estimate faster = SummaryTest.arm(turned, SampleRuns.BASELINE).ratio();
    assertThat(faster.value() * slower.value()).isCloseTo(1, within(1e-12));
    assertThat(faster.low() * slower.high()).isCloseTo(1, within(1e-12));
    assertThat(SummaryTest.arm(turned, SampleRuns.BASELINE).verdict()).isEqualTo(Verdict.FASTER);
    assertThat(SummaryTest.arm(turned, CHICORY).ratio()).isEqualTo(new Estimate(1, Double.NaN, Double.NaN));
    assertThat(SummaryTest.arm(turned, CHICORY).verdict()).isNull();
  }

  @Test
  void shouldCompareTwoArmsOfWhichNeitherWasTheBaseline() {
    Summary summary = Summary.of(run);
    double expected =
        SummaryTest.arm(summary, WASMTIME).ratio().value() / SummaryTest.arm(summary, CHICORY).ratio().value();
    Summary turned = Summary.of(References.withBaseline(run, "chicory.interpreter"));
    assertThat(SummaryTest.arm(turned, WASMTIME).ratio().value()).isCloseTo(expected, within(0.02));
  }

  @Test
  void shouldLeaveControlsAndNoiseWithTheArmThatTheyRepeat() {
    Summary summary = Summary.of(run);
    Summary turned = Summary.of(References.withBaseline(run, "chicory.interpreter"));
    assertThat(SummaryTest.arm(turned, SampleRuns.BASELINE + "+aa").ratio())
        .isEqualTo(SummaryTest.arm(summary, SampleRuns.BASELINE + "+aa").ratio());
    assertThat(turned.noise()).isEqualTo(summary.noise());
    // The arms differ only in whether they are the baseline.
    assertThat(turned.controls()).usingRecursiveComparison()
        .ignoringFields("arm.baseline", "against.baseline")
        .isEqualTo(summary.controls());
    assertThat(turned.status()).isEqualTo(RunStatus.SOUND);
  }

  @Test
  void shouldMarkArmsAndManifestAlike() {
    RunData turned = References.withBaseline(run, "wasmtime.jni");
    assertThat(turned.manifest().arms()).isEqualTo(turned.arms().stream().map(ArmLaunches::arm).toList());
    assertThat(turned.manifest().arms().stream().filter(Arm::baseline).map(Arm::configuration)).hasSize(4)
        .containsOnly("wasmtime.jni");
    assertThat(turned.arms().stream().map(ArmLaunches::launches).toList())
        .isEqualTo(run.arms().stream().map(ArmLaunches::launches).toList());
  }

  @Test
  void shouldNameWhatThereIsWhenNoArmRanOfIt() {
    for (String missing : new String[] {"graalwasm.jit", "typo"}) {
      assertThatThrownBy(() -> References.withBaseline(run, missing)).isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("\"" + missing + "\"")
          .hasMessageEndingWith("choose a baseline of: plain-java.twin, chicory.interpreter, wasmtime.jni");
    }
  }
}
