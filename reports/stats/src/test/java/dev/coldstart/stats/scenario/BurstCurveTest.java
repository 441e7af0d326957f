package dev.coldstart.stats.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coldstart.record.Arm;
import dev.coldstart.record.BurstLaunch;
import dev.coldstart.stats.estimate.BlockBootstrap;
import dev.coldstart.stats.estimate.Estimate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BurstCurveTest {

  private static final Arm ARM = ScenarioArms.arm("x");

  /** In block b a single start takes 100 x (b + 1) ns; of two starts, the later takes twice that. */
  @Test
  void shouldTakeTheSlowestOfEachBlock() {
    List<BurstLaunch> launches = new ArrayList<>();
    for (int block = 0; block < 5; block++) {
      long ns = 100L * (block + 1);
      launches.add(answered(block, 1, 0, ns));
      launches.add(answered(block, 2, 0, ns));
      launches.add(answered(block, 2, 1, 2 * ns));
    }
    BurstCurve curve = of(launches);
    assertThat(curve.at()).extracting(BurstCurve.At::starts).containsExactly(1, 2);
    BurstCurve.At two = curve.at().get(1);
    assertThat(two.blocks()).isEqualTo(5);
    assertThat(two.slowestNs()).isEqualTo(new Estimate(600, 200, 1_000));
    assertThat(two.middleNs()).isEqualTo(new Estimate(450, 150, 750));
    assertThat(two.ratio().value()).isCloseTo(2, within(1e-9));
    assertThat(two.ratio().high()).isCloseTo(2, within(1e-9));
    assertThat(two.lateNs()).isEqualTo(7);
    assertThat(curve.at().get(0).ratio()).isEqualTo(new Estimate(1, Double.NaN, Double.NaN));
  }

  @Test
  void shouldLeaveOutABlockInWhichNotAllAnsweredAndCountIt() {
    BurstCurve curve =
        of(List.of(answered(0, 1, 0, 100), answered(1, 1, 0, 100), answered(0, 2, 0, 300), answered(0, 2, 1, 200),
            answered(1, 2, 0, 50), new BurstLaunch(1, ARM.arm(), ARM.fixture(), 2, 1, false, "timeout", null, null)));
    BurstCurve.At two = curve.at().get(1);
    assertThat(two.blocks()).isEqualTo(1);
    assertThat(two.invalid()).isEqualTo(1);
    assertThat(two.slowestNs().value()).isEqualTo(300);
    assertThat(two.slowestNs().hasInterval()).isFalse();
    assertThat(curve.setAside()).isEqualTo(new Excluded(1, "timeout"));
  }

  @Test
  void shouldCompareWithAStartAloneOfTheSameBlock() {
    BurstCurve curve = of(List.of(answered(0, 1, 0, 100), answered(3, 2, 0, 300), answered(3, 2, 1, 200)));
    assertThat(curve.at().get(1).ratio().value()).isNaN();
  }

  private static BurstCurve of(List<BurstLaunch> launches) {
    return BurstCurve.of(ARM, launches, new BlockBootstrap(42));
  }

  private static BurstLaunch answered(int block, int starts, int index, long ns) {
    return new BurstLaunch(block, ARM.arm(), ARM.fixture(), starts, index, true, null, 7L, ns);
  }
}
