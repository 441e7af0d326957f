package dev.coldstart.launcher.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.launcher.UserError;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest.Sparse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The choice of the cache from which an arm starts. */
class SeveralCachesTest {

  private static final int CACHES = 3;

  @Test
  void shouldStartFromEachCacheOnceInAsManyBlocks() throws IOException {
    FakeRun run = new FakeRun().withCaches(CACHES);
    run.blocks = 9;
    run.run();
    Map<ArmKey, List<Integer>> drawn = drawn(run);
    assertThat(drawn).hasSize(2 * FakeRun.ARMS);
    assertThat(drawn.values()).allSatisfy(caches -> {
      assertThat(caches).hasSize(9);
      for (int i = 0; i < 9; i += CACHES) {
        assertThat(caches.subList(i, i + CACHES)).containsExactlyInAnyOrder(0, 1, 2);
      }
    });
    assertThat(Map.copyOf(drawn).values().stream().distinct()).as("drawn for each arm").hasSizeGreaterThan(2);
  }

  @Test
  void shouldDrawThemForSparseArmsByTheirOwnLaunches() throws IOException {
    ArmKey slow = new ArmKey("r5.x/default/jdk25", "a");
    FakeRun run = new FakeRun().withCaches(CACHES);
    run.blocks = 18;
    run.sparse = new Sparse(6, 1, 3, List.of(slow));
    run.run();
    List<Integer> drawn = drawn(run).get(slow);
    assertThat(drawn.subList(0, 3)).containsExactlyInAnyOrder(0, 1, 2);
    assertThat(drawn.subList(3, 6)).containsExactlyInAnyOrder(0, 1, 2);
  }

  @Test
  void shouldRunABlockAgainFromTheSameCaches() throws IOException {
    FakeRun run = new FakeRun().withCaches(CACHES);
    run.driver.failingAt((arm, slot) -> slot.block() == 2 && slot.position() == 0);
    run.run();
    assertThat(ofBlock(run, 3)).isEqualTo(ofBlock(run, 2)).isNotEqualTo(ofBlock(run, 1));
  }

  @Test
  void shouldSayNothingOfTheOneCacheOfAnArm() throws IOException {
    FakeRun run = new FakeRun().withCaches(1);
    run.run();
    assertThat(run.launches).isNotEmpty().allMatch(launch -> launch.cache() == null);
    FakeRun uncached = new FakeRun();
    uncached.caches = CACHES;
    uncached.run();
    assertThat(uncached.launches).isNotEmpty().allMatch(launch -> launch.cache() == null);
  }

  @Test
  void shouldGoOnFromEveryPlace() throws IOException {
    FakeRun.assertGoesOnFromEveryPlace(SeveralCachesTest::eventful);
  }

  private static FakeRun eventful() {
    FakeRun run = new FakeRun().withCaches(CACHES);
    run.driver.failingAt((arm, slot) -> arm.fixture().id().equals("a") && (slot.block() == 1 || slot.block() == 3));
    return run;
  }

  @Test
  void shouldRefuseDataOfOtherCaches() throws IOException {
    FakeRun other = new FakeRun().withCaches(2);
    other.run();
    FakeRun run = new FakeRun().withCaches(CACHES);
    assertThatThrownBy(() -> run.run(other.recorded())).isInstanceOf(UserError.class)
        .hasMessageContaining("launches.jsonl holds a launch from cache ")
        .hasMessageContaining("the run cannot be resumed");
  }

  private static Map<ArmKey, List<Integer>> drawn(FakeRun run) {
    return run.launches.stream()
        .filter(launch -> !launch.warmup())
        .collect(Collectors.groupingBy(Launch::key, Collectors.mapping(Launch::cache, Collectors.toList())));
  }

  private static Map<String, Integer> ofBlock(FakeRun run, int block) {
    return run.launches.stream()
        .filter(launch -> launch.block() == block)
        .collect(Collectors.toMap(launch -> launch.fixture() + launch.arm(), Launch::cache, (a, b) -> b, TreeMap::new));
  }
}
