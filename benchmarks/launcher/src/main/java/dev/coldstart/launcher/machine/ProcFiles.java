package dev.coldstart.launcher.machine;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What files of Linux's /proc say of a process, by the names of proc(5) and of the kernel; null if they do not say. */
public final class ProcFiles {

  /** The fields of a thread's schedstat: ns on a processor, ns ready but waiting for one, times that it ran. */
  private static final List<String> SCHEDSTAT = List.of("sum_exec_runtime", "run_delay", "pcount");

  /** Those of /proc/pid/stat from its third on, as far as any is of use. */
  private static final List<String> STAT = List.of("state", "ppid", "pgrp", "session", "tty_nr", "tpgid", "flags",
      "minflt", "cminflt", "majflt", "cmajflt", "utime", "stime", "cutime", "cstime");

  private static final int KIB = 1024;

  /** How the kernel writes a newline in the name of a mapped file, and that the file was removed since. */
  private static final String NEWLINE = "\\012";
  private static final String DELETED = " (deleted)";

  private ProcFiles() {}

  /** The sum of a field over all threads, one of which stands on each line. */
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
    // A kernel that keeps no such statistics writes zeros.
    return onProcessorNs > 0 && sum >= 0 ? Long.valueOf(sum) : null;
  }

  public static Long stat(String text, String field) {
    // The command's name is the second field, in parentheses, and may hold spaces.
    int name = text.lastIndexOf(") ");
    return name < 0 ? null : number(text.substring(name + 2).split(" "), STAT.indexOf(field));
  }

  private static Long number(String[] fields, int at) {
    return at >= 0 && at < fields.length && fields[at].strip().matches("[0-9]{1,18}")
        ? Long.valueOf(fields[at].strip())
        : null;
  }

  /** A size in bytes, once for each status that the text holds. */
  public static List<Long> status(String text, String field) {
    return Pattern.compile("^" + field + ":\\s+([0-9]{1,15}) kB$", Pattern.MULTILINE)
        .matcher(text)
        .results()
        .map(size -> Long.parseLong(size.group(1)) * KIB)
        .toList();
  }

  /**
   * Files of CDS archives and AOT caches that are mapped. The JVM maps what it uses, and does not say what it refuses.
   *
   * @param maps as text in the encoding of the names of files, or a name that is not ASCII is another one here
   */
  public static List<String> archives(String maps) {
    // The path is the last column and begins with the line's first slash that follows a space. A line ends at a newline
    // alone: a name may hold whatever else Java takes for the end of one.
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
