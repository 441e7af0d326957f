package dev.coldstart.stats;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.results.Arm;
import dev.coldstart.results.SampleRun;
import dev.coldstart.results.SampleRuns;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummarizerTest {

  @TempDir Path out;

  @Test
  void shouldOrderArmsByFixtureThenMedianAndPutLastWhatDidNotRun() {
    List<String> arms =
        summary(SampleRuns.standard()).arms().stream().map(s -> s.arm().fixture() + " " + s.arm().arm()).toList();
    assertThat(arms.subList(0, 8))
        .startsWith("noop plain-java.twin/appcds/jdk25", "noop plain-java.twin/default/jdk25")
        .endsWith("noop graalwasm.jit/default/jdk25", "noop graalwasm.jit/appcds/jdk25");
    assertThat(arms.subList(8, 16)).allMatch(arm -> arm.startsWith("hello "));
  }

  @Test
  void shouldCompareWithTheBaselineOfTheSameProfile() {
    Summary summary = summary(SampleRuns.standard());
    ArmSummary chicory = arm(summary, "chicory.interpreter/appcds/jdk25");
    // (40 + 9 + 30 + 10 + 25) / (40 + 3 + 1 + 4) ms: the drift that both share is gone.
    assertThat(chicory.ratio().low()).isLessThan(114.0 / 48);
    assertThat(chicory.ratio().high()).isGreaterThan(114.0 / 48).isLessThan(114.0 / 48 * 1.05);
    assertThat(chicory.verdict()).isEqualTo(Verdict.SLOWER);
    assertThat(chicory.phasesMs()).containsOnlyKeys("boot", "load", "parse", "instantiate", "firstInvoke");
  }

  @Test
  void shouldNotJudgeABaselineOrAnArmThatDidNotRun() {
    Summary summary = summary(SampleRuns.standard());
    ArmSummary baseline = arm(summary, SampleRuns.BASELINE);
    assertThat(baseline.ratio()).isEqualTo(new Estimate(1, Double.NaN, Double.NaN));
    assertThat(baseline.verdict()).isNull();
    ArmSummary graal = arm(summary, "graalwasm.jit/default/jdk25");
    assertThat(graal.n()).isZero();
    assertThat(graal.firstResponseMs()).isEqualTo(Estimate.NONE);
    assertThat(graal.cpuMs()).isNaN();
    assertThat(graal.verdict()).isNull();
  }

  @Test
  void shouldCountInvalidLaunchesAndSayWhy() {
    Summary summary = summary(SampleRuns.standard());
    ArmSummary wasmtime = arm(summary, "wasmtime.jni/default/jdk25");
    assertThat(wasmtime.n()).isEqualTo(29);
    assertThat(wasmtime.invalid()).isEqualTo(1);
    assertThat(summary.warnings())
        .containsExactly(
            "2 launches are invalid and not counted; first: wasmtime.jni/default/jdk25 of noop, block 3: exit code 134");
  }

  @Test
  void shouldCallFewBlocksIndicative() {
    SampleRun run = SampleRuns.blocks(19).onlyLaunches(launch -> launch.valid());
    assertThat(summary(run).warnings())
        .singleElement()
        .asString()
        .startsWith("indicative only")
        .endsWith("down to 18 of wasmtime.jni/default/jdk25 of noop");
  }

  @Test
  void shouldSayThatARunHasNoEnd() {
    assertThat(summary(SampleRuns.killed()).warnings()).anyMatch(warning -> warning.contains("the run has no end"));
  }

  @Test
  void shouldGiveNoRatioWithoutABaseline() {
    Summary summary = summary(SampleRuns.standard().withArms(SummarizerTest::notBaseline));
    ArmSummary chicory = arm(summary, "chicory.interpreter/default/jdk25");
    assertThat(chicory.ratio()).isEqualTo(Estimate.NONE);
    assertThat(chicory.verdict()).isEqualTo(Verdict.UNSURE);
    assertThat(summary.warnings())
        .contains(
            "no baseline of the same fixture, profile and JDK, so no ratio: chicory.interpreter/default/jdk25 of noop");
  }

  @Test
  void shouldSayNothingOfARunThatHeldOnlyAWarmUp() {
    Summary summary = summary(SampleRuns.blocks(0));
    assertThat(summary.arms()).allMatch(arm -> arm.n() == 0 && Double.isNaN(arm.ratio().value()));
  }

  private Summary summary(SampleRun run) {
    return Summarizer.of(run.readFrom(out));
  }

  private static ArmSummary arm(Summary summary, String id) {
    return summary.arms().stream()
        .filter(s -> s.arm().arm().equals(id) && s.arm().fixture().equals("noop"))
        .findFirst()
        .get();
  }

  private static Arm notBaseline(Arm a) {
    return new Arm(
        a.arm(), a.runtime(), a.runtimeLabel(), a.configuration(), a.label(), a.profile(), a.jdk(), a.fixture(), false,
        a.control(), a.fused(), a.engine(), a.command(), a.preparation(), a.notRun());
  }
}
