package dev.coldstart.launcher.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.fixtures.Entry;
import dev.coldstart.fixtures.Fixture;
import dev.coldstart.fixtures.Twin;
import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.plan.PlannedArm;
import dev.coldstart.launcher.plan.SampleArms;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Scenarios;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioPlanTest {

  private static final Fixture CONTROL = new Fixture("control", "Control", "nothing", Path.of("control.wasm"), "00",
      true, false, Twin.BUILT_IN, Entry.HANDLER, null, List.of(), null);

  @Test
  void shouldPlanWhatIsAskedForInItsOwnOrder() {
    assertThat(ScenarioPlan.of(List.of("burst", "cold-to-warm", "burst"), 3, 2)).containsExactly(
        new Manifest.Scenario("cold-to-warm", 3, 2_000, 3_000, null, null, null),
        new Manifest.Scenario("burst", 3, null, null, null, 4, null));
    assertThat(ScenarioPlan.of(List.of(), 3, 2)).isEmpty();
  }

  @Test
  void shouldPlanNothingThatItCouldNotRun() {
    List<Manifest.Scenario> all = ScenarioPlan.of(ScenarioPlan.ALL, 1, 8);
    assertThat(all).extracting(Manifest.Scenario::id).isEqualTo(ScenarioPlan.ALL);
    ScenarioPlan.assertKnown(all);
  }

  @Test
  void shouldDoubleTheStartsUpToTheMost() {
    assertThat(starts(1)).containsExactly(1);
    assertThat(starts(4)).containsExactly(1, 2, 4);
    assertThat(starts(12)).containsExactly(1, 2, 4, 8);
    assertThat(starts(Integer.MAX_VALUE)).hasSize(31);
  }

  private static List<Integer> starts(int most) {
    return Scenario.BURST.starts(new Manifest.Scenario("burst", 1, null, null, null, most, null));
  }

  @Test
  void shouldLeaveOutAChildThatIsNoJvmAndSayWhy() {
    PlannedArm jvm = SampleArms.arm("fast.jit", "hello");
    PlannedArm script = with(SampleArms.withProgram(jvm.configuration(), "run"), jvm.fixture());
    List<PlannedArm> planned = List.of(jvm, script);
    List<Manifest.Scenario> plan = ScenarioPlan.of(ScenarioPlan.of(ScenarioPlan.ALL, 1, 8), planned);
    List<String> ofPrograms = List.of(Scenarios.RUNTIME_API, Scenarios.LAMBDA_SIZE);
    assertThat(plan).filteredOn(scenario -> !ofPrograms.contains(scenario.id()))
        .extracting(Manifest.Scenario::leftOut)
        .containsOnly(Map.of("fast.jit", "this scenario is only for arms in a JVM"));
    assertThat(planned).allMatch(arm -> ScenarioPlan.launches(Scenarios.RUNTIME_API, arm, planned));
    assertThat(planned).filteredOn(arm -> ScenarioPlan.launches(Scenarios.MEMORY, arm, planned)).containsExactly(jvm);
    assertThat(ScenarioPlan.of(plan, List.of(jvm))).isEqualTo(plan);
  }

  /** It is in the run only for checking the run, and no table would show it. */
  @Test
  void shouldLeaveOutABaselineThatIsThereForItsControlsAlone() {
    Configuration baseline = SampleArms.configuration("base.plain", true, Path.of("stage"));
    PlannedArm inControl = with(baseline, CONTROL);
    PlannedArm inHello = with(baseline, SampleArms.fixture("hello"));
    PlannedArm compared = SampleArms.arm("fast.jit", "hello");
    List<PlannedArm> planned = List.of(inControl, inHello, compared);
    assertThat(planned).filteredOn(arm -> ScenarioPlan.launches(Scenarios.MEMORY, arm, planned))
        .containsExactly(inHello, compared);

    List<PlannedArm> comparing = List.of(inControl, with(compared.configuration(), CONTROL), inHello);
    assertThat(comparing).allMatch(arm -> ScenarioPlan.launches(Scenarios.MEMORY, arm, comparing));
    assertThat(ScenarioPlan.launches(Scenarios.MEMORY, inControl, List.of(inControl))).as("there is nothing else")
        .isTrue();
  }

  private static PlannedArm with(Configuration configuration, Fixture fixture) {
    PlannedArm any = SampleArms.arm("any.any", "any");
    return new PlannedArm(configuration, any.profile(), any.jdk(), fixture);
  }

  @Test
  void shouldSayWhatThereIsToChoose() {
    assertThatThrownBy(() -> ScenarioPlan.of(List.of("memory", "warm"), 5, 2)).isInstanceOf(UserError.class)
        .hasMessage(
            "no scenario is named \"warm\"; choose from cold-to-warm, memory, second-instance, burst, runtime-api,"
                + " runtime-api-client, lambda-size");
    assertThatThrownBy(() -> ScenarioPlan.of(List.of(), 0, 2)).hasMessageContaining("--scenario-blocks 0");
  }

  @Test
  void shouldRefuseWhatAManifestCannotMean() {
    assertThatThrownBy(
        () -> ScenarioPlan.assertKnown(List.of(new Manifest.Scenario("later", 5, null, null, null, null, null))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("\"later\"");
    assertThatThrownBy(() -> ScenarioPlan.assertKnown(List.of(new Manifest.Scenario("memory", 5, 2, 2, null, 2, null))))
        .hasMessageContaining("\"memory\"");
  }

  @ParameterizedTest
  @CsvSource({"cold-to-warm, READY, because nothing is called",
      "cold-to-warm, COMMAND, because a command runs only once", "cold-to-warm, CALL,", "memory, READY,",
      "memory, COMMAND, because a command runs only once", "second-instance, READY,",
      "second-instance, COMMAND, because a command runs only once", "burst, COMMAND,"})
  void shouldLeaveOutWhatHasNothingToShow(String scenario, Entry.Kind kind, String reason) {
    Fixture fixture = new Fixture("mine", "Mine", "nothing", Path.of("mine.wasm"), "00", false, false, Twin.NONE,
        new Entry(kind, null, null, List.of()), null, List.of(), null);
    assertThat(ScenarioPlan.unfit(scenario, fixture)).isEqualTo(Optional.ofNullable(reason));
  }
}
