package dev.coldstart.launcher.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Names runs by when they began, in UTC, so that names sort by time: {@code 20261122T234500Z}. */
public final class RunIds {

  private static final DateTimeFormatter FORMAT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private RunIds() {}

  /** An id that no run in the folder has. */
  static String at(Instant start, Path out) {
    return at(start, "", out);
  }

  /** The same with an ending that says what it is. */
  public static String at(Instant start, String ending, Path out) {
    String id = FORMAT.format(start);
    int next = 2;
    String free = id + ending;
    while (Files.exists(out.resolve(free))) {
      free = id + "-" + next++ + ending;
    }
    return free;
  }
}
