package dev.coldstart.stats.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChangePointsTest {

  /** Noise of 1 % around 0, always the same. */
  private static final double[] NOISE = {0.004, -0.011, 0.008, -0.002, 0.013, -0.009, 0.001, -0.006, 0.010, -0.008,
      0.006, 0.002, -0.012, 0.007, -0.003, 0.009, -0.005, 0.000, 0.011, -0.010};

  /** Apache Otava finds the same two. */
  @Test
  void shouldFindTheChangesOfOtavasExample() {
    List<Night> nights = Arrays.stream(DivergenceTest.OTAVA).mapToObj(value -> new Night(value, 1)).toList();
    ChangeRule rule = new ChangeRule(50, 2, 0.001, 0.01, 0);
    assertThat(at(ChangePoints.of(nights, rule))).containsExactly(5, 8);
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.05, -0.06})
  void shouldFindAStepOnItsThirdNight(double step) {
    List<Night> nights = with(NOISE, step, step + 0.006, step - 0.004);
    List<ChangePoint> found = ChangePoints.of(nights, ChangeRule.DEFAULT);
    assertThat(at(found)).containsExactly(20);
    ChangePoint change = found.get(0);
    assertThat(change.isConfirmed()).isTrue();
    assertThat(change.isSlower()).isEqualTo(step > 0);
    assertThat(change.change().value()).isCloseTo(Math.exp(step + 0.0005), within(0.002));
    assertThat(change.change().excludes(1)).isTrue();
    assertThat(change.p()).isLessThan(2e-4);
  }

  @Test
  void shouldSuspectAClearStepOnItsFirstNight() {
    List<ChangePoint> found = ChangePoints.of(with(NOISE, 0.055), ChangeRule.DEFAULT);
    assertThat(at(found)).containsExactly(20);
    assertThat(found.get(0).isConfirmed()).isFalse();
  }

  @Test
  void shouldForgetASpikeOnTheNextNight() {
    assertThat(at(ChangePoints.of(with(NOISE, 0.3), ChangeRule.DEFAULT))).containsExactly(20);
    assertThat(ChangePoints.of(with(NOISE, 0.3, 0.004), ChangeRule.DEFAULT)).isEmpty();
    assertThat(ChangePoints.of(with(NOISE, 0.3, 0.004, -0.006), ChangeRule.DEFAULT)).isEmpty();
  }

  /** Whatever its size, and wherever it is. */
  @ParameterizedTest
  @ValueSource(doubles = {0.1, 0.5, 3, -2})
  void shouldNeverConfirmASingleNight(double size) {
    for (int spike = 0; spike < 2 * NOISE.length; spike++) {
      double[] values = twice(NOISE);
      values[spike] += size;
      assertThat(ChangePoints.of(with(values), ChangeRule.DEFAULT)).noneMatch(ChangePoint::isConfirmed);
    }
  }

  /** The first search sees one change, the removal of weak points another: both steps are in the result. */
  @Test
  void shouldFindTwoStepsThatFollowEachOther() {
    double[] values = DoubleStream.concat(DoubleStream.concat(Arrays.stream(NOISE), up(0.06)), up(0.12)).toArray();
    assertThat(at(ChangePoints.of(with(values), ChangeRule.DEFAULT))).containsExactly(20, 40);
  }

  @Test
  void shouldFindAStepThatWasTakenBack() {
    double[] values =
        DoubleStream.concat(DoubleStream.concat(Arrays.stream(NOISE), up(0.06).limit(6)), up(0)).toArray();
    List<ChangePoint> found = ChangePoints.of(with(values), ChangeRule.DEFAULT);
    assertThat(at(found)).containsExactly(20, 26);
    assertThat(found.get(0).isSlower()).isTrue();
    assertThat(found.get(1).isSlower()).isFalse();
  }

  /** A long history is searched by windows: the newest step is found as if the first hundred nights were not there. */
  @Test
  void shouldFindAStepAfterALongHistory() {
    double[] values = IntStream.range(0, 7).boxed().flatMapToDouble(i -> Arrays.stream(NOISE)).toArray();
    assertThat(at(ChangePoints.of(with(values, 0.052, 0.047, 0.055), ChangeRule.DEFAULT))).containsExactly(140);
  }

  @Test
  void shouldNotTellAChangeWithinTheMargin() {
    double[] values =
        DoubleStream.concat(Arrays.stream(twice(NOISE)), DoubleStream.concat(up(0.017), up(0.017))).toArray();
    assertThat(ChangePoints.of(with(values), ChangeRule.DEFAULT)).isEmpty();
    ChangeRule narrow = new ChangeRule(60, 2, 2e-4, 5e-3, 0.01);
    assertThat(at(ChangePoints.of(with(values), narrow))).containsExactly(40);
  }

  /** A night beside another process has a wide interval, and says little. */
  @Test
  void shouldGiveLittleWeightToADisturbedNight() {
    List<Night> nights = new ArrayList<>(with(NOISE));
    nights.add(new Night(0.08, 0.06));
    assertThat(ChangePoints.of(nights, ChangeRule.DEFAULT)).isEmpty();
    nights.set(20, new Night(0.08, 0.01));
    assertThat(ChangePoints.of(nights, ChangeRule.DEFAULT)).hasSize(1);
  }

  @Test
  void shouldTakeAHistoryOfFewNights() {
    for (int nights = 0; nights < 5; nights++) {
      assertThat(ChangePoints.of(with(Arrays.copyOf(NOISE, nights)), ChangeRule.DEFAULT)).isEmpty();
    }
  }

  @Test
  void shouldRefuseARuleBySingleNights() {
    assertThatThrownBy(() -> new ChangeRule(60, 1, 2e-4, 5e-3, 0.02)).hasMessageContaining("leastNights=1");
    assertThatThrownBy(() -> new ChangeRule(60, 2, 5e-3, 2e-4, 0.02)).hasMessageContaining("suspectedP=2.0E-4");
  }

  private static DoubleStream up(double step) {
    return Arrays.stream(NOISE).map(noise -> step + noise);
  }

  private static double[] twice(double[] values) {
    return DoubleStream.concat(Arrays.stream(values), Arrays.stream(values)).toArray();
  }

  private static List<Night> with(double[] values, double... more) {
    return DoubleStream.concat(Arrays.stream(values), Arrays.stream(more))
        .mapToObj(value -> new Night(value, 0.01))
        .toList();
  }

  private static List<Integer> at(List<ChangePoint> points) {
    return points.stream().map(ChangePoint::at).toList();
  }
}
