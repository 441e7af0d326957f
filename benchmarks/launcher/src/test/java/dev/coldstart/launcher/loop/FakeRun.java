package dev.coldstart.launcher.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.launcher.catalog.JvmArgs;
import dev.coldstart.launcher.catalog.Profile;
import dev.coldstart.launcher.machine.FakeGuards;
import dev.coldstart.launcher.plan.Permutations;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.plan.SampleArms;
import dev.coldstart.launcher.scenario.LaunchDriver.Made;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Guards;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Shard;
import dev.coldstart.record.StopRule;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A run of two fixtures that starts nothing and records all events. */
final class FakeRun implements BlockLoop.Listener {

  static final int ARMS = 6;
  static final Duration AMPLE = Duration.ofHours(1);

  final FakeDriver driver = new FakeDriver();
  final List<Launch> launches = new ArrayList<>();
  final List<BlockEnd> ends = new ArrayList<>();
  final List<String> failed = new ArrayList<>();
  final List<String> stands = new ArrayList<>();
  final List<String> progress = new ArrayList<>();
  long seed = 1;
  int warmupBlocks = 1;
  int blocks = 4;
  int mostAgain = 2;
  Duration budget = AMPLE;
  Manifest.Sparse sparse;
  Integer caches;
  Shard shard;
  private Optional<Profile.Cache> cache = Optional.empty();
  BooleanSupplier interrupted = () -> false;
  Supplier<Guards> guards = new FakeGuards(block -> FakeGuards.quiet());
  BlockLoop.Precision precision = BlockLoop.Precision.NEVER;
  int killAfterEvents = Integer.MAX_VALUE;
  final List<Integer> countedAfterRounds = new ArrayList<>();

  /** How many launches count after each round. */
  @Override
  public void roundEnded(Collection<List<Launch>> counted) {
    countedAfterRounds.add(counted.stream().mapToInt(List::size).sum());
  }

  StopRule run() throws IOException {
    return run(RecordedLaunches.none());
  }

  StopRule run(RecordedLaunches recorded) throws IOException {
    List<PlannedArm> arms = Stream.of("a", "b")
        .flatMap(fixture -> IntStream.range(0, ARMS).mapToObj(i -> arm("r" + i + ".x", i == 0, fixture)))
        .toList();
    Manifest.Plan plan = new Manifest.Plan("default", seed, warmupBlocks, blocks, null, budget.toMillis(), 1, mostAgain,
        new Manifest.Limits(0.05, 0.10), null, sparse, caches, null, null, shard);
    return new BlockLoop(List.of(Series.headline(plan, arms, arm -> true, recorded)), new Permutations(seed),
        new BlockLoop.Environment(driver, guards, driver::nowNs, interrupted), precision, this).run(budget);
  }

  private PlannedArm arm(String configuration, boolean baseline, String fixture) {
    PlannedArm arm = SampleArms.arm(configuration, fixture);
    Profile p = arm.profile();
    return new PlannedArm(SampleArms.configuration(configuration, baseline, Path.of("stage")),
        new Profile(p.id(), p.label(), p.jvmArgs(), p.requires(), cache, p.settles(), Optional.empty()), arm.jdk(),
        arm.fixture());
  }

  /** Gives each arm this many caches. */
  FakeRun withCaches(int count) {
    caches = count;
    cache = Optional.of(new Profile.Cache("cache", ".bin", JvmArgs.NONE));
    return this;
  }

  /** The launches and block ends recorded so far. */
  RecordedLaunches recorded() {
    return RecordedLaunches.headline(launches, ends);
  }

  @Override
  public void launched(Made made) {
    launches.add(made.launch());
    written();
  }

  @Override
  public void failed(PlannedArm arm, String reason) {
    failed.add(arm.id() + " " + arm.fixture().id() + " " + reason);
  }

  @Override
  public void blockEnded(Series series, BlockEnd end, List<String> leftBehind, int done, int total) {
    ends.add(end);
    progress.add(done + "/" + total);
    written();
  }

  @Override
  public void sparse(Manifest.Sparse decided) {
    assertThat(sparse.arms()).as("decided before").isNull();
    sparse = decided;
  }

  private void written() {
    if (launches.size() + ends.size() >= killAfterEvents) {
      throw new FakeDriver.Killed();
    }
  }

  @Override
  public void stands(String fixture, int block, String reason) {
    stands.add(fixture + " " + block + ": " + reason);
  }

  /**
   * Kills a run after each event in turn. After resuming, it must have the launches and decisions of an uninterrupted
   * run.
   */
  static void assertGoesOnFromEveryPlace(Supplier<FakeRun> planned) throws IOException {
    FakeRun whole = planned.get();
    whole.run();
    int events = whole.launches.size() + whole.ends.size();
    for (int cut = 1; cut < events; cut++) {
      FakeRun killed = planned.get();
      killed.killAfterEvents = cut;
      assertThatThrownBy(killed::run).isInstanceOf(FakeDriver.Killed.class);
      FakeRun resumed = planned.get();
      resumed.sparse = killed.sparse;
      assertThat(resumed.run(killed.recorded())).isEqualTo(StopRule.BLOCKS);
      assertThat(resumed.sparse).isEqualTo(whole.sparse);
      assertThat(places(killed, resumed)).as("cut after event " + cut).isEqualTo(places(whole));
    }
  }

  private static List<String> places(FakeRun... parts) {
    return Stream.of(parts)
        .flatMap(part -> part.launches.stream())
        .map(launch -> launch.fixture() + " " + launch.block() + " " + launch.position() + " " + launch.arm() + " "
            + launch.cache())
        .toList();
  }
}
