package dev.coldstart.launcher.run;

import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows how far a run is. On a terminal the last lines are rewritten in place: the answer so far and the current step.
 * Elsewhere every step is one line, and the answer so far is printed now and then.
 */
final class Progress {

  /** A narrower terminal would show nothing useful, and nearly all are as wide. */
  private static final int USUAL_COLUMNS = 80;

  private static final String TO_LINE_START = "\r";
  private static final String UP = "\u001b[%dA";
  private static final String CLEAR_BELOW = "\u001b[J";

  /** Without a terminal the first answer is printed, and then one in so many. */
  private static final int ROUNDS_BETWEEN_ANSWERS = 10;

  private static final int NOT_KNOWN = -1;

  private final PrintStream out;
  private final int columns;
  private final LongSupplier clockNs;
  private List<String> answer = List.of();
  private String step = "";
  private int answers;
  private long startedNs;
  private int doneBefore = NOT_KNOWN;

  /**
   * @param columns of the terminal; 0 if the output goes elsewhere
   * @param clockNs in ns, from any origin
   */
  Progress(PrintStream out, int columns, LongSupplier clockNs) {
    this.out = out;
    this.columns = columns;
    this.clockNs = clockNs;
    begin();
  }

  /** Writes to standard output. */
  static Progress onConsole() {
    int columns = Boolean.getBoolean("coldstart.terminal") ? Integer.getInteger("coldstart.columns", USUAL_COLUMNS) : 0;
    return new Progress(System.out, columns, System::nanoTime);
  }

  /** Starts a new series of steps, from which the remaining time is estimated. */
  void begin() {
    startedNs = clockNs.getAsLong();
    doneBefore = NOT_KNOWN;
    erase();
    answer = List.of();
    step = "";
  }

  /** Reports a finished step. If the first one is not number 1, those before it took no time. */
  void step(String what, int done, int total) {
    doneBefore = doneBefore == NOT_KNOWN ? done - 1 : doneBefore;
    String line = String.format(Locale.ROOT, "[%d/%d] %s, %s left", done, total, what, left(done, total));
    if (columns == 0) {
      out.println(line);
      return;
    }
    erase();
    step = line;
    draw();
  }

  /** Replaces the answer so far, if there is a new one. */
  void answer(List<String> lines) {
    if (lines.isEmpty()) {
      return;
    }
    if (columns > 0) {
      erase();
      answer = lines.stream().map(SafeText::line).toList();
      draw();
    } else if (answers++ % ROUNDS_BETWEEN_ANSWERS == 0) {
      lines.forEach(line -> out.println(SafeText.line(line)));
    }
  }

  /** Prints something that stays on the screen. */
  void say(String text) {
    erase();
    out.println(SafeText.lines(text));
    draw();
  }

  /** Removes the answer and the step from the screen. */
  private void erase() {
    if (columns > 0) {
      out.print(TO_LINE_START + (answer.isEmpty() ? "" : String.format(Locale.ROOT, UP, answer.size())) + CLEAR_BELOW);
      out.flush();
    }
  }

  private void draw() {
    if (columns > 0) {
      answer.forEach(line -> out.println(cut(line)));
      out.print(cut(step));
      out.flush();
    }
  }

  /** A longer line would wrap, and the next erase would leave a part of it. */
  private String cut(String line) {
    return line.length() < columns ? line : line.substring(0, Math.max(0, columns - 2)) + "…";
  }

  private String left(int done, int total) {
    long perStepNs = (clockNs.getAsLong() - startedNs) / Math.max(1, done - doneBefore);
    return Format.seconds(Duration.ofNanos(perStepNs * (total - done)));
  }
}
