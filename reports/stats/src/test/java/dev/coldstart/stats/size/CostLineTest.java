package dev.coldstart.stats.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CostLineTest {

  private static final double[] MB = {0, 1, 3};

  /** By hand, with the weights 1, 1/4 and 1/49: slope 131/89, and 83/89 at 0. */
  @Test
  void shouldMinimiseTheSquaresOfTheRelativeErrors() {
    CostLine line = CostLine.of(MB, new double[] {1, 2, 7}, 3);
    assertThat(line.msPerMb()).isCloseTo(131 / 89.0, within(1e-6));
    assertThat(line.fixedMs()).isCloseTo(83 / 89.0, within(1e-6));
  }

  @Test
  void shouldFindAnExactLine() {
    CostLine line = CostLine.of(new double[] {0.001, 0.01, 0.1, 10}, new double[] {5.03, 5.3, 8, 305}, 4);
    assertThat(line.msPerMb()).isCloseTo(30, within(1e-9));
    assertThat(line.fixedMs()).isCloseTo(5, within(1e-9));
    assertThat(line.ms(2)).isCloseTo(65, within(1e-9));
  }

  @Test
  void shouldNeedThreeSizesAndTimesAboveZero() {
    assertThat(CostLine.of(MB, new double[] {1, 2, 7}, 2).exists()).isFalse();
    assertThat(CostLine.of(new double[] {1, 1, 2}, new double[] {1, 2, 7}, 3).exists()).isFalse();
    assertThat(CostLine.of(MB, new double[] {0, 2, 7}, 3).exists()).isFalse();
    assertThat(CostLine.of(MB, new double[] {1, 2, 7}, 3).exists()).isTrue();
  }

  @Test
  void shouldCompareATimeWithTheLineThroughThoseBefore() {
    double[] mb = {1, 2, 3, 4, 5};
    assertThat(CostLine.ratio(mb, new double[] {10, 20, 30, 80, 50}, 3)).isCloseTo(2, within(1e-9));
    assertThat(CostLine.ratio(mb, new double[] {30, 20, 10, 1, 1}, 3)).as("the line predicts 0").isGreaterThan(1e6);
    assertThat(CostLine.ratio(mb, new double[] {30, 20, 10, 0, 1}, 4)).isPositive();
  }
}
