package dev.coldstart.stats.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class VarghaDelaneyTest {

  @Test
  void shouldCountWhatIsLargerAndTiesHalf() {
    assertThat(VarghaDelaney.a12(new double[] {9, 8}, new double[] {1, 2, 3})).isEqualTo(1);
    assertThat(VarghaDelaney.a12(new double[] {1, 2, 3}, new double[] {3, 2, 1})).isEqualTo(0.5);
    // 2 is larger than 1 and ties with 2, 4 is larger than all three.
    assertThat(VarghaDelaney.a12(new double[] {4, 2}, new double[] {1, 2, 3})).isEqualTo(4.5 / 6);
  }

  /** The U of scipy.stats.mannwhitneyu (SciPy 1.17), divided by m n. */
  @Test
  void shouldBeTheUOfMannAndWhitney() {
    double[] x = {5.1, 4.8, 6.0, 5.5, 5.1};
    double[] y = {4.9, 5.1, 5.0, 4.7};
    assertThat(VarghaDelaney.a12(x, y)).isCloseTo(0.8, within(1e-12));
    assertThat(VarghaDelaney.a12(y, x)).isCloseTo(0.2, within(1e-12));
  }

  @Test
  void shouldSayNothingWithoutValues() {
    assertThat(VarghaDelaney.a12(new double[0], new double[] {1})).isNaN();
    assertThat(VarghaDelaney.a12(new double[] {1}, new double[0])).isNaN();
  }
}
