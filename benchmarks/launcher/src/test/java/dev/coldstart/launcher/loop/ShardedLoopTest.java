package dev.coldstart.launcher.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.machine.FakeGuards;
import dev.coldstart.launcher.plan.Permutations;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Shard;
import dev.coldstart.record.StopRule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The part of a plan that one machine makes. */
class ShardedLoopTest {

  @Test
  void shouldMakeItsShareAfterAWarmupOfItsOwn() throws IOException {
    FakeRun second = shard(2, 3, 8);
    assertThat(second.run()).isEqualTo(StopRule.BLOCKS);
    assertThat(blocks(second, "a")).containsExactly(1, 4, 7, 10);
    assertThat(second.ends).filteredOn(end -> end.fixture().equals("a"))
        .extracting(BlockEnd::warmup)
        .containsExactly(true, false, false, false);
    assertThat(blocksOf(shard(3, 3, 8), "a")).containsExactly(2, 5, 8);
  }

  @Test
  void shouldNeverRepeatABlockOfAnotherShard() throws IOException {
    List<String> orders = new ArrayList<>();
    for (int index = 1; index <= 4; index++) {
      FakeRun run = shard(index, 4, 12);
      run.run();
      Map<String, List<String>> byBlock = run.launches.stream()
          .collect(Collectors.groupingBy(launch -> launch.fixture() + launch.block(), LinkedHashMap::new,
              Collectors.mapping(Launch::arm, Collectors.toList())));
      byBlock.forEach((block, arms) -> orders.add(block + arms));
      Permutations permutations = new Permutations(run.seed);
      run.ends.forEach(end -> assertThat(arms(run, end)).isEqualTo(permutations.of(end.fixture(), end.block(),
          IntStream.range(0, FakeRun.ARMS).mapToObj(i -> "r" + i).toList())));
    }
    assertThat(orders).hasSize(2 * (4 + 12)).doesNotHaveDuplicates();
  }

  private static List<String> arms(FakeRun run, BlockEnd block) {
    return run.launches.stream()
        .filter(launch -> launch.block() == block.block() && launch.fixture().equals(block.fixture()))
        .map(launch -> launch.arm().substring(0, 2))
        .toList();
  }

  @Test
  void shouldRetryABlockUnderItsOwnNextNumber() throws IOException {
    FakeRun run = shard(2, 4, 8);
    run.guards = new FakeGuards(block -> block == 2 ? FakeGuards.guards(0.12, 0) : FakeGuards.quiet());
    assertThat(run.run()).isEqualTo(StopRule.BLOCKS);
    List<BlockEnd> again = run.ends.stream().filter(end -> end.again() != null).toList();
    assertThat(again).singleElement().satisfies(end -> assertThat(end.block()).isEqualTo(5));
    assertThat(blocks(run, again.get(0).fixture())).containsExactly(1, 5, 9, 13);
  }

  @Test
  void shouldBeResumedFromEveryPlace() throws IOException {
    FakeRun whole = shard(2, 3, 8);
    whole.run();
    int events = whole.launches.size() + whole.ends.size();
    for (int cut = 1; cut < events; cut++) {
      FakeRun killed = shard(2, 3, 8);
      killed.killAfterEvents = cut;
      try {
        killed.run();
      } catch (FakeDriver.Killed expected) {
        // As planned.
      }
      FakeRun resumed = shard(2, 3, 8);
      assertThat(resumed.run(killed.recorded())).isEqualTo(StopRule.BLOCKS);
      assertThat(killed.launches.size() + resumed.launches.size()).as("cut after event " + cut)
          .isEqualTo(whole.launches.size());
    }
  }

  private static FakeRun shard(int index, int of, int blocks) {
    FakeRun run = new FakeRun();
    run.blocks = blocks;
    run.shard = new Shard(index, of);
    return run;
  }

  private static List<Integer> blocksOf(FakeRun run, String fixture) throws IOException {
    run.run();
    return blocks(run, fixture);
  }

  private static List<Integer> blocks(FakeRun run, String fixture) {
    return run.launches.stream()
        .filter(launch -> launch.fixture().equals(fixture))
        .map(Launch::block)
        .distinct()
        .toList();
  }
}
