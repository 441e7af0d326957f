package dev.coldstart.launcher.machine;

import java.util.Arrays;
import java.util.Optional;

/**
 * What {@code /proc/<pid>/stat} says of a process; see proc_pid_stat(5).
 *
 * @param parent the id of the process that started it
 * @param ticks that it and the children that it has seen end were at work; of the same length as those of
 * {@link CpuTicks}
 */
record ProcessStat(long parent, long ticks) {

  /** Places after the name, which stands in brackets and may hold anything. */
  private static final int PARENT = 1;

  private static final int USER = 11;
  private static final int SYSTEM_OF_CHILDREN = 14;

  /** Empty when the text is not of that form. */
  static Optional<ProcessStat> parse(String stat) {
    String[] fields = stat.substring(stat.lastIndexOf(')') + 1).strip().split(" ");
    if (fields.length <= SYSTEM_OF_CHILDREN) {
      return Optional.empty();
    }
    try {
      long ticks = Arrays.stream(fields, USER, SYSTEM_OF_CHILDREN + 1).mapToLong(Long::parseLong).sum();
      return Optional.of(new ProcessStat(Long.parseLong(fields[PARENT]), ticks));
    } catch (NumberFormatException notOfThatForm) {
      return Optional.empty();
    }
  }
}
