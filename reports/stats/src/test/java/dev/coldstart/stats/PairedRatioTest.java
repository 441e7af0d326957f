package dev.coldstart.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedRatioTest {

  private static final Bootstrap BOOTSTRAP = new Bootstrap(42, Bootstrap.RESAMPLES);
  private static final double[] RATIOS =
      {1.021, 0.987, 1.043, 1.010, 0.995, 1.062, 1.018, 1.031, 0.979, 1.025, 1.008, 1.037};

  @TempDir
  Path out;

  /** Against scipy.stats.gmean and the t interval of the logs (SciPy 1.17), which near-normal values come close to. */
  @Test
  void shouldAgreeWithTheIntervalOfStudentWhereThatHolds() {
    Estimate ratio = PairedRatio.of(RATIOS, BOOTSTRAP);
    assertThat(ratio.value()).isCloseTo(1.0177412376248627, within(1e-12));
    assertThat(ratio.low()).isCloseTo(1.002625533266341, within(0.0015));
    assertThat(ratio.high()).isCloseTo(1.0330848281788516, within(0.0015));
  }

  @Test
  void shouldAgreeWithItselfTurnedRound() {
    double[] inverse = Arrays.stream(RATIOS).map(ratio -> 1 / ratio).toArray();
    assertThat(PairedRatio.of(inverse, BOOTSTRAP).value() * PairedRatio.of(RATIOS, BOOTSTRAP).value()).isCloseTo(1,
        within(1e-12));
  }

  @Test
  void shouldGiveTheSameIntervalOfTheSameSeed() {
    Bootstrap other = new Bootstrap(43, Bootstrap.RESAMPLES);
    assertThat(PairedRatio.of(RATIOS, BOOTSTRAP)).isEqualTo(PairedRatio.of(RATIOS, BOOTSTRAP));
    assertThat(PairedRatio.of(RATIOS, BOOTSTRAP)).isNotEqualTo(PairedRatio.of(RATIOS, other));
  }

  @Test
  void shouldGiveNoIntervalOfFewerThanFiveBlocks() {
    assertThat(PairedRatio.of(Arrays.copyOf(RATIOS, 4), BOOTSTRAP).hasInterval()).isFalse();
    assertThat(PairedRatio.of(Arrays.copyOf(RATIOS, 5), BOOTSTRAP).hasInterval()).isTrue();
    assertThat(PairedRatio.of(new double[0], BOOTSTRAP).value()).isNaN();
  }

  /** Phi(-sqrt(n / (n - 1)) t(0.025, n - 1)), computed with SciPy 1.17. */
  @ParameterizedTest
  @CsvSource({"5, 0.00095410", "10, 0.00855064", "15, 0.01320717", "20, 0.01588083", "30, 0.01875390"})
  void shouldReadTheResamplesFurtherOutTheFewerBlocks(int n, double expected) {
    assertThat(Bootstrap.expandedTail(n)).isCloseTo(expected, within(1e-8));
  }

  @Test
  void shouldUseOnlyBlocksInWhichBothCount() {
    // The baseline lacks all but blocks 0, which is the warm-up, 2, 4 and 6.
    SampleRun run = SampleRuns.blocks(6)
        .onlyLaunches(l -> l.valid() && (l.block() % 2 == 0 || !l.arm().equals(SampleRuns.BASELINE)));
    RunData data = run.readFrom(out);
    ArmLaunches baseline = data.arms().get(0);
    ArmLaunches arm = data.arms().get(1);
    double product = 1;
    for (int block : new int[] {2, 4, 6}) {
      product *= firstResponseNs(arm, block) / firstResponseNs(baseline, block);
    }
    assertThat(PairedRatio.of(arm, baseline, 42).value()).isCloseTo(Math.cbrt(product), within(1e-12));
  }

  @Test
  void shouldTakeTheMiddleBlockForTheMedian() {
    SampleRun run = SampleRuns.blocks(6).onlyLaunches(l -> l.valid() && l.block() % 2 == 0);
    RunData data = run.readFrom(out);
    ArmLaunches baseline = data.arms().get(0);
    ArmLaunches arm = data.arms().get(1);
    double[] ratios = Arrays.stream(new int[] {2, 4, 6})
        .mapToDouble(block -> firstResponseNs(arm, block) / firstResponseNs(baseline, block))
        .sorted()
        .toArray();
    assertThat(PairedRatio.median(arm, baseline)).isCloseTo(ratios[1], within(1e-12));
    assertThat(PairedRatio.median(arm, new ArmLaunches(baseline.arm(), List.of(), Set.of()))).isNaN();
  }

  private static double firstResponseNs(ArmLaunches arm, int block) {
    return arm.counted().stream().filter(l -> l.block() == block).findFirst().get().firstResponseNs();
  }
}
