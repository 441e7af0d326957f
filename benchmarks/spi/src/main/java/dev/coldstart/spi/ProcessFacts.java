package dev.coldstart.spi;

import com.sun.management.OperatingSystemMXBean;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What the kernel knows of this process; a field is null where the platform does not tell.
 *
 * @param cpuNs time that its live threads spent on a processor. From the scheduler's statistics, in ns, because the
 * JDK's own figure comes in ticks of 10 ms on Linux; elsewhere it is the JDK's figure.
 * @param runQueueNs time that they were ready to run and waited for a processor
 * @param peakRssBytes VmHWM; not ru_maxrss, which a child inherits from a parent that is larger than itself
 * @param majorFaults page faults that needed the disk
 * @param archives the files of CDS archives and AOT caches that it has mapped, with the path's separator between them
 */
record ProcessFacts(Long cpuNs, Long runQueueNs, Long peakRssBytes, Long majorFaults, String archives) {

  private static final Path PROC = Path.of("/proc/self");

  /** Index of {@code majflt} in proc(5)'s /proc/pid/stat, counted from the field behind the command's name. */
  private static final int STAT_MAJOR_FAULTS = 9;

  /** It has some 60 lines. */
  private static final int MOST_STATUS_BYTES = 1 << 16;

  static ProcessFacts ofThisProcess() {
    long[] scheduled = scheduled();
    return new ProcessFacts(scheduled == null ? cpuNsByJdk() : Long.valueOf(scheduled[0]),
        scheduled == null ? null : Long.valueOf(scheduled[1]), vmHwmBytes(), majflt(), mappedArchives());
  }

  /** {ns on a processor, ns waiting for one}, summed over /proc/self/task/*&#47;schedstat. */
  private static long[] scheduled() {
    String[] threads = new File(PROC.toFile(), "task").list();
    if (threads == null) {
      return null;
    }
    long[] sum = new long[2];
    boolean found = false;
    for (String thread : threads) {
      String text = text(PROC.resolve("task").resolve(thread).resolve("schedstat"));
      if (text != null) {
        String[] fields = text.trim().split(" ");
        sum[0] += Long.parseLong(fields[0]);
        sum[1] += Long.parseLong(fields[1]);
        found = true;
      }
    }
    return found ? sum : null;
  }

  private static Long cpuNsByJdk() {
    if (ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system) {
      long ns = system.getProcessCpuTime();
      return ns < 0 ? null : Long.valueOf(ns);
    }
    return null;
  }

  private static Long vmHwmBytes() {
    return bytes(text(PROC.resolve("status")), "VmHWM:");
  }

  /** The resident set as it stands, VmRSS; null where the platform does not tell. */
  static Long vmRssBytes() {
    try (FileInputStream status = new FileInputStream(new File(PROC.toFile(), "status"))) {
      return bytes(new String(status.readNBytes(MOST_STATUS_BYTES), StandardCharsets.ISO_8859_1), "VmRSS:");
    } catch (IOException absent) {
      return null;
    }
  }

  /** @param status null where there is none */
  private static Long bytes(String status, String key) {
    int at = status == null ? -1 : status.indexOf(key);
    if (at < 0) {
      return null;
    }
    String kibibytes = status.substring(at + key.length(), status.indexOf(" kB", at)).trim();
    return Long.parseLong(kibibytes) * 1024;
  }

  private static Long majflt() {
    String stat = text(PROC.resolve("stat"));
    if (stat == null) {
      return null;
    }
    // The command's name is in parentheses and may hold spaces.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return Long.parseLong(fields[STAT_MAJOR_FAULTS]);
  }

  /** The JVM maps what it uses, and says no word where it refuses a file. */
  private static String mappedArchives() {
    String maps = text(PROC.resolve("maps"));
    if (maps == null) {
      return null;
    }
    StringBuilder archives = new StringBuilder();
    for (String line : maps.split("\n")) {
      // The path is the last column and begins with the line's only slash that follows a space.
      int at = line.indexOf(" /");
      String file = at < 0 ? "" : line.substring(at + 1);
      if ((file.endsWith(".jsa") || file.endsWith(".aot")) && archives.indexOf(file) < 0) {
        archives.append(archives.length() == 0 ? "" : File.pathSeparator).append(file);
      }
    }
    return archives.toString();
  }

  private static String text(Path path) {
    try {
      return Files.readString(path, StandardCharsets.ISO_8859_1);
    } catch (IOException absent) {
      return null;
    }
  }
}
