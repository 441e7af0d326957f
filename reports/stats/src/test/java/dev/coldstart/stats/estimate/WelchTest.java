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
    Welch welch = Welch.of(new double[] {1, 2, 3, 4, 5}, new double[] {3, 5, 8, 9, 12, 14});
    assertThat(welch.mean()).isCloseTo(5.5, within(1e-12));
    assertThat(welch.error()).isCloseTo(Math.sqrt(0.5 + 17.1 / 6), within(1e-12));
    assertThat(welch.freedom()).isCloseTo(6.65234, within(1e-5));
    assertThat(welch.p(-1)).isEqualTo(1);
    assertThat(welch.p(5.5)).isBetween(0.0, 0.05);
  }

  @Test
  void shouldHoldWhereNothingSpreads() {
    double[] same = {1, 1, 1, 1, 1};
    Estimate none = new Bootstrap(1, 100).differenceOfMeans(same, same);
    assertThat(none).isEqualTo(new Estimate(0, 0, 0));
    assertThat(Welch.of(same, same).p(0.1)).isZero();
  }

  @Test
  void shouldGiveNoIntervalOfTooFew() {
    Estimate few = new Bootstrap(1, 100).differenceOfMeans(new double[] {1, 2, 3, 4}, new double[] {1, 2, 3, 4, 5});
    assertThat(few.value()).isCloseTo(0.5, within(1e-12));
    assertThat(few.hasInterval()).isFalse();
  }

  @Test
  void shouldDependOnTheSeedAlone() {
    double[] one = {1, 4, 2, 5, 3};
    double[] other = {3, 4, 8, 5, 9};
    assertThat(new Bootstrap(1, 1_000).differenceOfMeans(one, other))
        .isEqualTo(new Bootstrap(1, 1_000).differenceOfMeans(one, other))
        .isNotEqualTo(new Bootstrap(2, 1_000).differenceOfMeans(one, other));
  }

  /** With few blocks, and one run four times as noisy as the other. */
  @Test
  void shouldHoldTheTrueDifferenceAboutAsOftenAsItSays() {
    Random random = new Random(42);
    int covered = 0;
    for (int i = 0; i < RUNS; i++) {
      Estimate difference =
          new Bootstrap(i, 1_000).differenceOfMeans(values(random, 10, 0, 0.02), values(random, 14, 0.05, 0.08));
      covered += difference.low() <= 0.05 && difference.high() >= 0.05 ? 1 : 0;
    }
    assertThat(covered / (double) RUNS).isBetween(0.92, 0.98);
  }

  private static double[] values(Random random, int n, double mean, double sd) {
    return random.doubles(n).map(any -> mean + sd * random.nextGaussian()).toArray();
  }
}
