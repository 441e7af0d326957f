package dev.coldstart.command.tune;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.command.tune.Halving.Measured;
import dev.coldstart.launcher.plan.SampleArms;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HalvingTest {

  @Test
  void shouldKeepTheBetterHalfBestFirst() {
    List<Standing> standings = Halving.standings(measured(8, 7, 6, 5, 4, 3, 2, 1, 9));
    assertThat(staying(standings)).containsExactly("r7", "r6", "r5", "r4", "r3");
    assertThat(standings).hasSize(9);
    assertThat(standings.get(5).reason()).isEqualTo("not among the better 5 of 9");
    assertThat(standings.get(8).ratio()).isEqualTo(9);
  }

  @Test
  void shouldKeepAFew() {
    assertThat(staying(Halving.standings(measured(4, 3, 2, 1)))).containsExactly("r3", "r2", "r1");
    assertThat(staying(Halving.standings(measured(2, 1)))).containsExactly("r1", "r0");
  }

  @Test
  void shouldOrderEqualsAsGiven() {
    assertThat(staying(Halving.standings(measured(1, 1, 1, 1, 1, 1)))).containsExactly("r0", "r1", "r2");
  }

  @Test
  void shouldDropWhatFailedWhateverItsPlace() {
    List<Measured> round = new ArrayList<>(measured(4, 3, 2));
    round.add(0, new Measured(candidate(9), Double.NaN, "exit code 1"));
    List<Standing> standings = Halving.standings(round);
    assertThat(staying(standings)).containsExactly("r2", "r1", "r0");
    assertThat(standings.get(3).reason()).isEqualTo("exit code 1");
    assertThat(standings.get(3).ratio()).isNaN();
  }

  private static List<Measured> measured(double... ratios) {
    return IntStream.range(0, ratios.length).mapToObj(i -> new Measured(candidate(i), ratios[i], null)).toList();
  }

  private static Candidate candidate(int number) {
    return new Candidate(SampleArms.arm("r" + number + ".x", "hello"), null);
  }

  private static List<String> staying(List<Standing> standings) {
    return standings.stream()
        .filter(Standing::stays)
        .map(one -> one.candidate().arm().configuration().runtime())
        .toList();
  }
}
