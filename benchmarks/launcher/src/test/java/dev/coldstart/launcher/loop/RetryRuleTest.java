package dev.coldstart.launcher.loop;

import static dev.coldstart.launcher.loop.FakeRun.ARMS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.machine.FakeGuards;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Guards;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.StopRule;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which blocks are retried, and when no more are. */
class RetryRuleTest {

  private final FakeRun run = new FakeRun();

  @Test
  void shouldRunABlockWithAnInvalidLaunchAgainAtTheEnd() throws IOException {
    run.driver
        .failingAt((arm, slot) -> slot.block() == 2 && arm.fixture().id().equals("a") && arm.id().startsWith("r3.x/"));
    assertThat(run.run()).isEqualTo(StopRule.BLOCKS);

    assertThat(blocksOf("a")).containsExactly(0, 1, 2, 3, 4, 5);
    assertThat(blocksOf("b")).containsExactly(0, 1, 2, 3, 4);
    assertThat(run.ends).filteredOn(end -> end.again() != null)
        .singleElement()
        .satisfies(end -> assertThat(end.fixture() + end.block()).isEqualTo("a2"))
        .satisfies(end -> assertThat(end.again()).startsWith("an invalid launch: r3.x/default/jdk25: exit code "));
    assertThat(run.launches).filteredOn(launch -> launch.fixture().equals("a") && launch.block() == 2).hasSize(ARMS);
    assertThat(run.stands).isEmpty();
  }

  @Test
  void shouldKeepTheOrderOfBlocksThatAreNotConcerned() throws IOException {
    FakeRun smooth = new FakeRun();
    smooth.run();
    run.driver.failingAt((arm, slot) -> slot.block() == 2 && slot.position() == 0);
    run.run();
    assertThat(run.launches.subList(0, smooth.launches.size()))
        .extracting(launch -> launch.fixture() + launch.block() + launch.arm())
        .isEqualTo(smooth.launches.stream().map(launch -> launch.fixture() + launch.block() + launch.arm()).toList());
  }

  @Test
  void shouldRunSoManyAgainAndNoMore() throws IOException {
    run.mostAgain = 3;
    run.driver.failingAt((arm, slot) -> slot.block() > 0 && slot.position() == 1);
    assertThat(run.run()).isEqualTo(StopRule.BLOCKS);

    for (String fixture : List.of("a", "b")) {
      List<BlockEnd> counted = run.ends.stream().filter(end -> end.fixture().equals(fixture) && !end.warmup()).toList();
      assertThat(counted).extracting(BlockEnd::block).containsExactly(1, 2, 3, 4, 5, 6, 7);
      assertThat(counted.subList(0, 3)).extracting(BlockEnd::again).doesNotContainNull();
      assertThat(counted.subList(3, 7)).extracting(BlockEnd::again).containsOnlyNulls();
    }
    assertThat(run.stands).hasSize(2 * 4).allSatisfy(text -> assertThat(text).contains(": an invalid launch: "));
  }

  @Test
  void shouldNeverRunWarmupsAgain() throws IOException {
    run.warmupBlocks = 3;
    run.driver.failingAt((arm, slot) -> slot.block() == 1 && slot.position() < 2);
    run.guards = new FakeGuards(ended -> FakeGuards.guards(ended < 6 ? 1 : 0, 0));
    run.run();
    assertThat(run.ends).hasSize(2 * 7).extracting(BlockEnd::again).containsOnlyNulls();
    assertThat(run.stands).isEmpty();
  }

  @Test
  void shouldNotRunTheProbeAgainWhereItCounts() throws IOException {
    run.warmupBlocks = 0;
    run.blocks = 1;
    run.driver.failing("r3.x", 1);
    run.run();
    assertThat(run.ends).hasSize(2).extracting(BlockEnd::again).containsOnlyNulls();
  }

  @ParameterizedTest
  @CsvSource({"0.05, 0.10,", "0.051, 0.10, 'steal of 5.1 %, more than 5.0 %'",
      "0.05, 0.5, 'throttling of 50.0 %, more than 10.0 %'",})
  void shouldObeyTheGuardsLimits(double stealPart, double throttledPart, String reason) throws IOException {
    run.guards = new FakeGuards(ended -> ended == 4 ? FakeGuards.guards(stealPart, throttledPart) : FakeGuards.quiet());
    run.run();
    assertThat(run.ends.get(4).again()).isEqualTo(reason);
    assertThat(run.ends).hasSize(2 * 5 + (reason == null ? 0 : 1));
  }

  @Test
  void shouldBreakNoRuleWithWhatIsNotKnown() throws IOException {
    Guards unknown = new Guards(null, null, null, 1.0, 1.0, 1.0, 1.0, "powersave", 9, null);
    run.guards = new FakeGuards(ended -> ended % 2 == 0 ? unknown : null);
    run.run();
    assertThat(run.ends).hasSize(2 * 5).extracting(BlockEnd::again).containsOnlyNulls();
  }

  @Test
  void shouldRunABlockAgainThatLeftProcessesBehind() throws IOException {
    run.driver.before(number -> {
      if (number == 3 * ARMS) {
        run.driver.leaveBehind("process 42 (sleep)");
      }
    });
    run.run();
    assertThat(run.ends.get(2).again()).isEqualTo("a launch left processes behind: process 42 (sleep)");
    assertThat(run.ends).filteredOn(end -> end.again() != null).hasSize(1);
  }

  @Test
  void shouldRunTheFirstBlockAgainIfItLeftProcessesBehind() throws IOException {
    run.warmupBlocks = 0;
    run.driver.failing("r3.x", 1);
    run.driver.before(number -> {
      if (number == 1) {
        run.driver.leaveBehind("process 42 (sleep)");
      }
    });
    run.run();
    assertThat(run.ends.get(0).again()).isEqualTo("a launch left processes behind: process 42 (sleep)");
    assertThat(run.ends).filteredOn(end -> end.again() != null).hasSize(1);
  }

  @Test
  void shouldNotLookAtTimes() throws IOException {
    run.driver.answeringIn(slot -> slot.block() == 2 ? 1_000_000_000_000L : 1 + slot.position());
    run.run();
    assertThat(run.ends).hasSize(2 * 5).extracting(BlockEnd::again).containsOnlyNulls();
  }

  @Test
  void shouldBoundAReason() {
    Manifest.Limits limits = new Manifest.Limits(1, 1);
    String reason = new Series.RetryRule(limits).reason(List.of(), null, List.of("x".repeat(5_000))).orElseThrow();
    assertThat(reason).hasSizeLessThan(400).endsWith("...");
  }

  private List<Integer> blocksOf(String fixture) {
    return run.launches.stream()
        .filter(launch -> launch.fixture().equals(fixture))
        .map(Launch::block)
        .distinct()
        .toList();
  }
}
