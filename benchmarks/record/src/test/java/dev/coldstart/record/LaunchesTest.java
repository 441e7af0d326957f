package dev.coldstart.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LaunchesTest {

  private static final Arm ARM = SampleRuns.standard().manifest().arms().get(0);

  @Test
  void shouldGiveBackEachRecordAsItWas() {
    List<Launch> launches = new ArrayList<>();
    for (Long value : new Long[] {null, 0L, -1L, 1L << 31, null, Long.MIN_VALUE, Long.MAX_VALUE, 7L}) {
      launches.add(launch(launches.size(), value, value == null ? null : "exit code 1"));
    }
    assertThat(launches(launches)).containsExactlyElementsOf(launches);
  }

  @Test
  void shouldTellNoPhasesFromPhasesThatAreAllFused() {
    Launch none = launch(0, null, null);
    Launch fused = SampleLaunches.withPhases(none, new PhasesNs(null, null, null, null, null, null));
    assertThat(launches(List.of(none, fused))).containsExactly(none, fused);
  }

  @Test
  void shouldLeaveAbsentNumbersOutAndNotTakeThemForZero() {
    Launches launches = launches(List.of(launch(0, 5L, null), launch(1, null, null), launch(2, 1L << 40, null)));
    assertThat(launches.values(LaunchField.CPU_NS)).containsExactly(5, 1L << 40);
    assertThat(launches.value(1, LaunchField.CPU_NS)).isNaN();
    assertThat(launches.values(LaunchField.GC_NS)).isEmpty();
  }

  @Test
  void shouldHoldTheValuesOfTheLaunchesThatCountInTheirOrder() {
    List<Launch> all = SampleRuns.standard().launches().stream().filter(l -> l.arm().equals(ARM.arm())).toList();
    List<Launch> own = all.stream().filter(l -> l.fixture().equals(ARM.fixture())).toList();
    ArmLaunches arm = new ArmLaunches(ARM, own, Set.of(4));
    List<Launch> counted = own.stream().filter(l -> l.valid() && !l.warmup() && l.block() != 4).toList();
    assertThat(arm.counted()).containsExactlyElementsOf(counted).hasSize(29);
    assertThat(arm.counted().values(LaunchField.FIRST_RESPONSE_NS))
        .containsExactly(counted.stream().mapToDouble(Launch::firstResponseNs).toArray());
    assertThat(arm.launches().count(arm::counts)).isEqualTo(29);
  }

  private static Launches launches(List<Launch> launches) {
    return new ArmLaunches(ARM, launches, Set.of()).launches();
  }

  private static Launch launch(int block, Long cpuNs, String reason) {
    return new Launch(block, 1, ARM.arm(), ARM.fixture(), false, reason == null, reason, 1_767_323_045_000L, null, null,
        null, null, cpuNs, null, null, null, null, null, null, null, null);
  }
}
