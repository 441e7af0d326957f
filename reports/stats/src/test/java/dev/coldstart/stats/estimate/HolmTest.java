package dev.coldstart.stats.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class HolmTest {

  /** Like p.adjust(p, "holm") in R: 4 * 0.005, 3 * 0.01, 2 * 0.03, and 1 * 0.04 raised to the one before. */
  @Test
  void shouldMultiplyTheSmallestMostAndNeverFall() {
    assertThat(Holm.adjusted(new double[] {0.01, 0.04, 0.03, 0.005}))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-12));
  }

  @Test
  void shouldNotCountWhatIsNoTest() {
    assertThat(Holm.adjusted(new double[] {Double.NaN, 0.02, 0.03, Double.NaN}))
        .containsExactly(new double[] {Double.NaN, 0.04, 0.04, Double.NaN}, within(1e-12));
    assertThat(Holm.adjusted(new double[0])).isEmpty();
  }

  @Test
  void shouldTreatTiesAlikeAndNotExceedOne() {
    assertThat(Holm.adjusted(new double[] {0.02, 0.02, 0.9})).containsExactly(new double[] {0.06, 0.06, 0.9},
        within(1e-12));
    assertThat(Holm.adjusted(new double[] {0.6, 0.7})).containsExactly(1, 1);
  }
}
