package dev.coldstart.stats.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coldstart.stats.estimate.Verdict.Band;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {

  private static final double[] LOGS =
      Arrays.stream(new double[] {1.021, 0.987, 1.043, 1.010, 0.995, 1.062, 1.018, 1.031, 0.979, 1.025, 1.008, 1.037})
          .map(Math::log)
          .toArray();

  /** Against scipy.stats.ttest_1samp and scipy.stats.t (SciPy 1.17); the mean ratio is 1.0177. */
  @ParameterizedTest
  @CsvSource({"0, 0.025288031674485737", "0.005, 0.09087006326482787", "0.01, 0.2853174796167709", "0.02, 1", "9, 1"})
  void shouldTestAgainstTheNearerEdgeOfTheMargin(double margin, double expected) {
    assertThat(Band.of(margin).p(StudentT.of(LOGS))).isCloseTo(expected, within(1e-12));
  }

  @Test
  void shouldTestTheLowerEdgeOfAnArmThatIsFaster() {
    double[] faster = Arrays.stream(LOGS).map(log -> -log).toArray();
    assertThat(Band.of(0.01).p(StudentT.of(faster))).isCloseTo(0.29134757369844394, within(1e-12));
    assertThat(Band.of(0).p(StudentT.of(faster))).isCloseTo(0.025288031674485737, within(1e-12));
  }

  @Test
  void shouldGiveTheIntervalOfStudent() {
    Estimate mean = StudentT.of(LOGS).interval(0.01);
    assertThat(mean.high() - mean.value()).isCloseTo(0.021115119982739947, within(1e-12));
    assertThat(mean.value() - mean.low()).isCloseTo(0.021115119982739947, within(1e-12));
    assertThat(StudentT.of(new double[] {1}).interval(0.01)).isEqualTo(Estimate.withoutInterval(1));
    assertThat(StudentT.of(new double[] {1}).p(0.01)).isNaN();
  }

  @Test
  void shouldTakeValuesWithoutSpread() {
    StudentT same = StudentT.of(new double[] {1, 1, 1, 1, 1});
    assertThat(same.p(0)).isEqualTo(1);
    assertThat(same.p(0.5)).isZero();
    assertThat(same.interval(0.01)).isEqualTo(new Estimate(1, 1, 1));
  }
}
