package dev.coldstart.stats.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockBootstrapTest {

  private static final double[] FIVE = {7, 3, 11, 5, 9};

  private final BlockBootstrap bootstrap = new BlockBootstrap(42);

  @Test
  void shouldTakeTheRangeForTheMedianOfFive() {
    assertThat(bootstrap.medianOf(FIVE)).isEqualTo(new Estimate(7, 3, 11));
    assertThat(bootstrap.medianOf(new double[] {4, 1, 3, 2}).value()).isEqualTo(2.5);
  }

  @Test
  void shouldGiveNoIntervalOfFewBlocks() {
    assertThat(bootstrap.medianOf(new double[] {1, 2, 3, 4}).hasInterval()).isFalse();
    assertThat(bootstrap.medianOf(new double[0]).value()).isNaN();
  }

  @Test
  void shouldAgreeWithTheIntervalOfStudentWhereThatHolds() {
    double[] values = new double[20];
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(7);
    Arrays.setAll(values, i -> 100 + random.nextGaussian());
    Estimate mean =
        bootstrap.of(values.length, drawn -> Arrays.stream(drawn).mapToDouble(b -> values[b]).average().orElse(0));
    Estimate expected = StudentT.of(values).interval(Estimate.ALPHA);
    assertThat(mean.value()).isCloseTo(expected.value(), within(1e-9));
    assertThat(mean.low()).isCloseTo(expected.low(), within(0.1));
    assertThat(mean.high()).isCloseTo(expected.high(), within(0.1));
  }

  /** Phi(-sqrt(n / (n - 1)) t(0.025, n - 1)), computed with SciPy 1.17. */
  @ParameterizedTest
  @CsvSource({"5, 0.00095410", "10, 0.00855064", "15, 0.01320717", "20, 0.01588083", "30, 0.01875390"})
  void shouldReadTheResamplesFurtherOutTheFewerBlocks(int n, double expected) {
    assertThat(BlockBootstrap.expandedTail(n)).isCloseTo(expected, within(1e-8));
  }

  @Test
  void shouldHoldWhatIsNeverReachedAsTheHighEnd() {
    Estimate reached =
        bootstrap.of(5, drawn -> Arrays.stream(drawn).filter(b -> b == 0).count() > 1 ? Double.POSITIVE_INFINITY : 3);
    assertThat(reached).isEqualTo(new Estimate(3, 3, Double.POSITIVE_INFINITY));
  }

  /** Measured with lognormal values: 93.8 % with 5 blocks, 95.7 % with 10, 95.4 % with 30. */
  @ParameterizedTest
  @ValueSource(ints = {5, 10, 30})
  void shouldCoverTheMedian(int blocks) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(20_070_101);
    int covered = 0;
    for (int run = 0; run < 1_000; run++) {
      double[] values = new double[blocks];
      Arrays.setAll(values, i -> Math.exp(0.2 * random.nextGaussian()));
      Estimate median = bootstrap.medianOf(values);
      covered += median.low() <= 1 && median.high() >= 1 ? 1 : 0;
    }
    assertThat(covered / 1_000.0).isBetween(0.92, 0.995);
  }
}
