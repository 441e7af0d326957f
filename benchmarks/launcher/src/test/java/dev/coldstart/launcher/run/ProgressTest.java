package dev.coldstart.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private static final int COLUMNS = 20;
  private static final int ROWS = 5;

  private final ByteArrayOutputStream written = new ByteArrayOutputStream();
  private long nowNs;

  @Test
  void shouldEstimateTheTimeLeftByTheStepsSoFar() {
    Progress progress = progress(0);
    nowNs = TimeUnit.SECONDS.toNanos(3);
    progress.step("a", 5, 9);
    nowNs += TimeUnit.SECONDS.toNanos(5);
    progress.step("b", 6, 9);
    assertThat(text()).isEqualTo("[5/9] a, 12 s left\n[6/9] b, 12 s left\n");
  }

  @Test
  void shouldExpectNoMoreTimeThanTheLimitLeaves() {
    Progress progress = progress(0);
    progress.begin(Duration.ofSeconds(10));
    nowNs = TimeUnit.SECONDS.toNanos(4);
    progress.step("a", 1, 9);
    nowNs = TimeUnit.SECONDS.toNanos(11);
    progress.step("b", 2, 9);
    assertThat(text()).isEqualTo("[1/9] a, 6 s left\n[2/9] b, 0 s left\n");
  }

  @Test
  void shouldPrintTheFirstAnswerAndEveryTenthWithoutATerminal() {
    Progress progress = progress(0);
    progress.answer(() -> List.of());
    IntStream.rangeClosed(1, 21).forEach(i -> progress.answer(() -> List.of("answer " + i, "more")));
    assertThat(text()).isEqualTo("answer 1\nmore\nanswer 11\nmore\nanswer 21\nmore\n");
  }

  @Test
  void shouldReplaceTheAnswerOnATerminal() {
    Progress progress = progress(COLUMNS);
    progress.answer(() -> List.of("hello 1.5", "noop 1.0"));
    progress.step("a", 1, 2);
    progress.answer(() -> List.of("hello 1.4", "noop 1.1"));
    progress.say("a note");
    assertThat(screen()).containsExactly("a note", "hello 1.4", "noop 1.1", "[1/2] a, 0 s left");
  }

  @Test
  void shouldCutALineThatWouldWrap() {
    Progress progress = progress(COLUMNS);
    progress.answer(() -> List.of("x".repeat(COLUMNS), "y".repeat(COLUMNS - 1)));
    assertThat(screen()).contains("x".repeat(COLUMNS - 2) + "…", "y".repeat(COLUMNS - 1));
  }

  @Test
  void shouldShowNoMoreLinesThanTheTerminalHas() {
    Progress progress = progress(COLUMNS);
    progress.answer(() -> List.of("1", "2", "3", "4", "5"));
    assertThat(screen()).containsExactly("1", "2", "and 3 more");
  }

  @Test
  void shouldRemoveTheAnswerWhenTheNextPartBegins() {
    Progress progress = progress(COLUMNS);
    progress.answer(() -> List.of("hello 1.5"));
    progress.begin();
    progress.say("report");
    assertThat(screen()).containsExactly("report");
  }

  private Progress progress(int columns) {
    return new Progress(new PrintStream(written, true, StandardCharsets.UTF_8), columns, ROWS, () -> nowNs);
  }

  private String text() {
    return written.toString(StandardCharsets.UTF_8).replace("\r\n", "\n");
  }

  /** The lines that a terminal shows, of the three control sequences that are used. */
  private List<String> screen() {
    List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    int row = 0;
    for (int i = 0; i < text().length(); i++) {
      char c = text().charAt(i);
      if (c == '\r') {
        // What follows is written over the line, or clears it.
        continue;
      }
      if (c == '\u001b') {
        int end = i + 2;
        while (Character.isDigit(text().charAt(end))) {
          end++;
        }
        if (text().charAt(end) == 'A') {
          row -= Integer.parseInt(text().substring(i + 2, end));
        } else {
          lines.subList(row + 1, lines.size()).clear();
          lines.get(row).setLength(0);
        }
        i = end;
      } else if (c == '\n') {
        row++;
        if (row == lines.size()) {
          lines.add(new StringBuilder());
        }
      } else {
        lines.get(row).append(c);
      }
    }
    return lines.stream().map(StringBuilder::toString).filter(line -> !line.isEmpty()).toList();
  }
}
