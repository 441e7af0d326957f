package dev.coldstart.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

class ArmTest {

  private static final Arm BASELINE =
      SampleArms.controlled().stream().filter(arm -> arm.arm().equals(SampleRuns.BASELINE)).findFirst().orElseThrow();

  @Test
  void shouldBeBesideThoseOfTheSameFixtureProfileAndJdk() {
    assertThat(ids(BASELINE::isBeside)).containsExactly("noop " + SampleRuns.BASELINE,
        "noop " + SampleRuns.BASELINE + "+aa", "noop " + SampleRuns.BASELINE + "+busy-5ms",
        "noop chicory.interpreter/default/jdk25", "noop wasmtime.jni/default/jdk25",
        "noop graalwasm.jit/default/jdk25");
  }

  @Test
  void shouldRepeatThoseOfTheSameConfigurationAsWell() {
    assertThat(ids(arm -> arm.isControl() && arm.repeats(BASELINE)))
        .containsExactly("noop " + SampleRuns.BASELINE + "+aa", "noop " + SampleRuns.BASELINE + "+busy-5ms");
  }

  @Test
  void shouldTellJdksApart() {
    Arm older = on("jdk21", BASELINE);
    assertThat(older.isBeside(BASELINE)).isFalse();
    assertThat(older.repeats(BASELINE)).isFalse();
    assertThat(older.repeats(on("jdk21", BASELINE))).isTrue();
  }

  @Test
  void shouldKnowAJvmByItsClassPath() {
    assertThat(BASELINE.isJvm()).isTrue();
    assertThat(SampleArms.renamed(BASELINE, "a", "program").isJvm()).isFalse();
    assertThat(SampleArms.controlled().stream().filter(arm -> arm.command().isEmpty())).as("not known")
        .allMatch(Arm::isJvm);
  }

  private static Arm on(String jdk, Arm a) {
    return Records.with(a, "jdk", jdk);
  }

  private static List<String> ids(Predicate<Arm> which) {
    return SampleArms.controlled().stream().filter(which).map(arm -> arm.fixture() + " " + arm.arm()).toList();
  }
}
