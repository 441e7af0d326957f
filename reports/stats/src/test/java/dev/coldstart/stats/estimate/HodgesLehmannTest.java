package dev.coldstart.stats.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class HodgesLehmannTest {

  @Test
  void shouldTakeTheMedianOfTheWalshAverages() {
    assertThat(HodgesLehmann.shift(new double[] {5})).isEqualTo(5);
    // 1 2 3
    assertThat(HodgesLehmann.shift(new double[] {3, 1})).isEqualTo(2);
    // 1 1.5 2 2.5 3 4
    assertThat(HodgesLehmann.shift(new double[] {4, 1, 2})).isEqualTo(2.25);
    // By NumPy 2, over 28 averages.
    assertThat(HodgesLehmann.shift(new double[] {0.3, -1.2, 2.5, 0.9, 4.0, -0.4, 1.1})).isCloseTo(0.95, within(1e-12));
  }

  /** 1 1.5 2 2 2.5 3 50.5 51 51.5 100: the mean would be 26.5. */
  @Test
  void shouldHardlyBeMovedByALaunchThatWasLate() {
    assertThat(HodgesLehmann.shift(new double[] {1, 2, 3, 100})).isEqualTo(2.75);
  }

  @Test
  void shouldLeaveWhatItWasGivenAsItWasAndSayNothingOfNothing() {
    double[] differences = {3, 1, 2};
    HodgesLehmann.shift(differences);
    assertThat(differences).containsExactly(3, 1, 2);
    assertThat(HodgesLehmann.shift(new double[0])).isNaN();
  }

  @Test
  void shouldBeWhatListingAllAveragesGives() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
    for (int run = 0; run < 2_000; run++) {
      // Of few different values, many averages tie; of both signs, some sums cancel.
      double grid = run % 2 == 0 ? 4 : 1e9;
      double[] values = random.doubles(1 + run % 40, -3, 3).map(value -> Math.rint(value * grid) / grid).toArray();
      assertThat(HodgesLehmann.shift(values)).isEqualTo(listed(values) + 0.0);
    }
  }

  @Test
  void shouldTakeLaunchesByTheHundredThousand() {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(42);
    double[] values = random.doubles(300_000).map(value -> 5 + value).toArray();
    double shift = HodgesLehmann.shift(values);
    assertThat(shift).isCloseTo(5.5, within(0.01));
    assertThat(HodgesLehmann.shift(DoubleStream.of(values).map(value -> -value).toArray())).isEqualTo(-shift);
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
