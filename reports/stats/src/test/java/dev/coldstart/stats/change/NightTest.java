package dev.coldstart.stats.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coldstart.stats.estimate.Estimate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NightTest {

  /** Half the interval of the logarithm, divided by the t with 99 degrees of freedom. */
  private static final double WITHIN = Math.log(1.02) / 1.9842169515086827;

  @ParameterizedTest
  @CsvSource({"0, 0.005", "1, 0.016", "4, 0.008", "16, 0.005"})
  void shouldAddTheSpreadFromRunToRun(int caches, double spread) {
    Night night = Night.of(new Estimate(1.5, 1.5 / 1.02, 1.5 * 1.02), 100, caches);
    assertThat(night.value()).isCloseTo(Math.log(1.5), within(1e-15));
    assertThat(night.error()).isCloseTo(Math.sqrt(WITHIN * WITHIN + spread * spread), within(1e-12));
  }
}
