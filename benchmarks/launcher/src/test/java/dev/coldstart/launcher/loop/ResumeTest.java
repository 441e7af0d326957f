package dev.coldstart.launcher.loop;

import static dev.coldstart.launcher.loop.FakeRun.ARMS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.scenario.LaunchDriver.Slot;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Launch;
import dev.coldstart.record.StopRule;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A resumed run has the same results as an uninterrupted one, and makes nothing twice. */
class ResumeTest {

  @Test
  void shouldGoOnFromEveryPlace() throws IOException {
    FakeRun whole = eventful();
    assertThat(whole.run()).isEqualTo(StopRule.BLOCKS);
    assertThat(whole.failed).as("an arm that is dropped, for each fixture").hasSize(2);
    assertThat(whole.ends).as("retried blocks").filteredOn(end -> end.again() != null).hasSize(3);
    assertThat(whole.stands).as("a block that stands though it failed").hasSize(1);

    int events = whole.launches.size() + whole.ends.size();
    for (int cut = 1; cut <= events; cut++) {
      FakeRun killed = eventful();
      killUpTo(killed, cut);
      FakeRun resumed = eventful();
      assertThat(resumed.run(killed.recorded())).isEqualTo(StopRule.BLOCKS);

      assertThat(launches(killed, resumed)).as("cut after event " + cut).isEqualTo(launches(whole));
      assertThat(ends(killed, resumed)).as("cut after event " + cut).isEqualTo(ends(whole));
      assertThat(resumed.launches).as("made twice").hasSize(whole.launches.size() - killed.launches.size());
      assertThat(places(resumed.failed)).isEqualTo(places(whole.failed));
    }
  }

  @Test
  void shouldGoOnMoreThanOnce() throws IOException {
    FakeRun whole = eventful();
    whole.run();
    List<Launch> launches = new ArrayList<>();
    List<BlockEnd> ends = new ArrayList<>();
    boolean ended = false;
    for (int session = 0; session < whole.launches.size() && !ended; session++) {
      FakeRun next = eventful();
      next.killAfterEvents = 5;
      try {
        assertThat(next.run(RecordedLaunches.headline(launches, ends))).isEqualTo(StopRule.BLOCKS);
        ended = true;
      } catch (FakeDriver.Killed killed) {
        assertThat(next.launches.size() + next.ends.size()).isEqualTo(5);
      }
      launches.addAll(next.launches);
      ends.addAll(next.ends);
    }
    assertThat(ended).isTrue();
    assertThat(placesOf(launches)).isEqualTo(launches(whole));
    assertThat(endsOf(ends)).isEqualTo(ends(whole));
  }

  @Test
  void shouldGoOnAfterTheBudgetWithANewOne() throws IOException {
    FakeRun whole = new FakeRun();
    whole.run();
    FakeRun first = new FakeRun();
    first.budget = Duration.ofNanos(3 * ARMS * FakeDriver.LAUNCH_NS);
    assertThat(first.run()).isEqualTo(StopRule.BUDGET);
    FakeRun second = new FakeRun();
    second.budget = Duration.ofNanos(2 * ARMS * FakeDriver.LAUNCH_NS);
    assertThat(second.run(first.recorded())).isEqualTo(StopRule.BUDGET);
    assertThat(second.launches).hasSize(2 * ARMS);

    FakeRun third = new FakeRun();
    first.launches.addAll(second.launches);
    first.ends.addAll(second.ends);
    assertThat(third.run(first.recorded())).isEqualTo(StopRule.BLOCKS);
    assertThat(launches(first, third)).isEqualTo(launches(whole));
  }

  @Test
  void shouldEndACutBlockThoughTheBudgetIsShort() throws IOException {
    FakeRun killed = new FakeRun();
    killUpTo(killed, 3 * ARMS + 4);
    FakeRun resumed = new FakeRun();
    resumed.budget = Duration.ZERO;
    assertThat(resumed.run(killed.recorded())).isEqualTo(StopRule.BUDGET);
    assertThat(resumed.ends).hasSize(1);
    assertThat(killed.launches.size() + resumed.launches.size()).isEqualTo(4 * ARMS);
  }

  @Test
  void shouldMakeNothingOfARunThatIsDone() throws IOException {
    FakeRun whole = eventful();
    whole.run();
    FakeRun resumed = eventful();
    assertThat(resumed.run(whole.recorded())).isEqualTo(StopRule.BLOCKS);
    assertThat(resumed.driver.made()).isEmpty();
    assertThat(resumed.ends).isEmpty();
  }

  @Test
  void shouldComeToTheSameTarget() throws IOException {
    BlockLoop.Precision after22 = counted -> counted.stream().allMatch(launches -> launches.size() >= 22 * ARMS);
    FakeRun whole = many(after22);
    assertThat(whole.run()).isEqualTo(StopRule.TARGET_CI);
    int events = whole.launches.size() + whole.ends.size();
    for (int cut = events - 3 * ARMS; cut <= events; cut++) {
      FakeRun killed = many(after22);
      killUpTo(killed, cut);
      FakeRun resumed = many(after22);
      assertThat(resumed.run(killed.recorded())).isEqualTo(StopRule.TARGET_CI);
      assertThat(launches(killed, resumed)).isEqualTo(launches(whole));
    }
  }

