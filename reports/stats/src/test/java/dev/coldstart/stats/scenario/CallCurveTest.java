package dev.coldstart.stats.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Arm;
import dev.coldstart.record.WarmLaunch;
import dev.coldstart.stats.estimate.BlockBootstrap;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallCurveTest {

  private static final Arm ARM = ScenarioArms.arm("x");

  private final BlockBootstrap bootstrap = new BlockBootstrap(42);

  @Test
  void shouldReadAFewCallsAndTheLast() {
    assertThat(CallCurve.shown(2_000)).containsExactly(1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000);
    assertThat(CallCurve.shown(37)).containsExactly(1, 2, 3, 5, 10, 20, 37);
    assertThat(CallCurve.shown(1)).containsExactly(1);
    assertThat(CallCurve.shown(0)).isEmpty();
  }

  @Test
  void shouldSumFromTheSpawn() {
    CallCurve curve = curve(launch(0, 100, 10, 20, 30), launch(1, 130, 13, 20, 30), launch(2, 700, 70, 20, 31));
    assertThat(curve.n()).isEqualTo(3);
    assertThat(curve.calls()).isEqualTo(4);
    assertThat(curve.at()).extracting(CallCurve.At::call).containsExactly(1, 2, 3, 4);
    assertThat(curve.at()).extracting(at -> at.latencyNs().value()).containsExactly(Double.NaN, 13.0, 20.0, 30.0);
    assertThat(curve.at()).extracting(at -> at.totalNs().value()).containsExactly(130.0, 143.0, 163.0, 193.0);
    assertThat(curve.at().get(0).meanTotalNs()).isEqualTo(310);
  }

  @Test
  void shouldGoNoFurtherThanEachLaunchWent() {
    CallCurve curve = curve(launch(0, 100, 10, 20, 30), launch(1, 100, 10));
    assertThat(curve.calls()).isEqualTo(2);
    assertThat(curve.at()).extracting(CallCurve.At::call).containsExactly(1, 2);
  }

  @Test
  void shouldCountWhatIsNotValid() {
    WarmLaunch wrong = new WarmLaunch(1, 0, ARM.arm(), ARM.fixture(), false, "call 7 differs", null, null);
    CallCurve curve = curve(wrong, launch(0, 100, 10));
    assertThat(curve.n()).isEqualTo(1);
    assertThat(curve.setAside()).isEqualTo(new Excluded(1, "call 7 differs"));
    assertThat(curve(wrong).at()).isEmpty();
    assertThat(curve(wrong).calls()).isZero();
  }

  private CallCurve curve(WarmLaunch... launches) {
    return CallCurve.of(CallTotals.of(ARM, List.of(launches)), bootstrap);
  }

  private static WarmLaunch launch(int block, long firstNs, long... callNs) {
    return new WarmLaunch(block, 0, ARM.arm(), ARM.fixture(), true, null, firstNs, callNs);
  }
}
