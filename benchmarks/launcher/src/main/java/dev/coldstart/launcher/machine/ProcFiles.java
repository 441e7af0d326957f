package dev.coldstart.launcher.machine;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Parses files in Linux's /proc that describe a process. Fields have their names in proc(5) and in the kernel. Null if
 * the file lacks a field.
 */
public final class ProcFiles {

  /** The fields of a thread's schedstat: ns on a processor, ns ready but waiting for one, and how many times it ran. */
  private static final List<String> SCHEDSTAT = List.of("sum_exec_runtime", "run_delay", "pcount");

  /** The fields of /proc/pid/stat from the third on, up to the last that is used. */
  private static final List<String> STAT = List.of("state", "ppid", "pgrp", "session", "tty_nr", "tpgid", "flags",
      "minflt", "cminflt", "majflt", "cmajflt", "utime", "stime", "cutime", "cstime");

  private static final int KIB = 1024;

  /** The kernel's escape for a newline in a mapped file's name, and its suffix for a file that has been removed. */
  private static final String NEWLINE = "\\012";
  private static final String DELETED = " (deleted)";

  private ProcFiles() {}

  /** The sum of a field over all threads. The text has one line for each thread. */
  public static Long schedstat(String text, String field) {
    long onProcessorNs = 0;
    long sum = 0;
    for (String line : text.split("\n")) {
      String[] fields = line.split(" ");
      Long ns = number(fields, 0);
      Long value = number(fields, SCHEDSTAT.indexOf(field));
      if (fields.length != SCHEDSTAT.size() || ns == null || value == null) {
        return null;
      }
      onProcessorNs += ns;
      sum += value;
    }
    // A kernel without these statistics writes zeros.
    return onProcessorNs > 0 && sum >= 0 ? Long.valueOf(sum) : null;
  }

  public static Long stat(String text, String field) {
    // The second field is the command's name, in parentheses, and may contain spaces.
    int name = text.lastIndexOf(") ");
    return name < 0 ? null : number(text.substring(name + 2).split(" "), STAT.indexOf(field));
  }

  private static Long number(String[] fields, int at) {
    return at >= 0 && at < fields.length && fields[at].strip().matches("[0-9]{1,18}")
        ? Long.valueOf(fields[at].strip())
        : null;
  }

  /** A size in bytes, once for each status file that the text contains. */
  public static List<Long> status(String text, String field) {
    return Pattern.compile("^" + field + ":\\s+([0-9]{1,15}) kB$", Pattern.MULTILINE)
        .matcher(text)
        .results()
        .map(size -> Long.parseLong(size.group(1)) * KIB)
        .toList();
  }

  /**
   * The mapped CDS archives and AOT caches. The JVM maps the files that it uses, and does not say which ones it
   * rejects.
   *
   * @param maps the content of /proc/pid/maps, decoded with the charset of file names; else names that are not ASCII
   * differ
   */
  public static List<String> archives(String maps) {
    // The path is the last column. It begins at the line's first slash that follows a space. Lines are split at
    // newlines only, because a name may contain other characters that Java takes for line ends.
    return Stream.of(maps.split("\n"))
        .filter(line -> line.contains(" /"))
        .map(line -> line.substring(line.indexOf(" /") + 1))
        .map(file -> file.endsWith(DELETED) ? file.substring(0, file.length() - DELETED.length()) : file)
        .map(file -> file.replace(NEWLINE, "\n"))
        .filter(file -> file.endsWith(".jsa") || file.endsWith(".aot"))
        .distinct()
        .toList();
  }
}
