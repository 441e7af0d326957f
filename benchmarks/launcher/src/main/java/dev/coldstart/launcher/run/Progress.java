package dev.coldstart.launcher.run;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.function.LongSupplier;

/** Says how far a run is: on a terminal one line that is written over, elsewhere one line a step. */
final class Progress {

  private static final String TO_LINE_START_AND_CLEAR = "\r\u001b[K";

  private final PrintStream out;
  private final boolean terminal;
  private final LongSupplier clockNs;
  private long startedNs;

  /** @param clockNs in ns, of any base */
  Progress(PrintStream out, boolean terminal, LongSupplier clockNs) {
    this.out = out;
    this.terminal = terminal;
    this.clockNs = clockNs;
    begin();
  }

  /** From here on time left is reckoned. */
  void begin() {
    startedNs = clockNs.getAsLong();
  }

  /** A step of many is done. */
  void step(String what, int done, int total) {
    String line = String.format(Locale.ROOT, "[%d/%d] %s, %s left", done, total, what, left(done, total));
    if (terminal) {
      out.print(TO_LINE_START_AND_CLEAR + line);
      out.flush();
    } else {
      out.println(line);
    }
  }

  /** Something to be kept on the screen. */
  void say(String line) {
    out.println(terminal ? TO_LINE_START_AND_CLEAR + line : line);
  }

  private String left(int done, int total) {
    long perStepNs = (clockNs.getAsLong() - startedNs) / Math.max(1, done);
    return text(Duration.ofNanos(perStepNs * (total - done)));
  }

  /** A duration in words that fit a line: {@code 42 s}, {@code 3 min 20 s}. */
  static String text(Duration duration) {
    long seconds = Math.round(duration.toMillis() / 1000.0);
    return seconds < 60 ? seconds + " s" : seconds / 60 + " min " + seconds % 60 + " s";
  }
}
