package dev.coldstart.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ExcerptTest {

  @Test
  void shouldKeepAShortTextAndCutALongOne() {
    assertThat(Excerpt.of("exit code 134")).isEqualTo("exit code 134");
    assertThat(Excerpt.of("x".repeat(240))).hasSize(240);
    assertThat(Excerpt.of("x".repeat(241))).hasSize(241).endsWith("x…");
  }

  @Test
  void shouldCutNoCharacterInTwo() {
    String cut = Excerpt.of("x".repeat(239) + "\ud83d\ude00".repeat(9));
    assertThat(cut).isEqualTo("x".repeat(239) + "…");
  }

  @Test
  void shouldSayThatThereIsNone() {
    assertThat(Excerpt.of(null)).isEqualTo("n/a");
    assertThat(Excerpt.of(" ")).isEqualTo("n/a");
  }
}
