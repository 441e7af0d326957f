package dev.coldstart.launcher.machine;

import com.sun.management.OperatingSystemMXBean;
import dev.coldstart.record.Manifest.Machine;
import java.lang.management.ManagementFactory;
import java.util.Optional;

/** What is known of the machine that measures. */
public final class Machines {

  private static final String CPUINFO = "proc/cpuinfo";
  private static final String OS_RELEASE = "etc/os-release";

  private Machines() {}

  public static Machine here() {
    return new Machine(valueOf(OS_RELEASE, "PRETTY_NAME", "=").orElse(System.getProperty("os.name")).replace("\"", ""),
        System.getProperty("os.version"), System.getProperty("os.arch"),
        valueOf(CPUINFO, "model name", ":").orElse(null), Runtime.getRuntime().availableProcessors(), memoryBytes(),
        MachineGuards.governor(SystemFiles.REAL).orElse(null));
  }

  private static Long memoryBytes() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? Long.valueOf(system.getTotalMemorySize())
        : null;
  }

  private static Optional<String> valueOf(String file, String key, String separator) {
    return SystemFiles.REAL.text(file)
        .flatMap(text -> text.lines().filter(line -> line.startsWith(key)).findFirst())
        .map(line -> line.substring(line.indexOf(separator) + 1).strip());
  }
}
