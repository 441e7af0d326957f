package dev.coldstart.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogAxisTest {

  @Test
  void shouldMakeEqualRatiosEqualDistances() {
    LogAxis axis = new LogAxis(10, 1000);
    assertThat(axis.at(10)).isZero();
    assertThat(axis.at(100)).isCloseTo(50, within(1e-9));
    assertThat(axis.at(1000)).isCloseTo(100, within(1e-9));
    assertThat(axis.ticks()).containsExactly(10.0, 20.0, 50.0, 100.0, 200.0, 500.0, 1000.0);
  }

  @ParameterizedTest
  @CsvSource({"50, 51", "50, 60", "51, 437", "0.08, 2660", "1, 1", "1e-3, 1e9"})
  void shouldLabelAFewValuesInsideWhateverTheRange(double from, double to) {
    LogAxis axis = LogAxis.covering(DoubleStream.of(from, to)).orElseThrow();
    assertThat(axis.ticks()).hasSizeBetween(2, 14).allMatch(tick -> tick >= axis.low() && tick <= axis.high());
    assertThat(axis.at(from)).isBetween(0.0, 100.0);
    assertThat(axis.at(to)).isBetween(0.0, 100.0);
  }

  @Test
  void shouldCoverNothingWhenThereIsNothing() {
    assertThat(LogAxis.covering(DoubleStream.of(Double.NaN, 0, -1, Double.POSITIVE_INFINITY))).isEmpty();
  }
}
