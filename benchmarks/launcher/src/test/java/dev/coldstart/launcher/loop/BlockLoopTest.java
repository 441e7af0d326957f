package dev.coldstart.launcher.loop;

import static dev.coldstart.launcher.loop.FakeRun.ARMS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.machine.FakeGuards;
import dev.coldstart.launcher.plan.Permutations;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Launch;
import dev.coldstart.record.StopRule;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BlockLoopTest {

  private final FakeRun run = new FakeRun();

  @Test
  void shouldHoldEveryArmOnceInEveryBlock() throws IOException {
    run.warmupBlocks = 2;
    run.blocks = 5;
    assertThat(run.run()).isEqualTo(StopRule.BLOCKS);

    Map<String, List<Launch>> blocks =
        run.launches.stream().collect(Collectors.groupingBy(launch -> launch.fixture() + launch.block()));
    assertThat(blocks).hasSize(2 * 7);
    assertThat(blocks.values()).allSatisfy(block -> {
      assertThat(block).extracting(Launch::arm).doesNotHaveDuplicates().hasSize(ARMS);
      assertThat(block).extracting(Launch::position).containsExactly(0, 1, 2, 3, 4, 5);
    });
  }

  @Test
  void shouldOrderBlocksBySeed() throws IOException {
    run.blocks = 8;
    run.run();
    List<String> first = orders(run);
    assertThat(first).doesNotHaveDuplicates();

    FakeRun same = new FakeRun();
    same.blocks = 8;
    same.run();
    assertThat(orders(same)).isEqualTo(first);

    FakeRun other = new FakeRun();
    other.blocks = 8;
    other.seed = 2;
    other.run();
    assertThat(orders(other)).isNotEqualTo(first);
  }

  /** A resumed run, and a run of another version, must get the same orders, so the names that seed them are fixed. */
  @Test
  void shouldOrderByTheFixturesNameAndTheBlocksNumber() throws IOException {
    run.run();
    Permutations permutations = new Permutations(run.seed);
    for (int block = 0; block < 5; block++) {
      List<String> fixtures = permutations.of("", block, List.of("a", "b"));
      assertThat(ofBlock(block).map(Launch::fixture).distinct().toList()).isEqualTo(fixtures);
      for (String fixture : fixtures) {
        List<String> arms = permutations.of(fixture, block, IntStream.range(0, ARMS).mapToObj(i -> "r" + i).toList());
        assertThat(ofBlock(block).filter(launch -> launch.fixture().equals(fixture))
            .map(l -> l.arm().substring(0, 2))
            .toList()).isEqualTo(arms);
      }
    }
  }

  private Stream<Launch> ofBlock(int block) {
    return run.launches.stream().filter(launch -> launch.block() == block);
  }

  @Test
  void shouldFlagWarmupBlocks() throws IOException {
    run.warmupBlocks = 2;
    run.blocks = 3;
    run.run();
    assertThat(run.launches).allSatisfy(launch -> assertThat(launch.warmup()).isEqualTo(launch.block() < 2));
    assertThat(run.ends).allSatisfy(end -> assertThat(end.warmup()).isEqualTo(end.block() < 2));
    assertThat(run.launches).extracting(Launch::block).contains(0, 1, 2, 3, 4);
  }

  @Test
  void shouldTellOfEveryBlocksEnd() throws IOException {
    run.blocks = 1;
    run.run();
    assertThat(run.ends).extracting(end -> end.fixture() + " " + end.block() + " " + end.warmup())
        .containsExactlyInAnyOrder("a 0 true", "b 0 true", "a 1 false", "b 1 false");
    assertThat(run.progress).containsExactly("1/4", "2/4", "3/4", "4/4");
  }

  @Test
  void shouldTellWhatABlockTook() throws IOException {
    run.blocks = 2;
    run.guards = new FakeGuards(block -> FakeGuards.guards(0.01 * block, 0));
    run.run();
    assertThat(run.ends).allSatisfy(end -> {
      assertThat(end.wallNs()).isEqualTo(ARMS * FakeDriver.LAUNCH_NS);
      assertThat(end.childrenNs()).isEqualTo(ARMS * FakeDriver.LAUNCH_NS);
    });
    assertThat(run.ends).extracting(end -> end.guards().stealPart()).containsExactly(0.0, 0.01, 0.02, 0.03, 0.04, 0.05);
  }

  @Test
  void shouldStopByBudgetAtABlocksEnd() throws IOException {
    run.blocks = 50;
    run.budget = Duration.ofNanos(FakeDriver.LAUNCH_NS * (3 * ARMS + ARMS / 2));
    assertThat(run.run()).isEqualTo(StopRule.BUDGET);
    assertThat(run.launches).hasSize(4 * ARMS);
    assertThat(run.ends).hasSize(4);
  }

  @Test
  void shouldFinishTheFirstRoundWhateverTheBudget() throws IOException {
    run.budget = Duration.ofNanos(1);
    assertThat(run.run()).isEqualTo(StopRule.BUDGET);
    assertThat(run.launches).hasSize(2 * ARMS);
    assertThat(run.launches).extracting(Launch::fixture).contains("a", "b");
  }

  @Test
  void shouldDropAnArmThatFailsTwiceInItsFirstBlock() throws IOException {
    run.driver.failing("r3.x", Integer.MAX_VALUE);
    run.run();

    List<Launch> ofArm = run.launches.stream().filter(launch -> launch.arm().startsWith("r3.x/")).toList();
    assertThat(ofArm).hasSize(2 * 2).allSatisfy(launch -> assertThat(launch.block()).isZero());
    assertThat(run.failed).hasSize(2).allSatisfy(failure -> assertThat(failure).startsWith("r3.x/default/jdk25 "));
    assertThat(run.failed.get(0)).endsWith(ofArm.get(1).reason());
    assertThat(run.launches).filteredOn(launch -> launch.block() > 0).hasSize(2 * 4 * (ARMS - 1));
    assertThat(run.ends).extracting(BlockEnd::again).containsOnlyNulls();
  }

  @Test
  void shouldKeepAnArmThatFailsOnce() throws IOException {
    run.driver.failing("r3.x", 1);
    run.run();

    assertThat(run.failed).isEmpty();
    assertThat(run.launches).hasSize(2 * 5 * ARMS + 1);
    assertThat(run.launches).filteredOn(launch -> !launch.valid()).hasSize(1);
    assertThat(run.launches).filteredOn(launch -> launch.position() == ARMS)
        .singleElement()
        .satisfies(second -> assertThat(second.arm()).startsWith("r3.x/"))
        .satisfies(second -> assertThat(second.valid()).isTrue());
  }

  @Test
  void shouldEndWhenNoArmIsLeft() throws IOException {
    run.driver.failingAt((arm, slot) -> true);
    assertThat(run.run()).isEqualTo(StopRule.BLOCKS);
    assertThat(run.launches).hasSize(2 * 2 * ARMS);
    assertThat(run.ends).hasSize(2);
  }

  @Test
  void shouldEndAtOnceWhenInterrupted() throws IOException {
    int inTheSecondBlock = ARMS + 2;
    run.interrupted = () -> run.driver.made().size() == inTheSecondBlock;
    assertThat(run.run()).isEqualTo(StopRule.INTERRUPTED);
    assertThat(run.driver.made()).hasSize(inTheSecondBlock);
    assertThat(run.launches).isEqualTo(run.driver.made().subList(0, inTheSecondBlock - 1));
    assertThat(run.ends).hasSize(1);
  }

  @Test
  void shouldEndAtOnceWhenInterruptedInASecondTry() throws IOException {
    run.driver.failing("r3.x", Integer.MAX_VALUE);
    run.interrupted = () -> run.driver.made().size() == ARMS + 1;
    assertThat(run.run()).isEqualTo(StopRule.INTERRUPTED);
    assertThat(run.driver.made()).hasSize(ARMS + 1);
    assertThat(run.launches).hasSize(ARMS);
    assertThat(run.failed).isEmpty();
  }

  @Test
  void shouldLaunchNothingWhenInterruptedBefore() throws IOException {
    run.interrupted = () -> true;
    assertThat(run.run()).isEqualTo(StopRule.INTERRUPTED);
    assertThat(run.driver.made()).isEmpty();
  }

  /** The order of the arms in each block. */
  private static List<String> orders(FakeRun of) {
    return List.copyOf(of.launches.stream()
        .filter(launch -> !launch.warmup())
        .collect(Collectors.groupingBy(launch -> launch.fixture() + launch.block(), TreeMap::new,
            Collectors.mapping(Launch::arm, Collectors.joining(" "))))
        .values());
  }
}
