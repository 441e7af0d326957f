package dev.coldstart.stats.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerdictTest {

  @ParameterizedTest
  @CsvSource({"0.90, 0.97, FASTER", "1.03, 1.20, SLOWER", "0.99, 1.01, EQUIVALENT", "0.98, 1.02, EQUIVALENT",
      "1.001, 1.019, EQUIVALENT", "0.90, 0.98, INCONCLUSIVE", "1.02, 1.03, INCONCLUSIVE", "0.97, 1.01, INCONCLUSIVE",
      "0.50, 2.00, INCONCLUSIVE", "NaN, NaN, INCONCLUSIVE",})
  void shouldAskWhereTheWholeIntervalLies(double low, double high, Verdict expected) {
    assertThat(Verdict.of(new Estimate((low + high) / 2, low, high), 0.02)).isEqualTo(expected);
  }
}
