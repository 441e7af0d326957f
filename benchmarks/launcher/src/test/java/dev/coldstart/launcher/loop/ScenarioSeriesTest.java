package dev.coldstart.launcher.loop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.plan.Permutations;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.plan.SampleArms;
import dev.coldstart.launcher.scenario.FakeScenarios;
import dev.coldstart.launcher.scenario.LaunchDriver.Made;
import dev.coldstart.launcher.scenario.ScenarioPlan;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.BurstLaunch;
import dev.coldstart.record.Launch;
import dev.coldstart.record.LaunchLine;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.MemoryLaunch;
import dev.coldstart.record.Scenarios;
import dev.coldstart.record.WarmLaunch;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The order of scenarios, when they stop, and how they are resumed. */
class ScenarioSeriesTest {

  private static final int ARMS = 4;
  private static final int BLOCKS = 3;

  /**
   * The launches of one round: for each fixture, each arm once in five scenarios, and with 1, 2 and 4 starts in a
   * burst.
   */
  private static final int MADE_A_ROUND = 2 * ARMS * (1 + 1 + 1 + 3 + 1 + 1);

  private static final List<PlannedArm> PLANNED = Stream.of("a", "b")
      .flatMap(fixture -> IntStream.range(0, ARMS).mapToObj(i -> SampleArms.arm("r" + i + ".x", fixture)))
      .toList();

  /** A run, and the events that it reported. */
  private static final class Run implements BlockLoop.Listener {

    final FakeScenarios driver = new FakeScenarios();
    final Map<String, List<LaunchLine>> lines = new LinkedHashMap<>();
    final List<String> ended = new ArrayList<>();
    BooleanSupplier interrupted = () -> false;
    Duration budget = Duration.ofHours(1);
    long seed = 5;

    /** Returns the number of blocks left for each unfinished scenario. */
    Map<String, Integer> run(Scenarios past) throws IOException {
      List<Series> all = ScenarioPlan.of(FakeScenarios.everywhere(), BLOCKS, 2)
          .stream()
          .map(size -> Series.beside(size, PLANNED, RecordedLaunches.beside(size.id(), past.of(size.id()))))
          .toList();
      new BlockLoop(all, new Permutations(seed),
          new BlockLoop.Environment(driver, () -> null, driver::nowNs, interrupted), BlockLoop.Precision.NEVER, this)
          .run(budget);
      Map<String, Integer> left = new LinkedHashMap<>();
      all.stream().filter(series -> series.left() > 0).forEach(series -> left.put(series.id(), series.left()));
      return left;
    }

    Map<String, Integer> run() throws IOException {
      return run(Scenarios.NONE);
    }

    Scenarios told() {
      return new Scenarios(lines);
    }

    @Override
    public void roundEnded(Collection<List<Launch>> counted) {
      throw new AssertionError("a round of scenarios has no answer so far");
    }

    @Override
    public void launched(Made made) {
      String id = Scenarios.KINDS.stream()
          .filter(kind -> kind.line().isInstance(made.first()))
          .map(Scenarios.Kind::id)
          .findFirst()
          .orElseThrow();
      lines.computeIfAbsent(id, scenario -> new ArrayList<>()).addAll(made.lines());
    }

    @Override
    public void blockEnded(Series series, BlockEnd end, List<String> leftBehind, int done, int total) {
      ended.add(series.id() + " " + end.fixture() + " " + end.block() + " " + leftBehind + " " + done + "/" + total);
    }

    @Override
    public void failed(PlannedArm arm, String reason) {
      throw new AssertionError(reason);
    }

    @Override
    public void sparse(Manifest.Sparse decided) {
      throw new AssertionError("a scenario launches every arm in every block");
    }

    @Override
    public void stands(String fixture, int block, String reason) {
      throw new AssertionError(reason);
    }
  }

  @Test
  void shouldMakeEachLaunchOfEachScenarioOnce() throws IOException {
    Run run = new Run();
    assertThat(run.run()).isEmpty();
    assertThat(run.driver.made()).hasSize(BLOCKS * MADE_A_ROUND).doesNotHaveDuplicates();
    assertThat(run.told().of(WarmLaunch.class)).hasSize(BLOCKS * 2 * ARMS);
    assertThat(run.told().of(MemoryLaunch.class)).hasSize(BLOCKS * 2 * ARMS);
    assertThat(run.told().of(BurstLaunch.class)).hasSize(BLOCKS * 2 * ARMS * (1 + 2 + 4));
    assertThat(run.driver.made()).filteredOn(made -> made.startsWith("cold-to-warm"))
        .allMatch(made -> made.endsWith(" 2000"));
    assertThat(run.driver.made()).filteredOn(made -> made.startsWith("memory")).allMatch(made -> made.endsWith(" 32"));
  }

