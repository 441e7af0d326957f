package dev.coldstart.stats.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MediansTest {

  /** Ranks computed with scipy.stats.binom (SciPy 1.17); those for 6 to 60 are also in Le Boudec's table. */
  @ParameterizedTest
  @CsvSource({"6, 1, 6", "7, 1, 7", "8, 1, 8", "10, 2, 9", "20, 6, 15", "30, 10, 21", "60, 22, 39", "300, 133, 168",
      "1074, 505, 570", "1075, 505, 571", "5000, 2431, 2570"})
  void shouldTakeTheOrderStatisticsOfTheBinomial(int n, double low, double high) {
    // Each value is its own rank, and the order of the values does not matter.
    double[] ranks = IntStream.rangeClosed(1, n).mapToDouble(i -> n + 1 - i).toArray();
    assertThat(Medians.of(ranks)).isEqualTo(new Estimate((n + 1) / 2.0, low, high));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5})
  void shouldGiveNoIntervalOfTooFewValues(int n) {
    Estimate estimate = Medians.of(IntStream.rangeClosed(1, n).asDoubleStream().toArray());
    assertThat(estimate.value()).isEqualTo((n + 1) / 2.0);
    assertThat(estimate.hasInterval()).isFalse();
  }

  @Test
  void shouldSayNothingOfNoValues() {
    assertThat(Medians.of(new double[0])).isEqualTo(Estimate.NONE);
  }
}
