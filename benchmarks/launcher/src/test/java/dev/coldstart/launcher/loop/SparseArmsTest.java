package dev.coldstart.launcher.loop;

import static dev.coldstart.launcher.loop.FakeRun.ARMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.plan.SparseArms;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest.Sparse;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Arms that the warm-up shows to be far slower than their baseline. */
class SparseArmsTest {

  private static final String SLOW = "r4.x/default/jdk25";
  private static final String SLOWEST = "r5.x/default/jdk25";
  private static final List<ArmKey> DECIDED =
      List.of(new ArmKey(SLOW, "a"), new ArmKey(SLOWEST, "a"), new ArmKey(SLOWEST, "b"));

  /**
   * Two arms are slow in fixture a, and one in b. Another arm takes exactly 6 times as long as the baseline, in both.
   */
  private static FakeRun slow() {
    FakeRun run = new FakeRun();
    run.blocks = 30;
    run.sparse = new Sparse(6, 1, 3, null);
    run.driver.answering(arm -> switch (arm.configuration().id()) {
      case "r3.x" -> 600;
      case "r4.x" -> arm.fixture().id().equals("a") ? 601 : 599;
      case "r5.x" -> 2_400;
      default -> 100;
    });
    return run;
  }

  @Test
  void shouldBeDecidedByTheWarmUpAlone() throws IOException {
    FakeRun run = slow();
    run.run();
    assertThat(run.sparse).isEqualTo(new Sparse(6, 1, 3, DECIDED));
    assertThat(run.launches).filteredOn(Launch::warmup).hasSize(2 * ARMS);

    FakeRun later = new FakeRun();
    later.blocks = 30;
    later.sparse = new Sparse(6, 1, 3, null);
    later.driver.answeringIn(slot -> slot.warmup() ? 100 : 100 + 1_000 * slot.position());
    later.run();
    assertThat(later.sparse.arms()).isEmpty();
    assertThat(later.launches).hasSize(2 * 31 * ARMS);
  }

  /** Launches that were late in only one of the warm-up blocks decide nothing. */
  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void shouldBeDecidedByTheShortestWarmUpLaunch(int late) throws IOException {
    FakeRun run = slow();
    run.warmupBlocks = 2;
    run.driver.answeringIn(slot -> slot.block() == late ? 100 + 1_000 * slot.position() : 100);
    run.run();
    assertThat(run.sparse.arms()).isEmpty();
  }

  @Test
  void shouldStandInEveryThirdBlockAllTogether() throws IOException {
    FakeRun run = slow();
    run.run();
    List<Integer> everyThird = Stream.iterate(1, block -> block + 3).limit(10).toList();
    for (ArmKey sparse : DECIDED) {
      assertThat(counted(run, sparse)).extracting(Launch::block).isEqualTo(everyThird);
    }
    assertThat(run.launches).hasSize(2 * 31 * ARMS - 3 * 20);
    assertThat(run.launches).filteredOn(launch -> launch.fixture().equals("b") && launch.block() == 2)
        .extracting(Launch::position)
        .containsExactly(0, 1, 2, 3, 4);
  }

  /** The replacement for a block has a later number and the same arms. */
  @Test
  void shouldLoseNoLaunchToABlockThatIsRunAgain() throws IOException {
    FakeRun run = slow();
    run.driver.failingAt((arm, slot) -> arm.fixture().id().equals("a") && (slot.block() == 4 || slot.block() == 6));
    run.run();
    List<Integer> again = run.ends.stream().filter(end -> end.again() != null).map(BlockEnd::block).toList();
    assertThat(again).containsExactly(4, 6);
    assertThat(counted(run, DECIDED.get(0))).extracting(Launch::block)
        .containsExactly(1, 4, 5, 9, 12, 15, 18, 21, 24, 27, 30);
    assertThat(counted(run, DECIDED.get(0))).filteredOn(launch -> !again.contains(launch.block())).hasSize(10);
    assertThat(counted(run, DECIDED.get(2))).hasSize(10);
  }

  @Test
  void shouldGoOnFromEveryPlace() throws IOException {
    FakeRun whole = eventful();
    whole.run();
    assertThat(whole.ends).filteredOn(end -> end.again() != null).hasSize(2);
    FakeRun.assertGoesOnFromEveryPlace(SparseArmsTest::eventful);
  }

  /** With retried blocks, and several caches for each arm. */
  private static FakeRun eventful() {
    FakeRun run = slow().withCaches(2);
    run.blocks = 7;
    run.driver.failingAt((arm, slot) -> arm.fixture().id().equals("a") && (slot.block() == 1 || slot.block() == 4));
    return run;
  }

  @Test
  void shouldKeepToWhatWasDecidedBefore() throws IOException {
    FakeRun run = slow();
    run.sparse = new Sparse(6, 1, 3, DECIDED.subList(2, 3));
    run.run();
    assertThat(counted(run, DECIDED.get(0))).hasSize(30);
    assertThat(counted(run, DECIDED.get(2))).hasSize(10);

    FakeRun other = slow();
    other.sparse = new Sparse(6, 1, 3, List.of());
    assertThatThrownBy(() -> other.run(run.recorded())).isInstanceOf(UserError.class)
        .hasMessageContaining("the run cannot be resumed");
  }

  @Test
  void shouldNotBeDecidedOfAnArmWhoseBaselineFailed() throws IOException {
    FakeRun run = slow();
    run.driver.failingAt((arm, slot) -> arm.configuration().baseline());
    run.run();
    assertThat(run.sparse.arms()).isEmpty();
  }

  @Test
  void shouldNeedAWarmUpAndEnoughBlocks() {
    assertThat(SparseArms.rule(0, 300)).isNull();
    assertThat(SparseArms.rule(1, 21)).isNull();
    assertThat(SparseArms.rule(1, 22)).isEqualTo(new Sparse(2, 1.25, 3, null));
  }

  private static List<Launch> counted(FakeRun run, ArmKey arm) {
    return run.launches.stream().filter(launch -> launch.key().equals(arm) && !launch.warmup()).toList();
  }
}
