package dev.coldstart.command.tune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.command.tune.SuccessiveHalving.Rank;
import dev.coldstart.launcher.plan.SampleArms;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SuccessiveHalvingTest {

  @Test
  void shouldKeepTheBetterHalfBestFirst() {
    List<Rank> ranks = SuccessiveHalving.ranks(measured(8, 7, 6, 5, 4, 3, 2, 1, 9));
    assertThat(staying(ranks)).containsExactly("r7", "r6", "r5", "r4", "r3");
    assertThat(ranks).hasSize(9);
    assertThat(ranks.get(5).reason()).isEqualTo("not among the fastest 5 of 9");
    assertThat(ranks.get(8).ratio()).isEqualTo(9);
  }

  @Test
  void shouldKeepAFew() {
    assertThat(staying(SuccessiveHalving.ranks(measured(4, 3, 2, 1)))).containsExactly("r3", "r2", "r1");
    assertThat(staying(SuccessiveHalving.ranks(measured(2, 1)))).containsExactly("r1", "r0");
  }

  @Test
  void shouldOrderEqualsAsGiven() {
    assertThat(staying(SuccessiveHalving.ranks(measured(1, 1, 1, 1, 1, 1)))).containsExactly("r0", "r1", "r2");
  }

  @Test
  void shouldDropWhatFailedWhateverItsPlace() {
    List<Rank> round = new ArrayList<>(measured(4, 3, 2));
    round.add(0, new Rank(candidate(9), Double.NaN, "exit code 1"));
    List<Rank> ranks = SuccessiveHalving.ranks(round);
    assertThat(staying(ranks)).containsExactly("r2", "r1", "r0");
    assertThat(ranks.get(3).reason()).isEqualTo("exit code 1");
    assertThat(ranks.get(3).ratio()).isNaN();
  }

  private static List<Rank> measured(double... ratios) {
    return IntStream.range(0, ratios.length).mapToObj(i -> new Rank(candidate(i), ratios[i], null)).toList();
  }

  private static Candidate candidate(int number) {
    return new Candidate(SampleArms.arm("r" + number + ".x", "hello"), null);
  }

  private static List<String> staying(List<Rank> ranks) {
    return ranks.stream().filter(Rank::stays).map(one -> one.candidate().arm().configuration().runtime()).toList();
  }
}
