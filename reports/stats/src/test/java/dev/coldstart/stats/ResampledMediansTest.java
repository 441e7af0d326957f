package dev.coldstart.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResampledMediansTest {

  /**
   * What it stands for: draw n values, sort them, take the middle. Both have the same interval but for 2,000 draws'
   * noise.
   */
  @ParameterizedTest
  @ValueSource(ints = {5, 6, 11, 30, 99, 300})
  void shouldBeAsIfTheValuesWereDrawn(int n) {
    double[] values = IntStream.range(0, n).mapToDouble(i -> 100 + (double) i / n).toArray();
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(1);
    double[] medians = new double[20_000];
    for (int i = 0; i < medians.length; i++) {
      double[] drawn = random.ints(n, 0, n).mapToDouble(at -> values[at]).sorted().toArray();
      medians[i] = (drawn[(n - 1) / 2] + drawn[n / 2]) / 2;
    }
    Arrays.sort(medians);
    int outside = (int) (Bootstrap.expandedTail(n) * medians.length);
    Estimate interval = ResampledMedians.combined(List.of(values), new double[] {1}, 100.5, 42);
    double step = 1.0 / n;
    assertThat(interval.low()).isCloseTo(medians[outside], within(Math.max(step, 0.03)));
    assertThat(interval.high()).isCloseTo(medians[medians.length - 1 - outside], within(Math.max(step, 0.03)));
  }

  @Test
  void shouldResampleEachSampleOnItsOwn() {
    double[] same = IntStream.range(0, 31).mapToDouble(i -> i).toArray();
    Estimate difference = ResampledMedians.combined(List.of(same, same), new double[] {1, -1}, 0, 42);
    assertThat(difference.low()).isNegative();
    assertThat(difference.high()).isPositive();
  }

  @Test
  void shouldBeSureOfValuesThatAreAllTheSame() {
    double[] same = {7, 7, 7, 7, 7};
    assertThat(ResampledMedians.combined(List.of(same, same), new double[] {2, 1}, 21, 42))
        .isEqualTo(new Estimate(21, 21, 21));
  }

  @Test
  void shouldGiveTheSameForASeed() {
    double[] values = {1, 2, 3, 5, 8, 13};
    assertThat(ResampledMedians.combined(List.of(values), new double[] {1}, 4, 7))
        .isEqualTo(ResampledMedians.combined(List.of(values), new double[] {1}, 4, 7));
  }

  @Test
  void shouldGiveNoIntervalBelowFiveValues() {
    double[] enough = {1, 2, 3, 4, 5};
    Estimate none = ResampledMedians.combined(List.of(enough, new double[] {1, 2, 3, 4}), new double[] {1, 1}, 5.5, 42);
    assertThat(none.value()).isEqualTo(5.5);
    assertThat(none.hasInterval()).isFalse();
  }
}
