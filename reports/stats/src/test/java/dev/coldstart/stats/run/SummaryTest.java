package dev.coldstart.stats.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Counter;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Simulation;
import dev.coldstart.stats.estimate.Verdict;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SummaryTest {

  private static final String CLOSE = "chicory.interpreter/default/jdk25";

  @TempDir
  Path out;

  @Test
  void shouldOrderArmsByFixtureThenTypicalTimeAndPutLastWhatDidNotRun() {
    List<String> arms =
        summary(SampleRuns.standard()).arms().stream().map(s -> s.arm().fixture() + " " + s.arm().arm()).toList();
    assertThat(arms.subList(0, 8)).startsWith("noop plain-java.twin/appcds/jdk25", "noop plain-java.twin/default/jdk25")
        .endsWith("noop graalwasm.jit/default/jdk25", "noop graalwasm.jit/appcds/jdk25");
    assertThat(arms.subList(8, 16)).allMatch(arm -> arm.startsWith("hello "));
  }

  @Test
  void shouldCompareWithTheBaselineOfTheSameProfile() {
    Summary summary = summary(SampleRuns.standard());
    ArmSummary chicory = arm(summary, "chicory.interpreter/appcds/jdk25");
    // (40 + 9 + 30 + 10 + 25) / (40 + 3 + 1 + 4) ms: the drift that both share cancels out.
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
    assertThat(graal.counters().of(Counter.CPU)).isNaN();
    assertThat(graal.verdict()).isNull();
  }

  @Test
  void shouldCountInvalidLaunchesAndSayWhy() {
    Summary summary = summary(SampleRuns.standard());
    ArmSummary wasmtime = arm(summary, "wasmtime.jni/default/jdk25");
    assertThat(wasmtime.n()).isEqualTo(29);
    assertThat(wasmtime.invalid()).isEqualTo(1);
    assertThat(summary.warnings()).singleElement().isInstanceOfSatisfying(Warning.InvalidLaunches.class, warning -> {
      assertThat(warning.launches()).isEqualTo(2);
      assertThat(warning.first().arm()).isEqualTo("wasmtime.jni/default/jdk25");
      assertThat(warning.first().block()).isEqualTo(3);
      assertThat(warning.first().reason()).isEqualTo("exit code 134");
    });
  }

  @Test
  void shouldCallFewBlocksIndicative() {
    Summary summary = summary(SampleRuns.blocks(19).onlyLaunches(launch -> launch.valid()));
    assertThat(summary.status()).isEqualTo(RunStatus.INDICATIVE);
    assertThat(summary.statusReasons()).last().isInstanceOfSatisfying(Doubt.FewLaunches.class, few -> {
      assertThat(few.arms()).isEqualTo(12);
      assertThat(few.fewest()).isEqualTo(18);
      assertThat(few.ofArm().arm()).isEqualTo("wasmtime.jni/default/jdk25");
    });
    assertThat(summary.warnings()).as("said once").isEmpty();
  }

  @Test
  void shouldSayThatARunHasNoEnd() {
    assertThat(summary(SampleRuns.killed()).warnings()).contains(new Warning.NoEnd());
  }

  @Test
  void shouldGiveNoRatioWithoutABaseline() {
    Summary summary = summary(SampleRuns.standard().withArms(SummaryTest::notBaseline));
    ArmSummary chicory = arm(summary, "chicory.interpreter/default/jdk25");
    assertThat(chicory.ratio()).isEqualTo(Estimate.NONE);
    assertThat(chicory.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(summary.warnings()).contains(new Warning.NoBaseline(chicory.arm()));
  }

  @Test
  void shouldFillInWhatTheComparisonCarries() {
    Comparison chicory = arm(summary(SampleRuns.standard()), "chicory.interpreter/default/jdk25").comparison();
    // 124 ms against 58, and within a block no launch of the one is as fast as any of the other.
    assertThat(chicory.shiftMs()).isBetween(60.0, 75.0);
    assertThat(chicory.a12()).isGreaterThan(0.95);
    assertThat(chicory.p()).isLessThan(1e-6);
    assertThat(chicory.moreBlocks()).isNull();
  }

  /** Whatever the noise of a run, the printed typical times divide to the printed ratio. */
  @Test
  void shouldGiveTypicalTimesThatDivideToTheRatio() {
    Summary summary = summary(SampleRuns.controlled());
    ArmSummary baseline = arm(summary, SampleRuns.BASELINE);
    ArmSummary chicory = arm(summary, CLOSE);
    assertThat(chicory.typicalMs() / baseline.typicalMs()).isCloseTo(chicory.ratio().value(), within(1e-12));
    assertThat(baseline.typicalMs()).isBetween(baseline.firstResponseMs().low(), baseline.firstResponseMs().high());
    ArmSummary alone = arm(summary(SampleRuns.standard().withArms(SummaryTest::notBaseline), "alone"), CLOSE);
    assertThat(alone.typicalMs()).isBetween(alone.firstResponseMs().low(), alone.firstResponseMs().high());
    assertThat(arm(summary, "graalwasm.jit/default/jdk25").typicalMs()).isNaN();
  }

  @Test
  void shouldSayHowTheSameCommandDiffersFromItselfOverAllFixtures() {
    Summary summary = summary(SampleRuns.controlled());
    Estimate one = arm(summary, SampleRuns.BASELINE + "+aa").ratio();
    assertThat(summary.noise().low()).isLessThan(1).isGreaterThan(one.low());
    assertThat(summary.noise().high()).isGreaterThan(1).isLessThan(one.high());
    assertThat(summary(SampleRuns.standard(), "without").noise().value()).isNaN();
  }

  @Test
  void shouldGivePhasesAndTheTimeAfterBootAnInterval() {
    ArmSummary chicory = arm(summary(SampleRuns.standard()), CLOSE);
    assertThat(chicory.phasesMs().values()).allMatch(Estimate::hasInterval);
    assertThat(chicory.afterBootMs().hasInterval()).isTrue();
    assertThat(chicory.afterBootMs().value())
        .isCloseTo(chicory.firstResponseMs().value() - chicory.phasesMs().get("boot").value(), within(2.0));
  }

  @Test
  void shouldCompareAControlAndNotJudgeIt() {
    Comparison aa = arm(summary(SampleRuns.controlled()), SampleRuns.BASELINE + "+aa").comparison();
    assertThat(aa.ratio().low()).isLessThan(1);
    assertThat(aa.ratio().high()).isGreaterThan(1);
    assertThat(aa.a12()).isBetween(0.3, 0.7);
    assertThat(aa.verdict()).isNull();
    assertThat(aa.p()).isNaN();
    assertThat(aa.moreBlocks()).isNull();
  }

  @Test
  void shouldAdjustForAllArmsOfTheRunButControls() {
    SampleRun run =
        SampleRuns.controlled(12).slowed(l -> l.arm().equals(CLOSE) && l.fixture().equals("noop"), 60.0 / 124);
    Summary all = summary(run, "all");
    Summary few = summary(run.onlyLaunches(l -> l.fixture().equals("noop") && l.arm().contains("/default/")), "few");
    assertThat(tested(all)).isEqualTo(8);
    assertThat(tested(few)).isEqualTo(2);
    // The same launches of the same arm; only the other comparisons differ.
    assertThat(arm(few, "wasmtime.jni/default/jdk25").comparison().p()).isPositive();
    assertThat(arm(all, "wasmtime.jni/default/jdk25").comparison().p())
        .isGreaterThan(arm(few, "wasmtime.jni/default/jdk25").comparison().p());
  }

  @Test
  void shouldSayHowManyBlocksMoreAnUnsureArmTakes() {
    RunData run = new SimulatedRun().with("close", 1.04).run(new Simulation(1), 10);
    ArmSummary close = arm(Summary.of(run), "x.close/default/jdk25");
    assertThat(close.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    assertThat(close.comparison().moreBlocks()).isBetween(1, 1_000);
    assertThat(arm(Summary.of(run, 0.5), "x.close/default/jdk25").comparison().moreBlocks()).as("sure").isNull();
  }

  @Test
  void shouldSayNothingOfARunThatHeldOnlyAWarmUp() {
    Summary summary = summary(SampleRuns.blocks(0));
    assertThat(summary.arms()).allMatch(arm -> arm.n() == 0 && Double.isNaN(arm.ratio().value()));
  }

  private Summary summary(SampleRun run) {
    return Summary.of(run.readFrom(out));
  }

  private Summary summary(SampleRun run, String place) {
    return Summary.of(run.readFrom(out.resolve(place)));
  }

  private static long tested(Summary summary) {
    return summary.arms().stream().filter(arm -> !Double.isNaN(arm.comparison().p())).count();
  }

  /** The arm in the fixture noop. */
  static ArmSummary arm(Summary summary, String id) {
    return summary.arms()
        .stream()
        .filter(s -> s.arm().arm().equals(id) && s.arm().fixture().equals("noop"))
        .findFirst()
        .get();
  }

  private static Arm notBaseline(Arm a) {
    return Records.with(a, "baseline", false);
  }
}
