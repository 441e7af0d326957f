package dev.coldstart.record.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SafeTextTest {

  @Test
  void shouldKeepTheStartOfALongText() {
    assertThat(SafeText.start("abcdef", 6)).isEqualTo("abcdef");
    assertThat(SafeText.start("abcdef", 5)).isEqualTo("abcde...");
  }

  @Test
  void shouldKeepWhatAStackTraceSaysAndLeaveOutWhere() {
    String trace =
        """
            dev.coldstart.child.PhaseException: fixture hello, phase load: java.lang.UnsatisfiedLinkError: failed to map segment
            \tat dev.coldstart.child.ColdStart.firstResponse(ColdStart.java:150)
            \tat app//dev.x.Main.main(Main.java:7)
            Caused by: java.lang.UnsatisfiedLinkError: failed to map segment
            \tat java.base/jdk.internal.loader.NativeLibraries.load(Native Method)
            \t... 2 more
            """;
    assertThat(SafeText.firstWords(trace, 600))
        .isEqualTo("dev.coldstart.child.PhaseException: fixture hello, phase load:"
            + " java.lang.UnsatisfiedLinkError: failed to map segment"
            + " | Caused by: java.lang.UnsatisfiedLinkError: failed to map segment");
    assertThat(SafeText.firstWords("""
        /stage/child.cjs:12
            throw e;
            ^

        Error: fixture hello, phase load
            at answer (/stage/child.cjs:12:5)
            at async main (/stage/child.cjs:20:1)
            at node:internal/main/run_main_module:36:49
        """, 600)).isEqualTo("/stage/child.cjs:12 | throw e; | Error: fixture hello, phase load");
    assertThat(SafeText.firstWords("\tat a.B.c(B.java:1)\n", 600)).as("nothing else").isEqualTo("at a.B.c(B.java:1)");
  }

  @Test
  void shouldSayWhatOnlyWarnsBehindTheRest() {
    assertThat(SafeText.firstWords("SLF4J(W): No SLF4J providers were found.\nError: no heap\nat all", 600))
        .isEqualTo("Error: no heap | at all | SLF4J(W): No SLF4J providers were found.");
    assertThat(
        SafeText.firstWords("WARNING: a restricted method\n[engine] WARNING: no JIT\nError: no heap\nat all", 600))
        .isEqualTo("Error: no heap | at all | WARNING: a restricted method | [engine] WARNING: no JIT");
  }

  @Test
  void shouldHaveNoFirstWordsOfATextWithoutAny() {
    assertThat(SafeText.firstWords("", 600)).isEmpty();
    assertThat(SafeText.firstWords("#\n# \n----\n\u0000\n", 600)).isEmpty();
    assertThat(SafeText.firstWords("#\n# SIGSEGV (0xb)\n#\n", 600)).isEqualTo("# SIGSEGV (0xb)");
    assertThat(SafeText.firstWords("first " + "x".repeat(900), 10)).isEqualTo("first xxxx...");
  }

  @Test
  void shouldBeBoundedAlsoWhereLinesBecomeLonger() {
    assertThat(SafeText.start("a\n".repeat(1_000), 10)).hasSize(13);
    assertThat(SafeText.firstWords("a\n".repeat(1_000), 10)).hasSize(13);
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
