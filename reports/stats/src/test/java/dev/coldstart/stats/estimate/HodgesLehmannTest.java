package dev.coldstart.stats.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HodgesLehmannTest {

  @Test
  void shouldTakeTheMedianOfTheWalshAverages() {
    assertThat(HodgesLehmann.of(new double[] {5}).value()).isEqualTo(5);
    // 1 2 3
    assertThat(HodgesLehmann.of(new double[] {3, 1}).value()).isEqualTo(2);
    // 1 1.5 2 2.5 3 4
    assertThat(HodgesLehmann.of(new double[] {4, 1, 2}).value()).isEqualTo(2.25);
    // Computed with NumPy 2, over 28 averages.
    assertThat(HodgesLehmann.of(new double[] {0.3, -1.2, 2.5, 0.9, 4.0, -0.4, 1.1}).value()).isCloseTo(0.95,
        within(1e-12));
  }

  /** 1 1.5 2 2 2.5 3 50.5 51 51.5 100: the mean would be 26.5. */
  @Test
  void shouldHardlyBeMovedByALaunchThatWasLate() {
    assertThat(HodgesLehmann.of(new double[] {1, 2, 3, 100}).value()).isEqualTo(2.75);
  }

  /** Rank sums: the table of critical values of Wilcoxon's test, two-sided at 5 %, plus one. */
  @ParameterizedTest
  @CsvSource({"6, 1", "7, 3", "8, 4", "9, 6", "10, 9", "15, 26", "20, 53", "25, 90", "30, 138", "50, 435"})
  void shouldTakeTheWalshAveragesThatTheSignedRankTestDoesNotReject(int n, int expected) {
    assertThat(HodgesLehmann.outermost(n)).isEqualTo(expected);
  }

  /** From 61 values on the normal approximation applies, which then gives the exact rank. */
  @Test
  void shouldGoOnWhereTheDistributionIsNotCountedOut() {
    assertThat(HodgesLehmann.outermost(61) - HodgesLehmann.outermost(60)).isBetween(20L, 24L);
  }

  /** Computed with NumPy 2. */
  @Test
  void shouldGiveTheIntervalOfTheSignedRankTest() {
    double[] values = {0.3, -1.2, 2.5, 0.9, 4.0, -0.4, 1.1};
    Estimate estimate = HodgesLehmann.of(values);
    // The third smallest and the third largest of 28 averages.
    assertThat(estimate.low()).isCloseTo(-0.45, within(1e-12));
    assertThat(estimate.high()).isCloseTo(2.55, within(1e-12));
  }

  @Test
  void shouldGiveNoIntervalOfFewerThanSix() {
    assertThat(HodgesLehmann.of(new double[] {1, 2, 3, 4, 5})).isEqualTo(Estimate.withoutInterval(3));
    assertThat(HodgesLehmann.of(new double[] {1, 2, 3, 4, 5, 6}).hasInterval()).isTrue();
    assertThat(HodgesLehmann.of(new double[0]).value()).isNaN();
  }

  @Test
  void shouldAgreeWithItselfTurnedRound() {
    double[] logs = {0.02, -0.01, 0.04, 0.01, 0.06, 0.02, 0.03, -0.02};
    double[] inverse = DoubleStream.of(logs).map(log -> -log).toArray();
    Estimate ratio = HodgesLehmann.ratioOf(logs);
    Estimate turned = HodgesLehmann.ratioOf(inverse);
    assertThat(turned.value() * ratio.value()).isCloseTo(1, within(1e-12));
    assertThat(turned.high() * ratio.low()).isCloseTo(1, within(1e-12));
  }

  @Test
  void shouldLeaveWhatItWasGivenAsItWasAndSayNothingOfNothing() {
    double[] differences = {3, 1, 2};
    HodgesLehmann.of(differences).value();
    assertThat(differences).containsExactly(3, 1, 2);
    assertThat(HodgesLehmann.of(new double[0]).value()).isNaN();
  }

  @Test
  void shouldBeWhatListingAllAveragesGives() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
    for (int run = 0; run < 2_000; run++) {
      // With few distinct values many averages tie; with both signs some sums cancel.
      double grid = run % 2 == 0 ? 4 : 1e9;
      double[] values = random.doubles(1 + run % 40, -3, 3).map(value -> Math.rint(value * grid) / grid).toArray();
      assertThat(HodgesLehmann.of(values).value()).isEqualTo(listed(values) + 0.0);
    }
  }

  @Test
  void shouldTakeLaunchesByTheHundredThousand() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
    double[] values = random.doubles(300_000).map(value -> 5 + value).toArray();
    double shift = HodgesLehmann.of(values).value();
    assertThat(shift).isCloseTo(5.5, within(0.01));
    assertThat(HodgesLehmann.of(DoubleStream.of(values).map(value -> -value).toArray()).value()).isEqualTo(-shift);
  }

  private static double listed(double[] values) {
    double[] averages = IntStream.range(0, values.length)
        .boxed()
        .flatMapToDouble(i -> IntStream.rangeClosed(0, i).mapToDouble(j -> (values[i] + values[j]) / 2))
        .sorted()
        .toArray();
    return (averages[(averages.length - 1) / 2] + averages[averages.length / 2]) / 2;
  }
}
