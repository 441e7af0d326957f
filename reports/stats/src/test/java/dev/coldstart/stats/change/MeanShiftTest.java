package dev.coldstart.stats.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coldstart.stats.estimate.Welch;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MeanShiftTest {

  private static final double[] ERRORS = {0.010, 0.012, 0.009, 0.011, 0.030};
  private static final List<Night> AFTER = nights(new double[] {0.052, 0.038, 0.061}, 0.010, 0.011, 0.020);

  /** Against weighted sums in Python with SciPy's t distribution. */
  @Test
  void shouldWeighANightByItsError() {
    Welch shift = MeanShift.between(before(1), AFTER);
    assertThat(shift.mean()).isCloseTo(0.043958459311451446, within(1e-14));
    assertThat(shift.error()).isCloseTo(0.009083201655205065, within(1e-14));
    assertThat(shift.freedom()).isEqualTo(14);
    assertThat(shift.p(shift.mean())).isCloseTo(0.0002623570063613676, within(1e-14));
  }

  @Test
  void shouldTakeTheScatterThatTheNightsShow() {
    Welch shift = MeanShift.between(before(3), AFTER);
    assertThat(shift.error()).isCloseTo(0.018567949156794095, within(1e-14));
    assertThat(shift.p(shift.mean())).isCloseTo(0.06712779528468048, within(1e-13));
  }

  /** Nights that agree better than their errors do so by chance. */
  @Test
  void shouldNotTrustNightsThatAgreeByChance() {
    List<Night> before = IntStream.range(0, 9).mapToObj(i -> new Night(0, 0.012)).toList();
    Welch shift = MeanShift.between(before, List.of(new Night(0.02, 0.012)));
    assertThat(shift.error()).isCloseTo(0.012 * Math.sqrt(1 + 1 / 9.0), within(1e-15));
  }

  @Test
  void shouldLeaveOutTheNightWithoutWhichTheShiftIsLeastClear() {
    Welch shift = MeanShift.withoutOneNight(before(3), AFTER);
    assertThat(shift.mean()).isCloseTo(0.03268270024793042, within(1e-14));
    assertThat(shift.p(shift.mean())).isCloseTo(0.2022239811359808, within(1e-13));
  }

  @Test
  void shouldSeeNoShiftInASingleNight() {
    List<Night> before = nights(new double[] {0, 0.01, -0.01, 0.005}, 0.01, 0.01, 0.01, 0.01);
    assertThat(MeanShift.withoutOneNight(before, nights(new double[] {0.5, -0.001}, 0.01, 0.01)).mean()).isZero();
    assertThat(MeanShift.withoutOneNight(before, nights(new double[] {0.5}, 0.01)).mean()).isZero();
  }

  private static List<Night> before(double times) {
    double[] values = {0.010, -0.021, 0.004, 0.017, -0.006};
    return nights(Arrays.stream(values).map(value -> times * value).toArray(), ERRORS);
  }

  private static List<Night> nights(double[] values, double... errors) {
    return IntStream.range(0, values.length).mapToObj(i -> new Night(values[i], errors[i])).toList();
  }
}
