package dev.coldstart.launcher.run;

import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Prints a run's progress: on a terminal one line that is overwritten, otherwise one line for each step. */
final class Progress {

  private static final String TO_LINE_START_AND_CLEAR = "\r\u001b[K";

  private static final int NOT_KNOWN = -1;

  private final PrintStream out;
  private final boolean terminal;
  private final LongSupplier clockNs;
  private long startedNs;
  private int doneBefore = NOT_KNOWN;

  /** @param clockNs a clock in ns, with any origin */
  Progress(PrintStream out, boolean terminal, LongSupplier clockNs) {
    this.out = out;
    this.terminal = terminal;
    this.clockNs = clockNs;
    begin();
  }

  /** Prints to standard output, whether or not that is a terminal. */
  static Progress onConsole() {
    return new Progress(System.out, Boolean.getBoolean("coldstart.terminal"), System::nanoTime);
  }

  /** Starts the estimate of the time left. */
  void begin() {
    startedNs = clockNs.getAsLong();
    doneBefore = NOT_KNOWN;
  }

  /** One of several steps is done. If the first reported step is not number 1, the steps before it took no time. */
  void step(String what, int done, int total) {
    doneBefore = doneBefore == NOT_KNOWN ? done - 1 : doneBefore;
    String line = String.format(Locale.ROOT, "[%d/%d] %s, %s left", done, total, what, left(done, total));
    if (terminal) {
      out.print(TO_LINE_START_AND_CLEAR + line);
      out.flush();
    } else {
      out.println(line);
    }
  }

  /** Prints text that stays on the screen. */
  void say(String text) {
    String line = SafeText.lines(text);
    out.println(terminal ? TO_LINE_START_AND_CLEAR + line : line);
  }

  private String left(int done, int total) {
    long perStepNs = (clockNs.getAsLong() - startedNs) / Math.max(1, done - doneBefore);
    return Format.seconds(Duration.ofNanos(perStepNs * (total - done)));
  }
}
