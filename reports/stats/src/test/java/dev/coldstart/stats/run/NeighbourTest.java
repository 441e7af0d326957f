package dev.coldstart.stats.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.HodgesLehmann;
import dev.coldstart.stats.estimate.Holm;
import dev.coldstart.stats.estimate.Simulation;
import dev.coldstart.stats.estimate.StudentT;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NeighbourTest {

  @TempDir
  Path out;

  @Test
  void shouldCompareEachArmWithTheOneBeforeItInTheSummary() {
    Summary summary = Summary.of(SampleRuns.controlled().readFrom(out));
    List<Arm> order =
        summary.arms().stream().filter(arm -> arm.n() > 0 && !arm.arm().isControl()).map(ArmSummary::arm).toList();
    List<Neighbour> neighbours = summary.neighbours();
    assertThat(neighbours).hasSize(order.size() - 2).allSatisfy(neighbour -> {
      assertThat(neighbour.arm().fixture()).isEqualTo(neighbour.before().fixture());
      assertThat(order.indexOf(neighbour.before())).isEqualTo(order.indexOf(neighbour.arm()) - 1);
      assertThat(neighbour.blocks()).isBetween(20, 30);
    });
  }

  /** Drift between blocks is five times the planted difference, and cancels out in the pairs. */
  @Test
  void shouldTellApartWhatDiffersAndNotWhatIsTheSame() {
    Summary summary = summary(new SimulatedRun().with("same", 2).with("twin", 2).with("slower", 2.3), 30);
    assertThat(summary.neighbours()).hasSize(3);
    assertThat(summary.indistinguishable()).hasSize(1);
    assertThat(summary.indistinguishable().get(0)).extracting(Arm::configuration)
        .containsExactlyInAnyOrder("x.same", "x.twin");
    Neighbour slower = summary.neighbours().get(2);
    assertThat(slower.toldApart()).isTrue();
    assertThat(slower.ratio().low()).isGreaterThan(1).isLessThan(1.15);
    assertThat(slower.ratio().high()).isGreaterThan(1.15);
  }

  @Test
  void shouldNotTellApartOnTooFewBlocks() {
    Summary summary = summary(new SimulatedRun().with("slow", 9), HodgesLehmann.LEAST_VALUES - 1);
    assertThat(summary.neighbours()).singleElement().satisfies(neighbour -> {
      assertThat(neighbour.toldApart()).isFalse();
      assertThat(neighbour.p()).isNaN();
      assertThat(neighbour.ratio().value()).isGreaterThan(5);
    });
  }

  /** Without the correction, some runs of twenty equal arms would show a difference. */
  @Test
  void shouldAdjustForAllNeighboursOfTheRun() {
    SimulatedRun planned = new SimulatedRun();
    for (int i = 0; i < 20; i++) {
      planned.with("same-" + i, 2);
    }
    RunData run = planned.run(new Simulation(7), 30);
    List<Neighbour> neighbours = Summary.of(run, 0.02).neighbours();
    // The baseline takes half as long as all others; it alone differs.
    assertThat(neighbours.stream().filter(n -> !n.isOpen())).hasSize(1);
    double[] unadjusted = neighbours.stream().mapToDouble(neighbour -> unadjusted(run, neighbour)).toArray();
    assertThat(neighbours.stream().mapToDouble(Neighbour::p).toArray()).isEqualTo(Holm.adjusted(unadjusted));
  }

  @Test
  void shouldSayNothingWhereTheRunIsNotToBeTrusted() {
    RunData run = new SimulatedRun().with("slow", 9).run(new Simulation(7), 30);
    List<ArmSummary> arms = Summary.of(run).arms();
    Summary summary = summary(Neighbour.of(Machines.of(run), arms, false));
    assertThat(summary.neighbours()).singleElement().satisfies(n -> assertThat(n.toldApart()).isNull());
    assertThat(summary.indistinguishable()).isEmpty();
  }

  @Test
  void shouldLeaveOutWhatHasNoLaunchThatCounts() {
    SampleRun run = SampleRuns.standard().onlyLaunches(l -> l.arm().equals(SampleRuns.BASELINE));
    Summary summary = Summary.of(run.readFrom(out));
    assertThat(summary.neighbours()).isEmpty();
    assertThat(summary.indistinguishable()).isEmpty();
  }

  @Test
  void shouldChainNoArmsOfTwoFixtures() {
    Arm a = arm("a", "f");
    Arm b = arm("b", "f");
    Arm c = arm("c", "f");
    Arm d = arm("a", "g");
    Arm e = arm("b", "g");
    Summary summary = summary(List.of(open(b, a), open(c, b), open(e, d)));
    assertThat(summary.indistinguishable()).containsExactly(List.of(a, b, c), List.of(d, e));
  }

  private static Neighbour open(Arm arm, Arm before) {
    return new Neighbour(arm, before, 9, Estimate.NONE, 1, false);
  }

  private static Arm arm(String id, String fixture) {
    return new Arm(id, id, id, id, id, "default", "jdk25", fixture, false, null, Map.of(), null, List.of(), null, null,
        null);
  }

  private static double unadjusted(RunData run, Neighbour neighbour) {
    double[] logs = new LogRatios(run.arms()).of(launches(run, neighbour.arm()), launches(run, neighbour.before()));
    StudentT t = StudentT.around(HodgesLehmann.of(logs), logs.length);
    return t.p(Math.abs(t.mean()));
  }

  private static ArmLaunches launches(RunData run, Arm arm) {
    return run.arms().stream().filter(any -> any.arm().equals(arm)).findFirst().orElseThrow();
  }

  private static Summary summary(List<Neighbour> neighbours) {
    return new Summary(0.02, RunStatus.SOUND, List.of(), List.of(), Estimate.NONE, List.of(), List.of(), null, null,
        List.of(), List.of(), neighbours, List.of(), List.of());
  }

  private static Summary summary(SimulatedRun run, int blocks) {
    return Summary.of(run.run(new Simulation(7), blocks), 0.02);
  }
}
