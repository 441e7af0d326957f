package dev.coldstart.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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
}