  @Test
  void shouldGoInRoundsOverScenariosAndFixtures() throws IOException {
    Run run = new Run();
    run.driver.leaveBehind("sleep (process 7)");
    run.run();
    assertThat(run.ended).hasSize(FakeScenarios.everywhere().size() * 2 * BLOCKS);
    assertThat(run.ended.get(0)).matches("cold-to-warm [ab] 0 \\[sleep \\(process 7\\)\\] 1/36");
    assertThat(run.ended.get(7)).matches("burst [ab] 0 \\[\\] 8/36");
    assertThat(run.ended.get(12)).matches("cold-to-warm [ab] 1 .*");
  }

  @Test
  void shouldOrderArmsAtRandomInEachBlockAndAlikeForASeed() throws IOException {
    Run run = new Run();
    run.run();
    Run same = new Run();
    same.run();
    Run other = new Run();
    other.seed = 6;
    other.run();
    assertThat(same.driver.made()).isEqualTo(run.driver.made());
    assertThat(other.driver.made()).isNotEqualTo(run.driver.made()).hasSameSizeAs(run.driver.made());
    List<List<String>> orders = IntStream.range(0, BLOCKS)
        .mapToObj(block -> run.told()
            .of(MemoryLaunch.class)
            .stream()
            .filter(l -> l.block() == block && l.fixture().equals("a")))
        .map(launches -> launches.map(MemoryLaunch::arm).toList())
        .toList();
    assertThat(orders).doesNotHaveDuplicates()
        .allSatisfy(order -> assertThat(order).hasSize(ARMS).doesNotHaveDuplicates());
  }

  /** The names that seed the orders are fixed, as for the headline. */
  @Test
  void shouldOrderByTheScenariosAndTheFixturesName() throws IOException {
    Run run = new Run();
    run.run();
    Permutations permutations = new Permutations(run.seed);
    for (int block = 0; block < BLOCKS; block++) {
      int number = block;
      List<MemoryLaunch> launches =
          run.told().of(MemoryLaunch.class).stream().filter(l -> l.block() == number).toList();
      List<String> fixtures = permutations.of("memory", block, List.of("a", "b"));
      assertThat(launches.stream().map(MemoryLaunch::fixture).distinct().toList()).isEqualTo(fixtures);
      for (String fixture : fixtures) {
        List<String> arms =
            permutations.of("memory " + fixture, block, IntStream.range(0, ARMS).mapToObj(i -> "r" + i).toList());
        assertThat(
            launches.stream().filter(l -> l.fixture().equals(fixture)).map(l -> l.arm().substring(0, 2)).toList())
            .isEqualTo(arms);
      }
    }
  }

  @Test
  void shouldMixTheSizesOfBurstsInABlock() throws IOException {
    Run run = new Run();
    run.run();
    List<Integer> starts = run.told()
        .of(BurstLaunch.class)
        .stream()
        .filter(l -> l.block() == 0 && l.fixture().equals("a") && l.index() == 0)
        .map(BurstLaunch::starts)
        .toList();
    assertThat(starts).hasSize(3 * ARMS).isNotEqualTo(starts.stream().sorted().toList());
  }

  @Test
  void shouldStopAtABlocksEndWhenTheTimeIsUsedUp() throws IOException {
    Run run = new Run();
    run.budget = Duration.ofNanos(MADE_A_ROUND * FakeScenarios.LAUNCH_NS + 1);
    assertThat(run.run()).isEqualTo(Map.of("cold-to-warm", 3, "memory", 4, "second-instance", 4, "burst", 4,
        "runtime-api", 4, "runtime-api-client", 4));
    assertThat(run.driver.made()).hasSize(MADE_A_ROUND + ARMS);
    assertThat(run.ended).hasSize(13);
  }

  @Test
  void shouldTellOfNoLaunchThatWasInterrupted() throws IOException {
    Run run = new Run();
    run.interrupted = () -> run.driver.made().size() == 2;
    assertThat(run.run()).isEqualTo(Map.of("cold-to-warm", 6, "memory", 6, "second-instance", 6, "burst", 6,
        "runtime-api", 6, "runtime-api-client", 6));
    assertThat(run.told().of(WarmLaunch.class)).hasSize(1);
    assertThat(run.ended).isEmpty();
  }

  @Test
  void shouldGoOnFromEveryPlace() throws IOException {
    Run whole = new Run();
    whole.run();
    for (int cut = 1; cut < BLOCKS * MADE_A_ROUND; cut++) {
      Run first = new Run();
      int last = cut;
      first.interrupted = () -> first.driver.made().size() > last;
      first.run();
      Run second = new Run();
      assertThat(second.run(first.told())).isEmpty();
      assertThat(Stream.concat(first.driver.made().subList(0, cut).stream(), second.driver.made().stream()))
          .as("cut after " + cut)
          .isEqualTo(whole.driver.made());
    }
  }

  @Test
  void shouldMakeNothingWhereAllWasMade() throws IOException {
    Run whole = new Run();
    whole.run();
    Run again = new Run();
    again.budget = Duration.ZERO;
    assertThat(again.run(whole.told())).isEmpty();
    assertThat(again.driver.made()).isEmpty();
  }
}
