package dev.coldstart.stats.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

class WelchTest {

  private static final int RUNS = 600;

  /** By hand: variances 2.5 of 5 values and 17.1 of 6. */
  @Test
  void shouldBeWelchs() {
    Welch welch = of(new double[] {1, 2, 3, 4, 5}, new double[] {3, 5, 8, 9, 12, 14});
    assertThat(welch.mean()).isCloseTo(5.5, within(1e-12));
    assertThat(welch.error()).isCloseTo(Math.sqrt(0.5 + 17.1 / 6), within(1e-12));
    assertThat(welch.freedom()).isCloseTo(6.65234, within(1e-5));
    assertThat(welch.p(-1)).isEqualTo(1);
    assertThat(welch.p(5.5)).isBetween(0.0, 0.05);
  }

  @Test
  void shouldHoldWhereNothingSpreads() {
    double[] same = {1, 1, 1, 1, 1};
    assertThat(of(same, same).interval(Estimate.ALPHA)).isEqualTo(new Estimate(0, 0, 0));
    assertThat(of(same, same).p(0.1)).isZero();
  }

  /** Variation between the two, added to the variation within them, makes a difference less surprising. */
  @Test
  void shouldCountWhatVariesBetween() {
    Welch welch = of(new double[] {1, 2, 3, 4, 5}, new double[] {3, 5, 8, 9, 12, 14});
    double own = welch.error() * welch.error();
    Welch both = welch.with(3 * own, 2);
    assertThat(both.error()).isCloseTo(2 * welch.error(), within(1e-12));
    // By hand: 16 / (1 / 6.65234 + 9 / 2).
    assertThat(both.freedom()).isCloseTo(3.44072, within(1e-4));
    assertThat(both.p(4)).isGreaterThan(welch.p(2));
  }

  /** With few blocks, and with one run four times as noisy as the other. */
  @Test
  void shouldHoldTheTrueDifferenceAboutAsOftenAsItSays() {
    Random random = new Random(42);
    int covered = 0;
    for (int i = 0; i < RUNS; i++) {
      Estimate difference = of(values(random, 10, 0, 0.02), values(random, 14, 0.05, 0.08)).interval(Estimate.ALPHA);
      covered += difference.low() <= 0.05 && difference.high() >= 0.05 ? 1 : 0;
    }
    assertThat(covered / (double) RUNS).isBetween(0.92, 0.98);
  }

  private static Welch of(double[] first, double[] second) {
    return Welch.of(StudentT.of(first), StudentT.of(second));
  }

  private static double[] values(Random random, int n, double mean, double sd) {
    return random.doubles(n).map(any -> mean + sd * random.nextGaussian()).toArray();
  }
}
