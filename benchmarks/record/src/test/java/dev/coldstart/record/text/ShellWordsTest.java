package dev.coldstart.record.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ShellWordsTest {

  @Test
  void shouldKeepEachWordOneWord() {
    assertThat(ShellWords.line(List.of("-Da=b c"))).isEqualTo("'-Da=b c'");
    assertThat(ShellWords.line(List.of("it's"))).isEqualTo("'it'\\''s'");
    assertThat(ShellWords.line(List.of("a", "", "$b"))).isEqualTo("a '' '$b'");
  }

  @Test
  void shouldLeaveWhatNeedsNoQuotes() {
    assertThat(ShellWords.line(List.of("<jdk25>/bin/java", "-Xms16m", "--arm", "a.b/c+d/jdk25,e")))
        .isEqualTo("<jdk25>/bin/java -Xms16m --arm a.b/c+d/jdk25,e");
  }
}
