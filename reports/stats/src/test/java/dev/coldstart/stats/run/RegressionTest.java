package dev.coldstart.stats.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.stats.estimate.MeasuredBlocks;
import dev.coldstart.stats.estimate.Simulation;
import dev.coldstart.stats.run.Regression.Outcome;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegressionTest {

  /** That of a gate, and the blocks of the recipe in README.md. */
  private static final double LIMIT = 0.05;
  private static final int BLOCKS = 120;

  private static Outcome outcome(RunData run) {
    return Regression.of(Summary.of(run), LIMIT).get(0).outcome();
  }

  private static Outcome drawn(MeasuredBlocks blocks, double ratio) {
    return outcome(new SimulatedRun().withAa(1).with("new", 1).run(blocks.draw(BLOCKS, ratio)));
  }

  @ParameterizedTest
  @CsvSource({"1.0, NONE", "0.5, NONE", "1.5, SUSPECTED", "1.05, UNDECIDED"})
  void shouldJudgeByTheWholeInterval(double ratio, Outcome outcome) {
    assertThat(outcome(new SimulatedRun().with("new", ratio).run(new Simulation(3), 200))).isEqualTo(outcome);
  }

  @Test
  void shouldNotDecideWithoutAnInterval() {
    assertThat(outcome(new SimulatedRun().with("new", 3).run(new Simulation(3), 2))).isEqualTo(Outcome.UNDECIDED);
  }

  @Test
  void shouldNotDecideInARunThatCannotBeTrusted() {
    assertThat(outcome(new SimulatedRun().withAa(2).with("new", 3).run(new Simulation(3), 50)))
        .isEqualTo(Outcome.UNDECIDED);
  }

  /**
   * On the real scatter of the same command, 1,000 gates: with a second run to confirm, 1 false failure in 100 at most.
   */
  @ParameterizedTest
  @ValueSource(strings = {"quiet", "loaded"})
  void shouldStopNobodyWithoutCause(String condition) {
    MeasuredBlocks blocks = new MeasuredBlocks(condition);
    long stopped = IntStream.range(0, 1_000).filter(gate -> isStopped(blocks, 1)).count();
    assertThat(stopped).isLessThanOrEqualTo(10);
  }

  @Test
  void shouldPassMostOfTheTimeOnAQuietMachine() {
    MeasuredBlocks blocks = new MeasuredBlocks("quiet");
    long passed = IntStream.range(0, 200).filter(gate -> drawn(blocks, 1) == Outcome.NONE).count();
    assertThat(passed).isGreaterThanOrEqualTo(180);
  }

  @Test
  void shouldStopATenthMoreTimeNineTimesInTen() {
    MeasuredBlocks blocks = new MeasuredBlocks("quiet");
    long stopped = IntStream.range(0, 200).filter(gate -> isStopped(blocks, 1.1)).count();
    assertThat(stopped).isGreaterThanOrEqualTo(180);
  }

  /** Also a baseline, which the gate of ratios takes as given. */
  @ParameterizedTest
  @CsvSource({"1.0, NONE", "1.5, SUSPECTED"})
  void shouldJudgeAnotherJdkAgainstTheFirst(double ratio, Outcome outcome) {
    RunData run = onTwoJdks(new SimulatedRun().withAa(1).with("new", ratio).run(new Simulation(3), 200));
    assertThat(Regression.ofJdks(Summary.of(run), run.manifest(), LIMIT)).singleElement()
        .satisfies(one -> assertThat(one.arm().jdk()).isEqualTo("jdk26"))
        .extracting(Regression::outcome)
        .isEqualTo(outcome);
  }

  /** Makes the compared arm the baseline on another JDK. */
  private static RunData onTwoJdks(RunData run) {
    UnaryOperator<Arm> moved = arm -> arm.baseline() || arm.isControl()
        ? arm
        : Records.with(arm, "jdk", "jdk26", "baseline", true, "configuration", configuration(run));
    List<ArmLaunches> arms = run.arms()
        .stream()
        .map(arm -> new ArmLaunches(moved.apply(arm.arm()), arm.launches(), arm.againBlocks()))
        .toList();
    return new RunData(run.folder(), Records.with(run.manifest(), "arms", arms.stream().map(ArmLaunches::arm).toList()),
        arms, run.blocks(), run.jmh(), run.scenarios(), run.warnings());
  }

  private static String configuration(RunData run) {
    return run.manifest().arms().stream().filter(Arm::baseline).findFirst().orElseThrow().configuration();
  }

  @Test
  void shouldNotPassAnArmThatDidNotRunOnTheOtherJdk() {
    RunData run = onTwoJdks(new SimulatedRun().withAa(1).with("new", 1).run(new Simulation(3), 0));
    assertThat(Regression.ofJdks(Summary.of(run), run.manifest(), LIMIT)).singleElement()
        .extracting(Regression::outcome)
        .isEqualTo(Outcome.UNDECIDED);
  }

  /** Whether two runs, one after the other, both find it slower. */
  private static boolean isStopped(MeasuredBlocks blocks, double factor) {
    return Stream.generate(() -> drawn(blocks, factor)).limit(2).allMatch(Outcome.SUSPECTED::equals);
  }
}
