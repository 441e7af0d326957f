package dev.coldstart.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

  @ParameterizedTest
  @ValueSource(
      strings = {"Chicory, interpreter (default · jdk25)", "A/A of noop (default, jdk25): 1.003 (0.985-1.02), holds",
          "needs a JDK 25; found 17", "slower, 3.90 × the time; within 2\u00a0%", "exit code 134"})
  void shouldLeaveAPlainTextAsItIs(String text) {
    assertThat(MarkdownSummary.Markdown.text(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {"@someone", "a *b* c", "a_b_c", "[x](y)", "<img src=x>", "&lt;", "http://x.y", "see www.x.y",
      "#12", "GH-12", ":tada:", "a ~b~", "$x$", "a \\ b", "- item", "1. item", "! x", "=== "})
  void shouldPutAnythingElseIntoACodeSpan(String text) {
    assertThat(MarkdownSummary.Markdown.text(text)).isEqualTo("`" + text.strip() + "`");
  }

  @ParameterizedTest
  @CsvSource(delimiter = ';', quoteCharacter = '"',
      value = {"a ` b; ``a ` b``", "` a; `` ` a ``", "a `` b ` c; ```a `` b ` c```", "a|b; `a¦b`", "a\\|b; `a\\¦b`",})
  void shouldLetNothingEndTheSpanOrTheCell(String text, String expected) {
    assertThat(MarkdownSummary.Markdown.text(text)).isEqualTo(expected);
  }

  @Test
  void shouldStayInOneLineAndShort() {
    assertThat(MarkdownSummary.Markdown.text("one\r\n\ttwo")).isEqualTo("one two");
    assertThat(MarkdownSummary.Markdown.text("a\u202eb\u0000")).isEqualTo("`a?b?`");
    assertThat(MarkdownSummary.Markdown.text("x".repeat(10_000))).hasSizeLessThan(300);
    assertThat(MarkdownSummary.Markdown.text(null)).isEqualTo("n/a");
  }
}
