package dev.coldstart.command.tune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.command.tune.Search.Outcome;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.plan.SampleArms;
import dev.coldstart.record.Tuning.SearchEnd;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A search over invented arms. It is known which of them is the fastest. */
class SearchTest {

  private static final int CANDIDATES = 40;
  private static final int SEARCHES = 200;

  private final SimulatedRounds rounds = new SimulatedRounds(1);

  @Test
  void shouldFindTheFastestOfMany() {
    rounds.noise = 0;
    rounds.truth = id -> id.startsWith("r17.") ? 0.5 : 1;
    Outcome outcome = search();
    assertThat(outcome.best().orElseThrow().id()).startsWith("r17.");
    assertThat(outcome.end()).isEqualTo(SearchEnd.NO_BETTER_CHILD);
    assertThat(rounds.sizes).startsWith("40x3", "20x6", "10x12", "5x24", "3x24", "15x3");
  }

  /**
   * Noise is 10 % per launch, and the fastest is only 10 % ahead of the next. A single block often ranks them wrongly.
   */
  @Test
  void shouldMostlyFindTheFastestThroughNoise() {
    int found = 0;
    for (int seed = 0; seed < SEARCHES; seed++) {
      SimulatedRounds noisy = new SimulatedRounds(seed);
      noisy.noise = 0.10;
      noisy.truth = id -> id.startsWith("r17.") ? 0.9 : 1 + Math.floorMod(id.hashCode(), 7) * 0.01;
      Outcome outcome = new Search(noisy, parents -> List.of()).run(candidates());
      found += outcome.best().orElseThrow().id().startsWith("r17.") ? 1 : 0;
    }
    assertThat(found).isGreaterThan(SEARCHES * 8 / 10);
  }

  @Test
  void shouldPutJvmOptionsTogetherWhileTheyHelp() {
    rounds.noise = 0;
    rounds.truth =
        id -> (id.startsWith("r17.") ? 0.5 : 1) * (id.contains("+a") ? 0.9 : 1) * (id.contains("+b") ? 0.8 : 1);
    Outcome outcome = search();
    assertThat(outcome.best().orElseThrow().id()).startsWith("r17.").contains("+a", "+b");
    assertThat(outcome.end()).isEqualTo(SearchEnd.GENERATIONS);
    assertThat(rounds.generations).isEqualTo(Search.MOST_GENERATIONS);
  }

  @Test
  void shouldNotTakeAJvmOptionThatHelpsNothing() {
    rounds.noise = 0;
    rounds.truth = id -> (id.startsWith("r17.") ? 0.5 : 1) * (id.contains("+") ? 1.1 : 1);
    Outcome outcome = search();
    assertThat(outcome.best().orElseThrow().id()).startsWith("r17.").doesNotContain("+");
    assertThat(outcome.end()).isEqualTo(SearchEnd.NO_BETTER_CHILD);
    assertThat(rounds.generations).isEqualTo(2);
  }

  @Test
  void shouldTakeTheBestOfWhatIsThereWhenTheTimeIsUsedUp() {
    rounds.noise = 0;
    rounds.truth = id -> id.startsWith("r17.") ? 0.5 : 1;
    rounds.closedAfter(2, SearchEnd.BUDGET);
    Outcome outcome = search();
    assertThat(outcome.best().orElseThrow().id()).startsWith("r17.");
    assertThat(outcome.end()).isEqualTo(SearchEnd.BUDGET);
    assertThat(rounds.sizes).containsExactly("40x3", "20x6");
  }

  /**
   * An interrupted generation has measured its JVM options in only a few blocks each, so its leader may only be lucky.
   */
  @Test
  void shouldNotBelieveAGenerationThatWasCut() {
    rounds.noise = 0;
    rounds.truth = id -> (id.startsWith("r17.") ? 0.5 : 1) * (id.contains("+a") ? 0.9 : 1);
    rounds.closedAfter(6, SearchEnd.BUDGET);
    Outcome outcome = search();
    assertThat(rounds.generations).isEqualTo(2);
    assertThat(outcome.best().orElseThrow().id()).startsWith("r17.").doesNotContain("+");
    assertThat(outcome.end()).isEqualTo(SearchEnd.BUDGET);
  }

  @Test
  void shouldEndWhereSomebodyStopsIt() {
    rounds.stoppedIn(2);
    assertThat(search().end()).isEqualTo(SearchEnd.INTERRUPTED);
    assertThat(rounds.sizes).hasSize(2);
  }

  @Test
  void shouldSayWhyNothingIsLeft() {
    rounds.failing = id -> true;
    assertThatThrownBy(this::search).isInstanceOf(UserError.class)
        .hasMessageContaining("all 40 combinations failed; first: r0.x/default/jdk25: broken");
  }

  private Outcome search() {
    return new Search(rounds, SearchTest::withJvmOptions).run(candidates());
  }

  private static List<Candidate> candidates() {
    return IntStream.range(0, CANDIDATES)
        .mapToObj(number -> new Candidate(SampleArms.arm("r" + number + ".x", "hello"), null))
        .toList();
  }

  /** Each parent with each of four JVM options that it does not have, the least useful first. */
  private static List<Candidate> withJvmOptions(List<Candidate> parents) {
    return parents.stream()
        .flatMap(parent -> Stream.of("+d", "+c", "+b", "+a")
            .filter(option -> !parent.id().contains(option))
            .map(option -> new Candidate(with(parent.arm(), option), parent.id())))
        .toList();
  }

  private static PlannedArm with(PlannedArm arm, String option) {
    return new PlannedArm(arm.configuration(), SampleArms.profile(arm.profile().id() + option), arm.jdk(),
        arm.fixture());
  }
}
