package dev.coldstart.launcher.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Manifest.Spawn;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.condition.OS;

class SpawnCalibrationTest {

  @Test
  @EnabledOnOs(OS.LINUX)
  @EnabledForJreRange(max = JRE.JAVA_25)
  void shouldMeasureEachMechanismAndKnowTheOneInUse() {
    List<Spawn> spawns = SpawnCalibration.measure(() -> false);
    assertThat(spawns).extracting(Spawn::mechanism).containsExactly("POSIX_SPAWN", "VFORK", "FORK");
    assertThat(spawns).allSatisfy(spawn -> {
      assertThat(spawn.medianNs()).isPositive();
      assertThat(spawn.n()).isEqualTo(30);
    });
    assertThat(spawns).filteredOn(Spawn::used).extracting(Spawn::mechanism).containsExactly(LaunchMechanism.inUse());
  }

  @Test
  void shouldMeasureNothingOnceItIsInterrupted() {
    assertThat(SpawnCalibration.measure(() -> true)).isEmpty();
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void shouldLeaveOutAMechanismThatTheJdkDoesNotHave() {
    assertThat(SpawnCalibration.probe("TELEPATHY", SpawnProbe.trivialProgram().orElseThrow())).isEmpty();
  }

  @Test
  void shouldTakeTheMiddle() {
    assertThat(SpawnCalibration.spawn("A", List.of(9L, 1L, 5L)).medianNs()).isEqualTo(5);
    assertThat(SpawnCalibration.spawn("A", List.of(9L, 1L, 5L, 6L)).medianNs()).isEqualTo(5);
    assertThat(SpawnCalibration.spawn("A", List.of(4L, 8L)).medianNs()).isEqualTo(6);
  }

  @Test
  void shouldPutTheFiguresOnOneLine() {
    assertThat(SpawnCalibration.text(List.of(spawn("A", false, 1_500_000), spawn("B", true, 700_000))))
        .isEqualTo("starting a trivial program: A 1.50 ms, B 0.70 ms (used)");
  }

  @Test
  void shouldAdviseWhatIsClearlyCheaperThanTheOneInUse() {
    assertThat(SpawnCalibration.advice(List.of(spawn("A", true, 1_500_000), spawn("B", false, 700_000))))
        .hasValueSatisfying(
            text -> assertThat(text).contains("started with A", "1.50 ms", "0.70 ms", "launchMechanism=B"));
  }

  @Test
  void shouldNotAdviseForNoiseNorWithoutFigures() {
    assertThat(SpawnCalibration.advice(List.of(spawn("A", true, 1_500_000), spawn("B", false, 1_250_000)))).isEmpty();
    assertThat(SpawnCalibration.advice(List.of(spawn("A", true, 150_000), spawn("B", false, 60_000)))).isEmpty();
    assertThat(SpawnCalibration.advice(List.of(spawn("A", true, 700_000), spawn("B", false, 1_500_000)))).isEmpty();
    assertThat(SpawnCalibration.advice(List.of(spawn("A", false, 700_000), spawn("B", false, 1_500_000)))).isEmpty();
    assertThat(SpawnCalibration.advice(List.of())).isEmpty();
  }

  private static Spawn spawn(String mechanism, boolean used, long medianNs) {
    return new Spawn(mechanism, used, medianNs, 30);
  }
}
