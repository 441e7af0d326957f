package dev.coldstart.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArmLaunchesTest {

  private static final Arm ARM = SampleRuns.standard().manifest().arms().get(0);

  @Test
  void shouldLeaveAbsentNumbersOutAndNotTakeThemForZero() {
    List<Launch> launches = List.of(launch(0, 5L), launch(1, null), launch(2, 1L << 40));
    assertThat(Launch.values(launches, Counter.CPU)).containsExactly(5, 1L << 40);
    assertThat(launches.get(1).value(Counter.CPU)).isNaN();
    assertThat(Launch.values(launches, Counter.GC)).isEmpty();
  }

  @Test
  void shouldHaveNoPhaseThatIsFusedOrNotTold() {
    Launch none = launch(0, null);
    Launch fused = SampleLaunch.withTimes(none, null, new PhasesNs(1L, 2L, null, 3L, 4L, 5L));
    assertThat(PhasesNs.NAMES).extracting(fused::phaseNs).containsExactly(1L, 2L, null, 3L, 4L, 5L);
    assertThat(PhasesNs.NAMES).extracting(none::phaseNs).containsOnlyNulls();
  }

  @Test
  void shouldHoldTheLaunchesThatCountInTheirOrder() {
    List<Launch> all = SampleRuns.standard().launches().stream().filter(l -> l.arm().equals(ARM.arm())).toList();
    List<Launch> own = all.stream().filter(l -> l.fixture().equals(ARM.fixture())).toList();
    ArmLaunches arm = new ArmLaunches(ARM, own, Set.of(4));
    List<Launch> counted = own.stream().filter(l -> l.valid() && !l.warmup() && l.block() != 4).toList();
    assertThat(arm.counted()).containsExactlyElementsOf(counted).hasSize(29);
    assertThat(arm.invalid()).containsExactlyElementsOf(own.stream().filter(l -> !l.valid()).toList());
  }

  private static Launch launch(int block, Long cpuNs) {
    return new Launch(block, 1, ARM.arm(), ARM.fixture(), false, true, null, 1_767_323_045_000L, null, null, null, null,
        Counters.of(counter -> counter == Counter.CPU ? cpuNs : null), null, null);
  }
}
