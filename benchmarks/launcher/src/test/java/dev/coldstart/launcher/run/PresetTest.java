package dev.coldstart.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.launcher.UserError;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PresetTest {

  @ParameterizedTest
  @EnumSource(Preset.class)
  void shouldBeFoundByItsId(Preset preset) {
    assertThat(Preset.of(preset.id())).isSameAs(preset);
    assertThat(preset.id()).isLowerCase();
    assertThat(preset.blocks()).isPositive();
    assertThat(preset.budget()).isPositive();
  }

  @Test
  void shouldNameThoseThereAre() {
    assertThatThrownBy(() -> Preset.of("Smoke")).isInstanceOf(UserError.class)
        .hasMessage(
            "no preset is named \"Smoke\"; choose one of smoke, minute, quick, default, nightly, tail, tune, round");
  }
}
