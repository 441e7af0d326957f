package dev.coldstart.launcher.run;

import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * Shows how far a run is. On a terminal the last lines are rewritten in place: the answer so far and the current step.
 * Elsewhere every step is one line, and the answer so far is printed now and then.
 */
final class Progress {

  /** A narrower terminal would show nothing useful, and nearly all are as wide. */
  private static final int USUAL_COLUMNS = 80;
  private static final int USUAL_ROWS = 24;
  private static final int LEAST_SIZE = 10;

  private static final String TO_LINE_START = "\r";
  private static final String UP = "\u001b[%dA";
  private static final String CLEAR_BELOW = "\u001b[J";

  /** Without a terminal the first answer is printed, and then one in so many. */
  private static final int ROUNDS_BETWEEN_ANSWERS = 10;

  private static final int NOT_KNOWN = -1;
  private static final Duration UNLIMITED = Duration.ofNanos(Long.MAX_VALUE);

  private final PrintStream out;
  private final int columns;
  private final int rows;
  private final LongSupplier clockNs;
  private List<String> answer = List.of();
  private String step = "";
  private int unseen;
  private long startedNs;
  private Duration limit = UNLIMITED;
  private int doneBefore = NOT_KNOWN;

  /**
   * @param columns of the terminal; 0 if the output goes elsewhere
   * @param rows of the terminal
   * @param clockNs in ns, from any origin
   */
  Progress(PrintStream out, int columns, int rows, LongSupplier clockNs) {
    this.out = out;
    this.columns = columns;
    this.rows = rows;
    this.clockNs = clockNs;
    begin();
  }

  /** Writes to standard output. */
  static Progress onConsole() {
    boolean terminal = Boolean.getBoolean("coldstart.terminal");
    return new Progress(System.out, terminal ? size("coldstart.columns", USUAL_COLUMNS) : 0,
        size("coldstart.lines", USUAL_ROWS), System::nanoTime);
  }

  /** A terminal that reports a size in which nothing fits is taken to have the usual one. */
  private static int size(String property, int usual) {
    int told = Integer.getInteger(property, usual);
    return told < LEAST_SIZE ? usual : told;
  }

  /** Starts a new series of steps, from which the remaining time is estimated. */
  void begin() {
    begin(UNLIMITED);
  }

  /** @param limit the time after which the series ends, even if steps remain */
  void begin(Duration limit) {
    this.limit = limit;
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
    step = SafeText.line(line);
    draw();
  }

  /**
   * Replaces the answer so far, if there is a new one.
   *
   * @param lines asked for only if they are shown
   */
  void answer(Supplier<List<String>> lines) {
    boolean shown = columns > 0 || unseen % ROUNDS_BETWEEN_ANSWERS == 0;
    List<String> next = shown ? lines.get() : List.of();
    if (!shown || !next.isEmpty()) {
      unseen++;
    }
    if (columns > 0 && !next.isEmpty()) {
      erase();
      answer = fitting(next).stream().map(SafeText::line).toList();
      draw();
    } else {
      next.forEach(line -> out.println(SafeText.line(line)));
    }
  }

  /** A terminal cannot move the cursor above its first row, so more lines would stay there for ever. */
  private List<String> fitting(List<String> lines) {
    int most = rows - 2;
    return lines.size() <= most
        ? lines
        : Stream.concat(lines.stream().limit(most - 1), Stream.of("and " + (lines.size() - most + 1) + " more"))
            .toList();
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
    long spentNs = clockNs.getAsLong() - startedNs;
    long allStepsNs = spentNs / Math.max(1, done - doneBefore) * (total - done);
    return Format.seconds(Duration.ofNanos(Math.min(allStepsNs, Math.max(0, limit.toNanos() - spentNs))));
  }
}
