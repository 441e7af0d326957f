package dev.coldstart.launcher.machine;

import dev.coldstart.child.ColdStart;
import dev.coldstart.record.text.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Describes why a process failed: how it ended, followed by its first words of output or by a note that there was none.
 * So there is always a reason, and it includes the first message of the JVM or the loader.
 */
public final class FailureWords {

  private static final int MOST_CHARACTERS = 600;
  private static final int MOST_CHARACTERS_BEFORE = 200;

  /** Only the beginning of a longer output is read. */
  private static final int MOST_BYTES = 1 << 16;

  /**
   * With less free space, a program that writes to the temporary folder may have failed for that reason and may not
   * have been able to say so.
   */
  private static final long SCARCE_BYTES = 50_000_000;

  private static final long NOTHING_BYTES = 1_000_000;

  /** A larger exit code means that a signal ended the process, in the JDK as in a shell. */
  private static final int SIGNALLED = 128;

  /** Signals that end a JVM. Their numbers are the same on every platform, except for SIGBUS, which is Linux's. */
  private static final Map<Integer, String> SIGNALS =
      Map.of(1, "SIGHUP", 2, "SIGINT", 4, "SIGILL", 6, "SIGABRT, usual when the JVM crashes", 7, "SIGBUS", 8, "SIGFPE",
          9, "SIGKILL, usual when memory runs out", 11, "SIGSEGV", 15, "SIGTERM");

  /** What a child says when a phase fails, and what a JVM puts before it. */
  private static final Pattern PHASE = Pattern.compile("(?m)^(?:\\S*PhaseException: )?fixture .*?, phase (\\w+):"
      // Classes of exceptions that say nothing.
      + " (?:java\\.lang\\.(?:IllegalState|Runtime)Exception: |Error: )?(.*)$");

  private static final String FAILED_IN = "failed in the phase ";

  private FailureWords() {}

  /** The exit code and, if it stands for one, the signal. */
  public static String exitCode(int code) {
    String signal = SIGNALS.get(code - SIGNALLED);
    return "exit code " + code + (signal == null ? "" : " (" + signal + ")");
  }

  /**
   * Describes how the process ended and what it printed.
   *
   * @param said the output, from {@link #first}; empty if there was none
   */
  public static String of(String ended, String said) {
    if (said.startsWith(FAILED_IN) && ended.equals(exitCode(ColdStart.EXIT_FAILED))) {
      return said;
    }
    return ended + "; it said" + (said.isEmpty() ? " nothing" : ": " + said);
  }

  /**
   * Describes how a program ended, with the beginning of its output.
   *
   * @param log the file with all of its output
   */
  public static String of(String ended, Path log) throws IOException {
    return withRoom(of(ended, first(log)), log.toAbsolutePath().getParent());
  }

  /**
   * The first words of a text, on one line; or the phase that failed and why, if it says so, followed by what the
   * module itself printed before. Empty if it has none.
   */
  public static String first(String text) {
    String start = text.substring(0, Math.min(text.length(), MOST_BYTES));
    Matcher phase = PHASE.matcher(start);
    if (!phase.find()) {
      return SafeText.firstWords(start, MOST_CHARACTERS);
    }
    String failed = SafeText.firstWords(FAILED_IN + phase.group(1) + ": " + phase.group(2), MOST_CHARACTERS);
    String before =
        SafeText.firstWords(SafeText.withoutWarnings(start.substring(0, phase.start())), MOST_CHARACTERS_BEFORE);
    return before.isEmpty() ? failed : failed + "; before that it printed: " + before;
  }

  /** The first words of a file. Bytes that are not UTF-8 are replaced. */
  public static String first(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return first(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
    }
  }

  /**
   * Adds to the reason that the temporary folder is full or nearly full, if it is: a program can report nothing on a
   * full disk.
   */
  public static String withRoom(String reason, Path temporary) {
    try {
      return withRoom(reason, temporary, Files.getFileStore(temporary).getUsableSpace());
    } catch (IOException untold) {
      return reason;
    }
  }

  static String withRoom(String reason, Path temporary, long freeBytes) {
    if (freeBytes >= SCARCE_BYTES) {
      return reason;
    }
    String room =
        freeBytes < NOTHING_BYTES ? "no space is" : String.format(Locale.ROOT, "only %.0f MB are", freeBytes / 1e6);
    return reason + "; " + room + " left in the temporary folder " + temporary;
  }
}
