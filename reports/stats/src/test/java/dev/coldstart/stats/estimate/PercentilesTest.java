package dev.coldstart.stats.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PercentilesTest {

  /** Values computed with numpy.percentile (NumPy 2.4) on the same sequence. */
  @ParameterizedTest
  @CsvSource({"90, 29, 89.08", "95, 59, 94.95", "99, 299, 99.708"})
  void shouldStartAtTheSizeThatCarriesThem(int percent, int n, double expected) {
    assertThat(Percentiles.of(values(n), percent)).isCloseTo(expected, within(1e-9));
    assertThat(Percentiles.of(values(n - 1), percent)).isNaN();
  }

  @ParameterizedTest
  @CsvSource({"50, 5", "90, 29", "99, 299", "99.9, 2995"})
  void shouldSayHowManyValuesCarryThem(double percent, long n) {
    assertThat(Percentiles.carriedBy(n, percent)).isTrue();
    assertThat(Percentiles.carriedBy(n - 1, percent)).isFalse();
  }

  @Test
  void shouldSayNothingOfNoValues() {
    assertThat(Percentiles.of(new double[0], 90)).isNaN();
  }

  @Test
  void shouldRefuseAFractionGivenForAPercentage() {
    assertThatThrownBy(() -> Percentiles.of(values(300), 0.9)).hasMessageContaining("percent=0.9");
  }

  private static double[] values(int n) {
    return IntStream.rangeClosed(1, n).mapToDouble(i -> (i * 7919L % 1009) / 10.0).toArray();
  }
}
