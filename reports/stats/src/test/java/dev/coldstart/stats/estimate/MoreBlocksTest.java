package dev.coldstart.stats.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.stats.estimate.Verdict.Band;
import org.junit.jupiter.api.Test;

/** Expected numbers: the formula of the class comment, solved with scipy.stats.t (SciPy 1.17). */
class MoreBlocksTest {

  private static final Band TWO_PERCENT = Band.of(0.02);

  @Test
  void shouldAimClearOfTheMarginWhenTheMeanLiesBeyondIt() {
    assertThat(MoreBlocks.of(new StudentT(30, TWO_PERCENT.high() + 0.01, 0.05), TWO_PERCENT, 1)).isEqualTo(199 - 30);
    assertThat(MoreBlocks.of(new StudentT(30, TWO_PERCENT.low() - 0.01, 0.05), TWO_PERCENT, 1)).isEqualTo(199 - 30);
  }

  @Test
  void shouldAskForMoreWhenManyArmsAreCompared() {
    assertThat(MoreBlocks.of(new StudentT(40, TWO_PERCENT.high() + 0.01, 0.05), TWO_PERCENT, 10)).isEqualTo(337 - 40);
  }

  @Test
  void shouldAimWithinTheMarginWhenTheMeanLiesThere() {
    StudentT within = new StudentT(30, TWO_PERCENT.high() - 0.01, 0.05);
    assertThat(MoreBlocks.of(within, TWO_PERCENT, 10)).isEqualTo(265 - 30);
  }

  @Test
  void shouldAskForOneAtLeast() {
    assertThat(MoreBlocks.of(new StudentT(500, TWO_PERCENT.high() + 0.01, 0.05), TWO_PERCENT, 1)).isEqualTo(1);
  }

  @Test
  void shouldNotTellWhatTakesMoreThanTenTimesTheRun() {
    StudentT beyond = new StudentT(19, TWO_PERCENT.high() + 0.01, 0.05);
    assertThat(MoreBlocks.of(beyond, TWO_PERCENT, 1)).isEqualTo(199 - 19);
    assertThat(MoreBlocks.of(new StudentT(17, beyond.mean(), beyond.sd()), TWO_PERCENT, 1)).isNull();
    assertThat(MoreBlocks.of(new StudentT(30, TWO_PERCENT.high() + 0.0001, 0.05), TWO_PERCENT, 1)).isNull();
    assertThat(MoreBlocks.of(new StudentT(30, TWO_PERCENT.high(), 0.05), TWO_PERCENT, 1)).isNull();
    assertThat(MoreBlocks.of(new StudentT(30, 0, 0.05), Band.of(0), 1)).isNull();
    assertThat(MoreBlocks.of(new StudentT(30, TWO_PERCENT.high(), 0), TWO_PERCENT, 1)).isNull();
  }
}
