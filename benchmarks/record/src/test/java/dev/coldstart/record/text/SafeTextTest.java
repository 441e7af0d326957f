package dev.coldstart.record.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {

  @Test
  void shouldKeepTheStartOrTheEndOfALongText() {
    assertThat(SafeText.start("abcdef", 6)).isEqualTo("abcdef");
    assertThat(SafeText.start("abcdef", 5)).isEqualTo("abcde...");
    assertThat(SafeText.end("abcdef", 6)).isEqualTo("abcdef");
    assertThat(SafeText.end("abcdef", 5)).isEqualTo("...bcdef");
  }

  @Test
  void shouldBeBoundedAlsoWhereLinesBecomeLonger() {
    assertThat(SafeText.start("a\n".repeat(1_000), 10)).hasSize(13);
    assertThat(SafeText.end("a\n".repeat(1_000), 10)).hasSize(13);
  }

  @Test
  void shouldHaveNoEffectOnATerminal() {
    assertThat(SafeText.start("\u001b[2J\u0007 a\r\n  b\u202e \u0000 ", 100)).isEqualTo("?[2J? a | b? ?");
    assertThat(SafeText.lines("a\u001b[31mb\u009b2Jc\rd\be\tf\ng\u00e9\u202e"))
        .isEqualTo("a?[31mb?2Jc?d?e\tf\ng\u00e9?");
  }

  @Test
  void shouldHoldNothingThatXmlForbids() {
    assertThat(SafeText.line("a\ufffeb\ud83dc\ud83d\ude00")).isEqualTo("a?b?c\ud83d\ude00");
  }

  @Test
  void shouldCutNoCharacterInTwo() {
    String smile = "\ud83d\ude00";
    assertThat(SafeText.brief("x".repeat(239) + smile.repeat(9))).isEqualTo("x".repeat(239) + "...");
    assertThat(SafeText.end(smile + "abc", 4)).isEqualTo("...abc");
  }

  @Test
  void shouldKeepABriefTextInOneCell() {
    assertThat(SafeText.brief(" one\r\n\t two ")).isEqualTo("one two");
  }

  @Test
  void shouldSayThatThereIsNoText() {
    assertThat(SafeText.brief(null)).isEqualTo("n/a");
    assertThat(SafeText.brief(" ")).isEqualTo("n/a");
    assertThat(SafeText.brief("exit code 134")).isEqualTo("exit code 134");
  }
}