  @Test
  void shouldNotAskForATargetWhereTheRunWentOn() throws IOException {
    FakeRun killed = many(BlockLoop.Precision.NEVER);
    killUpTo(killed, 2 * 24 * (ARMS + 1) + 3);
    List<Integer> asked = new ArrayList<>();
    FakeRun resumed = many(counted -> {
      asked.add(counted.iterator().next().size() / ARMS);
      return false;
    });
    assertThat(resumed.run(killed.recorded())).isEqualTo(StopRule.BLOCKS);
    assertThat(asked).containsExactly(24, 25, 26, 27, 28, 29, 30);
  }

  @Test
  void shouldTellWhatACutBlockTookWithoutTheTimeBetween() throws IOException {
    FakeRun killed = new FakeRun();
    killUpTo(killed, 4);
    FakeRun resumed = new FakeRun();
    resumed.run(killed.recorded());
    BlockEnd cut = resumed.ends.get(0);
    assertThat(cut.block()).isZero();
    assertThat(cut.childrenNs()).isEqualTo(ARMS * FakeDriver.LAUNCH_NS);
    assertThat(cut.wallNs()).isGreaterThanOrEqualTo(cut.childrenNs());
  }

  @Test
  void shouldShowNoGuardsOfABlockThatItDidNotWatch() throws IOException {
    FakeRun killed = new FakeRun();
    killUpTo(killed, ARMS);
    FakeRun resumed = new FakeRun();
    resumed.run(killed.recorded());
    assertThat(resumed.ends.get(0).guards()).isNull();
    assertThat(resumed.ends.get(1).guards()).isNotNull();
  }

  @Test
  void shouldRefuseDataOfAnotherPlan() throws IOException {
    FakeRun other = new FakeRun();
    other.seed = 2;
    killUpTo(other, 3 * ARMS);
    FakeRun resumed = new FakeRun();
    assertThatThrownBy(() -> resumed.run(other.recorded())).isInstanceOf(UserError.class)
        .hasMessageStartingWith("launches.jsonl holds ")
        .hasMessageContaining("the run cannot be resumed");
    assertThat(resumed.driver.made()).isEmpty();
  }

  @Test
  void shouldRefuseAtOnceIfALineWasLost() throws IOException {
    FakeRun killed = new FakeRun();
    killUpTo(killed, 3 * ARMS);
    killed.launches.remove(ARMS);
    FakeRun resumed = new FakeRun();
    assertThatThrownBy(() -> resumed.run(killed.recorded())).isInstanceOf(UserError.class)
        .hasMessageContaining("lacks the launch at fixture");
    assertThat(resumed.driver.made()).isEmpty();
  }

  @Test
  void shouldRefuseALaunchThatStandsTwice() throws IOException {
    FakeRun killed = new FakeRun();
    killUpTo(killed, ARMS);
    killed.launches.add(killed.launches.get(2));
    assertThatThrownBy(killed::recorded).isInstanceOf(UserError.class)
        .hasMessageContaining("holds two launches at fixture ");
  }

  /**
   * An arm that cannot run, an arm that fails once in its first block, and more failing launches later than may be
   * retried.
   */
  private static FakeRun eventful() {
    FakeRun run = new FakeRun();
    run.driver.failingAt(ResumeTest::fails);
    return run;
  }

  private static boolean fails(PlannedArm arm, Slot slot) {
    String configuration = arm.configuration().id();
    boolean inA = arm.fixture().id().equals("a");
    return configuration.equals("r3.x")
        || configuration.equals("r1.x") && inA && slot.block() == 0 && slot.position() < ARMS
        || configuration.equals("r4.x") && inA && (slot.block() == 1 || slot.block() == 3 || slot.block() == 5)
        || configuration.equals("r5.x") && !inA && slot.block() == 4;
  }

  private static FakeRun many(BlockLoop.Precision precision) {
    FakeRun run = new FakeRun();
    run.blocks = 30;
    run.precision = precision;
    return run;
  }

  private static void killUpTo(FakeRun run, int events) {
    run.killAfterEvents = events;
    assertThatThrownBy(run::run).isInstanceOf(FakeDriver.Killed.class);
  }

  private static List<String> launches(FakeRun... parts) {
    return placesOf(List.of(parts).stream().flatMap(part -> part.launches.stream()).toList());
  }

  /** The planned properties of each launch, without its times and messages. In order, because the plan has an order. */
  private static List<String> placesOf(Collection<Launch> launches) {
    return launches.stream()
        .map(launch -> launch.fixture() + " " + launch.block() + " " + launch.position() + " " + launch.arm() + " "
            + launch.warmup() + " " + launch.valid())
        .toList();
  }

  private static List<String> ends(FakeRun... parts) {
    return endsOf(List.of(parts).stream().flatMap(part -> part.ends.stream()).toList());
  }

  private static List<String> endsOf(Collection<BlockEnd> ends) {
    return ends.stream()
        .map(end -> end.fixture() + " " + end.block() + " " + end.warmup() + " " + (end.again() != null) + " "
            + end.childrenNs())
        .toList();
  }

  private static List<String> places(List<String> failed) {
    return failed.stream().map(text -> text.replaceAll(" exit code .*", "")).sorted(Comparator.naturalOrder()).toList();
  }
}
