package dev.coldstart.launcher.machine;

import java.util.Arrays;
import java.util.Optional;

/**
 * What all processors together did since the machine began, in ticks, from the first line of {@code /proc/stat}; see
 * proc_stat(5).
 *
 * @param busy at work, of anybody
 * @param steal given to others by the hypervisor
 * @param total all of it, idle too
 */
record CpuTicks(long busy, long steal, long total) {

  private static final int USER = 0;
  private static final int NICE = 1;
  private static final int SYSTEM = 2;
  private static final int IRQ = 5;
  private static final int SOFT_IRQ = 6;
  private static final int STEAL = 7;

  /** Empty when the text is not of that form. What follows the eighth number is contained in the first two. */
  static Optional<CpuTicks> parse(String stat) {
    String first = stat.lines().findFirst().orElse("");
    if (!first.matches("cpu( +[0-9]{1,18}){8,}")) {
      return Optional.empty();
    }
    long[] ticks = Arrays.stream(first.split(" +")).skip(1).limit(STEAL + 1).mapToLong(Long::parseLong).toArray();
    long busy = ticks[USER] + ticks[NICE] + ticks[SYSTEM] + ticks[IRQ] + ticks[SOFT_IRQ];
    return Optional.of(new CpuTicks(busy, ticks[STEAL], Arrays.stream(ticks).sum()));
  }

  CpuTicks minus(CpuTicks before) {
    return new CpuTicks(busy - before.busy, steal - before.steal, total - before.total);
  }
}
