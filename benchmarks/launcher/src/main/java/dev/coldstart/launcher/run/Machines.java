package dev.coldstart.launcher.run;

import com.sun.management.OperatingSystemMXBean;
import dev.coldstart.results.Manifest.Machine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** What is known of the machine that measures. */
public final class Machines {

  private static final Path CPUINFO = Path.of("/proc/cpuinfo");
  private static final Path OS_RELEASE = Path.of("/etc/os-release");
  private static final Path GOVERNOR = Path.of("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor");

  private Machines() {}

  public static Machine here() {
    return new Machine(
        valueOf(OS_RELEASE, "PRETTY_NAME", "=").orElse(System.getProperty("os.name")).replace("\"", ""),
        System.getProperty("os.version"),
        System.getProperty("os.arch"),
        valueOf(CPUINFO, "model name", ":").orElse(null),
        Runtime.getRuntime().availableProcessors(),
        memoryBytes(),
        text(GOVERNOR).map(String::strip).orElse(null));
  }

  private static Long memoryBytes() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? Long.valueOf(system.getTotalMemorySize())
        : null;
  }

  private static Optional<String> valueOf(Path file, String key, String separator) {
    return text(file)
        .flatMap(text -> text.lines().filter(line -> line.startsWith(key)).findFirst())
        .map(line -> line.substring(line.indexOf(separator) + 1).strip());
  }

  /** A file's text; empty where the platform has no such file. */
  private static Optional<String> text(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (IOException absent) {
      return Optional.empty();
    }
  }
}
