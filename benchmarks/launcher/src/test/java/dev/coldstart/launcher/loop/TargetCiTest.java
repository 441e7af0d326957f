package dev.coldstart.launcher.loop;

import static dev.coldstart.launcher.loop.FakeRun.ARMS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Launch;
import dev.coldstart.record.StopRule;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** When a run ends because its ratios are known well enough. */
class TargetCiTest {

  private final FakeRun run = new FakeRun();
  private final List<Integer> asked = new ArrayList<>();

  @BeforeEach
  void giveManyBlocks() {
    run.blocks = 30;
  }

  @Test
  void shouldNotStopBeforeTwentyBlocks() throws IOException {
    run.precision = counted -> true;
    assertThat(run.run()).isEqualTo(StopRule.TARGET_CI);
    assertThat(run.ends).hasSize(2 * 21);
    assertThat(run.ends).filteredOn(end -> end.block() == 20).hasSize(2);
  }

  @Test
  void shouldStopAtTheEndOfTheRoundThatReachesIt() throws IOException {
    run.precision = counted -> asked(counted) >= 24 * ARMS;
    assertThat(run.run()).isEqualTo(StopRule.TARGET_CI);
    assertThat(asked).containsExactly(20 * ARMS, 21 * ARMS, 22 * ARMS, 23 * ARMS, 24 * ARMS);
    assertThat(run.ends).hasSize(2 * 25);
  }

  @Test
  void shouldTellTheLaunchesSoFarAfterEachRound() throws IOException {
    run.blocks = 3;
    run.run();
    assertThat(run.countedAfterRounds).containsExactly(0, 2 * ARMS, 4 * ARMS, 6 * ARMS);
  }

  @Test
  void shouldRunAllBlocksWhenItIsNeverReached() throws IOException {
    run.precision = counted -> asked(counted) < 0;
    assertThat(run.run()).isEqualTo(StopRule.BLOCKS);
    assertThat(asked).hasSize(11);
    assertThat(run.ends).hasSize(2 * 31);
  }

  @Test
  void shouldNotCountBlocksThatAreRunAgain() throws IOException {
    run.driver.failingAt((arm, slot) -> slot.block() == 3 && arm.fixture().id().equals("a") && slot.position() == 0);
    run.precision = counted -> asked(counted) > 0;
    assertThat(run.run()).isEqualTo(StopRule.TARGET_CI);
    assertThat(run.ends).filteredOn(end -> end.fixture().equals("a") && !end.warmup() && end.again() == null)
        .hasSize(20);
    assertThat(run.ends).extracting(BlockEnd::block).contains(21).doesNotContain(22);
    assertThat(run.launches).filteredOn(launch -> launch.fixture().equals("a") && launch.block() == 3).hasSize(ARMS);
  }

  @Test
  void shouldLetTheBudgetEndItBefore() throws IOException {
    run.budget = Duration.ofNanos(10 * ARMS * FakeDriver.LAUNCH_NS);
    run.precision = counted -> true;
    assertThat(run.run()).isEqualTo(StopRule.BUDGET);
  }

  /** The smallest number of counted launches in a fixture. */
  private int asked(Collection<List<Launch>> counted) {
    assertThat(counted).hasSize(2);
    assertThat(counted)
        .allSatisfy(launches -> assertThat(launches).allMatch(launch -> launch.valid() && !launch.warmup()));
    int least = counted.stream().mapToInt(List::size).min().orElseThrow();
    asked.add(least);
    return least;
  }
}
