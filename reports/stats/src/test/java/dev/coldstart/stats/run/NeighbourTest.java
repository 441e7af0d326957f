package dev.coldstart.stats.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.stats.estimate.Bootstrap;
import dev.coldstart.stats.estimate.Estimate;
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
    Summary summary = Summarizer.of(SampleRuns.controlled().readFrom(out));
    List<Arm> order =
        summary.arms().stream().filter(arm -> arm.n() > 0 && !arm.arm().isControl()).map(ArmSummary::arm).toList();
    List<Neighbour> neighbours = summary.details().neighbours();
    assertThat(neighbours).hasSize(order.size() - 2).allSatisfy(neighbour -> {
      assertThat(neighbour.arm().fixture()).isEqualTo(neighbour.before().fixture());
      assertThat(order.indexOf(neighbour.before())).isEqualTo(order.indexOf(neighbour.arm()) - 1);
      assertThat(neighbour.blocks()).isBetween(20, 30);
    });
  }

  /** Drift between blocks is five times the planted difference, and gone from the pairs. */
  @Test
  void shouldTellApartWhatDiffersAndNotWhatIsTheSame() {
    Details details = details(new SimulatedRun().with("same", 2).with("twin", 2).with("slower", 2.3), 30);
    assertThat(details.neighbours()).hasSize(3);
    assertThat(details.indistinguishable()).hasSize(1);
    assertThat(details.indistinguishable().get(0)).extracting(Arm::configuration)
        .containsExactlyInAnyOrder("x.same", "x.twin");
    Neighbour slower = details.neighbours().get(2);
    assertThat(slower.toldApart()).isTrue();
    assertThat(slower.ratio().low()).isGreaterThan(1).isLessThan(1.15);
    assertThat(slower.ratio().high()).isGreaterThan(1.15);
  }

  @Test
  void shouldNotTellApartOnTooFewBlocks() {
    Details details = details(new SimulatedRun().with("slow", 9), Bootstrap.MIN_VALUES - 1);
    assertThat(details.neighbours()).singleElement().satisfies(neighbour -> {
      assertThat(neighbour.toldApart()).isFalse();
      assertThat(neighbour.p()).isNaN();
      assertThat(neighbour.ratio().value()).isGreaterThan(5);
    });
  }

  /** Of twenty arms that are the same, some runs would else show two that differ. */
  @Test
  void shouldAdjustForAllNeighboursOfTheRun() {
    SimulatedRun planned = new SimulatedRun();
    for (int i = 0; i < 20; i++) {
      planned.with("same-" + i, 2);
    }
    RunData run = planned.run(new Simulation(7), 30);
    List<Neighbour> neighbours = Summarizer.of(run, 0.02, 500).details().neighbours();
    // The baseline alone takes half of what any other does.
    assertThat(neighbours.stream().filter(n -> !n.isOpen())).hasSize(1);
    double[] unadjusted = neighbours.stream().mapToDouble(neighbour -> unadjusted(run, neighbour)).toArray();
    assertThat(neighbours.stream().mapToDouble(Neighbour::p).toArray()).isEqualTo(Holm.adjusted(unadjusted));
  }

  @Test
  void shouldSayNothingWhereTheRunIsNotToBeTrusted() {
    RunData run = new SimulatedRun().with("slow", 9).run(new Simulation(7), 30);
    List<ArmSummary> arms = Summarizer.of(run).arms();
    Details details = Details.of(run, arms, new Bootstrap(1, 200), false);
    assertThat(details.neighbours()).singleElement().satisfies(n -> assertThat(n.toldApart()).isNull());
    assertThat(details.indistinguishable()).isEmpty();
  }

  @Test
  void shouldLeaveOutWhatHasNoLaunchThatCounts() {
    SampleRun run = SampleRuns.standard().onlyLaunches(l -> l.arm().equals(SampleRuns.BASELINE));
    Details details = Summarizer.of(run.readFrom(out)).details();
    assertThat(details.neighbours()).isEmpty();
    assertThat(details.indistinguishable()).isEmpty();
  }

  @Test
  void shouldChainNoArmsOfTwoFixtures() {
    Arm a = arm("a", "f");
    Arm b = arm("b", "f");
    Arm c = arm("c", "f");
    Arm d = arm("a", "g");
    Arm e = arm("b", "g");
    Details details = new Details(List.of(open(b, a), open(c, b), open(e, d)), List.of(), List.of());
    assertThat(details.indistinguishable()).containsExactly(List.of(a, b, c), List.of(d, e));
  }

  private static Neighbour open(Arm arm, Arm before) {
    return new Neighbour(arm, before, 9, Estimate.NONE, 1, false);
  }

  private static Arm arm(String id, String fixture) {
    return new Arm(id, id, id, id, id, "default", "jdk25", fixture, false, null, Map.of(), null, List.of(), null, null);
  }

  private static double unadjusted(RunData run, Neighbour neighbour) {
    double[] logs = Pairs.of(launches(run, neighbour.arm()), launches(run, neighbour.before())).logRatios();
    return StudentT.of(logs).p(Math.abs(StudentT.of(logs).mean()));
  }

  private static ArmLaunches launches(RunData run, Arm arm) {
    return run.arms().stream().filter(any -> any.arm().equals(arm)).findFirst().orElseThrow();
  }

  private static Details details(SimulatedRun run, int blocks) {
    return Summarizer.of(run.run(new Simulation(7), blocks), 0.02, 500).details();
  }
}
