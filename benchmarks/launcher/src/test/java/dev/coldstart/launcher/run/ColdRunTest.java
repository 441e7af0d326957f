package dev.coldstart.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.launch.LaunchDriver.Launched;
import dev.coldstart.launcher.plan.Permutations;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.plan.SampleArms;
import dev.coldstart.results.Launch;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ColdRunTest {

  private static final int ARMS = 6;
  private static final Duration AMPLE = Duration.ofHours(1);
  private static final BooleanSupplier NEVER = () -> false;

  private final FakeDriver driver = new FakeDriver();
  private final Heard heard = new Heard();

  @Test
  void shouldHoldEveryArmOnceInEveryBlock() throws IOException {
    assertThat(run(1, 2, 5, AMPLE, NEVER)).isEqualTo(StopRule.BLOCKS);

    Map<String, List<Launch>> blocks =
        heard.launches.stream().collect(Collectors.groupingBy(launch -> launch.fixture() + launch.block()));
    assertThat(blocks).hasSize(2 * 7);
    assertThat(blocks.values()).allSatisfy(block -> {
      assertThat(block).extracting(Launch::arm).doesNotHaveDuplicates().hasSize(ARMS);
      assertThat(block).extracting(Launch::position).containsExactly(0, 1, 2, 3, 4, 5);
    });
  }

  @Test
  void shouldOrderBlocksBySeed() throws IOException {
    run(1, 0, 8, AMPLE, NEVER);
    List<String> first = orders();
    assertThat(first).doesNotHaveDuplicates();

    heard.launches.clear();
    run(1, 0, 8, AMPLE, NEVER);
    assertThat(orders()).isEqualTo(first);

    heard.launches.clear();
    run(2, 0, 8, AMPLE, NEVER);
    assertThat(orders()).isNotEqualTo(first);
  }

  @Test
  void shouldFlagWarmupBlocks() throws IOException {
    run(1, 2, 3, AMPLE, NEVER);
    assertThat(heard.launches).allSatisfy(launch -> assertThat(launch.warmup()).isEqualTo(launch.block() < 2));
    assertThat(heard.launches).extracting(Launch::block).contains(0, 1, 2, 3, 4);
  }

  @Test
  void shouldTellOfEveryBlocksEnd() throws IOException {
    run(1, 1, 1, AMPLE, NEVER);
    assertThat(heard.ends)
        .containsExactlyInAnyOrder("a 0 true", "b 0 true", "a 1 false", "b 1 false");
    assertThat(heard.progress).containsExactly("1/4", "2/4", "3/4", "4/4");
  }

  @Test
  void shouldStopByBudgetAtABlocksEnd() throws IOException {
    long threeBlocksAndAHalf = FakeDriver.LAUNCH_NS * (3 * ARMS + ARMS / 2);
    assertThat(run(1, 0, 50, Duration.ofNanos(threeBlocksAndAHalf), NEVER)).isEqualTo(StopRule.BUDGET);
    assertThat(heard.launches).hasSize(4 * ARMS);
    assertThat(heard.ends).hasSize(4);
  }

  @Test
  void shouldFinishTheFirstRoundWhateverTheBudget() throws IOException {
    assertThat(run(1, 0, 50, Duration.ofNanos(1), NEVER)).isEqualTo(StopRule.BUDGET);
    assertThat(heard.launches).hasSize(2 * ARMS);
    assertThat(heard.launches).extracting(Launch::fixture).contains("a", "b");
  }

  @Test
  void shouldDropAnArmThatFailsTwiceInItsFirstBlock() throws IOException {
    driver.failing("r3.x", Integer.MAX_VALUE);
    run(1, 1, 4, AMPLE, NEVER);

    List<Launch> ofArm = heard.launches.stream().filter(launch -> launch.arm().startsWith("r3.x/")).toList();
    assertThat(ofArm).hasSize(2 * 2).allSatisfy(launch -> assertThat(launch.block()).isZero());
    assertThat(heard.failed).hasSize(2).allSatisfy(failure -> assertThat(failure).startsWith("r3.x/default/jdk25 exit code "));
    assertThat(heard.failed.get(0)).endsWith(ofArm.get(1).reason());
    assertThat(heard.launches).filteredOn(launch -> launch.block() > 0).hasSize(2 * 4 * (ARMS - 1));
  }

  @Test
  void shouldKeepAnArmThatFailsOnce() throws IOException {
    driver.failing("r3.x", 1);
    run(1, 1, 4, AMPLE, NEVER);

    assertThat(heard.failed).isEmpty();
    assertThat(heard.launches).hasSize(2 * 5 * ARMS + 1);
    assertThat(heard.launches).filteredOn(launch -> !launch.valid()).hasSize(1);
    assertThat(heard.launches)
        .filteredOn(launch -> launch.position() == ARMS)
        .singleElement()
        .satisfies(second -> assertThat(second.arm()).startsWith("r3.x/"))
        .satisfies(second -> assertThat(second.valid()).isTrue());
  }

  @Test
  void shouldEndAtOnceWhenInterrupted() throws IOException {
    int inTheSecondBlock = ARMS + 2;
    assertThat(run(1, 0, 4, AMPLE, () -> driver.made().size() == inTheSecondBlock)).isEqualTo(StopRule.INTERRUPTED);
    assertThat(driver.made()).hasSize(inTheSecondBlock);
    assertThat(heard.launches).isEqualTo(driver.made().subList(0, inTheSecondBlock - 1));
    assertThat(heard.ends).hasSize(1);
  }

  @Test
  void shouldEndAtOnceWhenInterruptedInASecondTry() throws IOException {
    driver.failing("r3.x", Integer.MAX_VALUE);
    assertThat(run(1, 0, 4, AMPLE, () -> driver.made().size() == ARMS + 1)).isEqualTo(StopRule.INTERRUPTED);
    assertThat(driver.made()).hasSize(ARMS + 1);
    assertThat(heard.launches).hasSize(ARMS);
    assertThat(heard.failed).isEmpty();
  }

  private StopRule run(long seed, int warmupBlocks, int blocks, Duration budget, BooleanSupplier interrupted)
      throws IOException {
    List<PlannedArm> arms = new ArrayList<>();
    for (String fixture : List.of("a", "b")) {
      IntStream.range(0, ARMS).forEach(i -> arms.add(SampleArms.arm("r" + i + ".x", fixture)));
    }
    return new ColdRun(
            arms,
            new ColdRun.Limits(warmupBlocks, blocks, budget),
            new Permutations(seed),
            driver,
            heard,
            driver::nowNs,
            interrupted)
        .run();
  }

  /** The arms of each block in their order. */
  private List<String> orders() {
    return List.copyOf(
        heard.launches.stream()
            .collect(
                Collectors.groupingBy(
                    launch -> launch.fixture() + launch.block(),
                    TreeMap::new,
                    Collectors.mapping(Launch::arm, Collectors.joining(" "))))
            .values());
  }

  private static final class Heard implements ColdRun.Listener {
    private final List<Launch> launches = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private final List<String> ends = new ArrayList<>();
    private final List<String> progress = new ArrayList<>();

    @Override
    public void launched(Launched launched) {
      launches.add(launched.launch());
    }

    @Override
    public void failed(PlannedArm arm, String reason) {
      failed.add(arm.id() + " " + reason);
    }

    @Override
    public void blockEnded(String fixture, int block, boolean warmup, int done, int total) {
      ends.add(fixture + " " + block + " " + warmup);
      progress.add(done + "/" + total);
    }
  }
}
