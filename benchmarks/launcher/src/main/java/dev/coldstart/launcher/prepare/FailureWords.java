package dev.coldstart.launcher.prepare;

import dev.coldstart.record.text.SafeText;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Why something that was started failed: how it ended, then its own first words, or that it said none. So there is
 * always a reason, and what a JVM or a loader says first is in it.
 */
public final class FailureWords {

  private static final int MOST_CHARACTERS = 600;

  /** Of what says more, only the beginning is looked at. */
  private static final int MOST_BYTES = 1 << 16;

  /** With less, what writes to a temporary folder may have failed for that, and may not have been able to say so. */
  private static final long SCARCE_BYTES = 50_000_000;

  private static final long NOTHING_BYTES = 1_000_000;

  /** An exit code beyond it is that of a process that a signal ended, in the JDK as in a shell. */
  private static final int SIGNALLED = 128;

  /** Those that end a JVM and have the same number on every platform, but for SIGBUS, which is Linux's. */
  private static final Map<Integer, String> SIGNALS =
      Map.of(1, "SIGHUP", 2, "SIGINT", 4, "SIGILL", 6, "SIGABRT, as when the JVM has crashed", 7, "SIGBUS", 8, "SIGFPE",
          9, "SIGKILL, as when memory has run out", 11, "SIGSEGV", 15, "SIGTERM");

  private FailureWords() {}

  /** An exit code, and the signal where it tells of one. */
  public static String exitCode(int code) {
    String signal = SIGNALS.get(code - SIGNALLED);
    return "exit code " + code + (signal == null ? "" : " (" + signal + ")");
  }

  /**
   * How it ended, and what it said.
   *
   * @param said as from {@link #first}; empty where it said nothing
   */
  public static String of(String ended, String said) {
    return ended + "; it said" + (said.isEmpty() ? " nothing" : ": " + said);
  }

  /**
   * The same of a program.
   *
   * @param log to which it wrote all that it said
   */
  public static String of(String ended, Path log) throws IOException {
    return withRoom(of(ended, first(log)), log.toAbsolutePath().getParent());
  }

  /** The first words of a text, on one line; empty where it holds none. */
  public static String first(String text) {
    return SafeText.firstWords(text.substring(0, Math.min(text.length(), MOST_BYTES)), MOST_CHARACTERS);
  }

  /** Those of a file; of what is no UTF-8, as much as can be read. */
  public static String first(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return first(new String(in.readNBytes(MOST_BYTES), StandardCharsets.UTF_8));
    }
  }

  /** A reason, and that the temporary folder is full or nearly so where it is: on a full disk nobody can say why. */
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
