package dev.coldstart.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {

  @ParameterizedTest
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void shouldSayThatAValueIsMissing(double value) {
    assertThat(Quantity.size(value)).isEqualTo("n/a");
    assertThat(Quantity.time(value)).isEqualTo("n/a");
  }

  @ParameterizedTest
  @CsvSource({"265, 265 B", "127334, 127 kB", "18e6, 18.0 MB", "8.59e9, 8.59 GB"})
  void shouldChooseAUnitForBytes(double bytes, String text) {
    assertThat(Quantity.size(bytes).replace('\u00a0', ' ')).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"80.1, 80.1 ns", "2660, 2.66 µs", "1.83e9, 1.83 s", "51e6, 51.0 ms"})
  void shouldChooseAUnitForTimes(double ns, String text) {
    assertThat(Quantity.time(ns).replace('\u00a0', ' ')).isEqualTo(text);
  }
}
