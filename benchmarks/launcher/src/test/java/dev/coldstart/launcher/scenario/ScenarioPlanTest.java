package dev.coldstart.launcher.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.launcher.UserError;
import dev.coldstart.results.Manifest.Scenario;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScenarioPlanTest {

  @Test
  void shouldPlanWhatIsAskedForInItsOwnOrder() {
    assertThat(ScenarioPlan.of(List.of("burst", "cold-to-warm", "burst"), 3, 2))
        .containsExactly(
            new Scenario("cold-to-warm", 3, 2_000, 3_000, null, null), new Scenario("burst", 3, null, null, null, 4));
    assertThat(ScenarioPlan.of(List.of(), 3, 2)).isEmpty();
  }

  @Test
  void shouldPlanNothingThatItCouldNotRun() {
    List<Scenario> all = ScenarioPlan.of(ScenarioPlan.ALL, 1, 8);
    assertThat(all).extracting(Scenario::id).isEqualTo(ScenarioPlan.ALL);
    ScenarioPlan.assertKnown(all);
  }

  @Test
  void shouldDoubleTheStartsUpToTheMost() {
    assertThat(ScenarioPlan.starts(1)).containsExactly(1);
    assertThat(ScenarioPlan.starts(4)).containsExactly(1, 2, 4);
    assertThat(ScenarioPlan.starts(12)).containsExactly(1, 2, 4, 8);
    assertThat(ScenarioPlan.starts(Integer.MAX_VALUE)).hasSize(31);
  }

  @Test
  void shouldSayWhatThereIsToChoose() {
    assertThatThrownBy(() -> ScenarioPlan.of(List.of("memory", "warm"), 5, 2))
        .isInstanceOf(UserError.class)
        .hasMessage("no scenario is named \"warm\"; choose of cold-to-warm, memory, burst");
    assertThatThrownBy(() -> ScenarioPlan.of(List.of(), 0, 2)).hasMessageContaining("--scenario-blocks 0");
  }

  @Test
  void shouldRefuseWhatAManifestCannotMean() {
    assertThatThrownBy(() -> ScenarioPlan.assertKnown(List.of(new Scenario("later", 5, null, null, null, null))))
        .isInstanceOf(UserError.class)
        .hasMessageContaining("\"later\"");
    assertThatThrownBy(() -> ScenarioPlan.assertKnown(List.of(new Scenario("memory", 5, 2, 2, null, 2))))
        .hasMessageContaining("\"memory\"");
  }
}
