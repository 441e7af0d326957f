package dev.coldstart.launcher.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTest {

  @Test
  void shouldKeepTheStartOrTheEndOfALongText() {
    assertThat(Shown.of("abcdef", 6)).isEqualTo("abcdef");
    assertThat(Shown.of("abcdef", 5)).isEqualTo("abcde...");
    assertThat(Shown.endOf("abcdef", 6)).isEqualTo("abcdef");
    assertThat(Shown.endOf("abcdef", 5)).isEqualTo("...bcdef");
  }

  @Test
  void shouldBeBoundedAlsoWhereLinesBecomeLonger() {
    assertThat(Shown.of("a\n".repeat(1_000), 10)).hasSize(13);
    assertThat(Shown.endOf("a\n".repeat(1_000), 10)).hasSize(13);
  }

  @Test
  void shouldHaveNoEffectOnATerminal() {
    assertThat(Shown.of("\u001b[2J\u0007 a\r\n  b\u202e \u0000 ", 100)).isEqualTo("?[2J? a | b? ?");
  }
}
