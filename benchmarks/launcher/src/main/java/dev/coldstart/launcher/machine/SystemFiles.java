package dev.coldstart.launcher.machine;

import com.sun.management.OperatingSystemMXBean;
import dev.coldstart.fixtures.Fixture;
import dev.coldstart.record.Manifest.Machine;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The kernel's files about the machine and its processes. Methods return null if the platform does not provide the
 * value.
 *
 * @param root the root of the file system; tests use a temporary one
 * @param self the id of this process
 * @param ours whether {@code /proc} uses this JVM's process ids; in a container it may be the host's, where the same id
 * is another process
 */
public record SystemFiles(Path root, long self, boolean ours) {

  private static final Pattern OS_NAME = line("PRETTY_NAME=(.*)");
  /** Covers x86, 32-bit ARM and LoongArch; MIPS; POWER; RISC-V. */
  private static final Pattern PROCESSOR = line("(?:(?i)model name|cpu model|cpu|uarch)[ \\t]*:[ \\t]*(\\S.*)");

  /** Fields that together identify the processor if no field names it: on ARM, on s390, and under some hypervisors. */
  private static final List<String> PROCESSOR_PARTS =
      List.of("Model", "Hardware", "vendor_id", "cpu family", "model", "CPU implementer", "CPU variant", "CPU part");

  private static final Pattern FIRST_LINE = Pattern.compile("\\A(.*)");
  /** The highest value of oom_score_adj, see proc_pid_oom_score_adj(5). */
  private static final String MOST_LIKELY_KILLED = "1000";

  private static final Pattern LOAD = Pattern.compile("\\A([0-9]{1,9}\\.[0-9]{1,9}) ");
  private static final Pattern UP_S = Pattern.compile("\\A([0-9]{1,12}\\.[0-9]{2}) ");
  private static final Pattern SELF = Pattern.compile("\\A([0-9]{1,18}) \\(");
  private static final Pattern STOPPED = Pattern.compile("\\) [Tt] [^)]*\\z");
  private static final Pattern TICKS = Pattern.compile("\\Acpu((?: +[0-9]{1,18}){8,})$", Pattern.MULTILINE);
  private static final Pattern PRESSURE_US = line("some .*\\btotal=([0-9]{1,15})");

  private static final String CGROUPS = "sys/fs/cgroup/";
  private static final String CPU_STAT = "/cpu.stat";

  /** Control groups version 2 count in us, version 1 in ns. */
  private static final Pattern THROTTLED_US = line("throttled_usec ([0-9]{1,15})");

  private static final Pattern THROTTLED_NS = line("throttled_time ([0-9]{1,18})");

  /**
   * No process tree is deeper. This also ends a loop, which could arise if a process id is reused during the search.
   */
  private static final int DEEPEST = 64;

  /** Enough that no two of a million boots have the same. */
  private static final int HOST_DIGITS = 16;

  public static final SystemFiles REAL = of(Path.of("/"), ProcessHandle.current().pid());

  /** @param self the id of this process */
  public static SystemFiles of(Path root, long self) {
    boolean ours = new SystemFiles(root, self, false).found("proc/self/stat", SELF)
        .filter(Long.toString(self)::equals)
        .isPresent();
    return new SystemFiles(root, self, ours);
  }

  private static Pattern line(String line) {
    return Pattern.compile("^" + line + "$", Pattern.MULTILINE);
  }

  /** A file's content. Empty if it cannot be read. */
  private Optional<String> text(String file) {
    try {
      return Optional.of(Files.readString(root.resolve(file)));
    } catch (IOException absent) {
      return Optional.empty();
    }
  }

  /** The pattern's first group at its first match in a file. */
  private Optional<String> found(String file, Pattern pattern) {
    return text(file).map(pattern::matcher).filter(Matcher::find).map(match -> match.group(1).strip());
  }

  public Machine machine() {
    String os = found("etc/os-release", OS_NAME).orElse(System.getProperty("os.name")).replace("\"", "");
    Long memoryBytes = ManagementFactory.getOperatingSystemMXBean() instanceof OperatingSystemMXBean system
        ? Long.valueOf(system.getTotalMemorySize())
        : null;
    return new Machine(os, System.getProperty("os.version"), System.getProperty("os.arch"), processor(),
        Runtime.getRuntime().availableProcessors(), memoryBytes, governor(), host());
  }

  /**
   * Identifies this boot of the kernel, for all containers on it: a digest of the random number that the kernel drew
   * when it started. It says nothing about the machine's name or address. Null if the platform has none.
   */
  String host() {
    return text("proc/sys/kernel/random/boot_id").map(String::strip)
        .filter(id -> !id.isEmpty())
        .map(id -> Fixture.sha256(id.getBytes(StandardCharsets.UTF_8)).substring(0, HOST_DIGITS))
        .orElse(null);
  }

  /** The processor's name, or the fields that identify it. */
  String processor() {
    return found("proc/cpuinfo", PROCESSOR).filter(name -> !name.equalsIgnoreCase("unknown"))
        .or(() -> text("proc/cpuinfo").map(SystemFiles::parts).filter(parts -> !parts.isEmpty()))
        .or(this::macProcessor)
        .orElse(null);
  }

  /** If there are several kinds of cores, each kind is listed once. */
  private static String parts(String cpuinfo) {
    return PROCESSOR_PARTS.stream().flatMap(part -> {
      String values = line(part + "[ \\t]*:[ \\t]*(\\S.*)").matcher(cpuinfo)
          .results()
          .map(match -> match.group(1).strip())
          .distinct()
          .collect(Collectors.joining("+"));
      return values.isEmpty() ? Stream.empty() : Stream.of(part + " " + values);
    }).collect(Collectors.joining(", "));
  }

  /** MacOS has no such file, but a program that knows the name. */
  private Optional<String> macProcessor() {
    return equals(REAL) && System.getProperty("os.name").startsWith("Mac")
        ? ProgramOutput.of(new ProcessBuilder("/usr/sbin/sysctl", "-n", "machdep.cpu.brand_string"))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
        : Optional.empty();
  }

  /** The frequency governor of the first processor. */
  String governor() {
    return found("sys/devices/system/cpu/cpu0/cpufreq/scaling_governor", FIRST_LINE).orElse(null);
  }

  /** The load average over the last minute. */
  Double load() {
    return found("proc/loadavg", LOAD).map(Double::valueOf).orElse(null);
  }

  /** The time since boot in ms, including the time during which the machine was suspended. */
  public Long upMs() {
    return found("proc/uptime", UP_S).map(seconds -> Math.round(Double.parseDouble(seconds) * 1_000)).orElse(null);
  }

  /** Whether a process is stopped by a signal or a debugger, see proc_stat(5). */
  public boolean isStopped(long pid) {
    return ours
        && text("proc/" + pid + "/stat").filter(stat -> STOPPED.matcher(stat.stripTrailing()).find()).isPresent();
  }

  /** The resident set of a process. Null if the platform does not tell it, or if the process has ended. */
  public Long residentBytes(long pid) {
    if (!ours) {
      return null;
    }
    return text("proc/" + pid + "/status").flatMap(status -> ProcFiles.status(status, "VmRSS").stream().findFirst())
        .orElse(null);
  }

  /** Makes the process the first that the kernel kills if memory runs out, if the platform can do that. */
  public void killFirst(long pid) {
    if (!ours) {
      return;
    }
    try {
      Files.writeString(root.resolve("proc/" + pid + "/oom_score_adj"), MOST_LIKELY_KILLED, StandardOpenOption.WRITE);
    } catch (IOException untold) {
      // It is a precaution, and the process may have ended.
    }
  }

  /**
   * The activity of all processors together since boot, in ticks, from the first line of {@code /proc/stat}; see
   * proc_stat(5).
   *
   * @param busy spent on work, for any process
   * @param steal given to other machines by the hypervisor
   * @param total everything, including idle time
   */
  record CpuTicks(long busy, long steal, long total) {

    private static final int USER = 0;
    private static final int NICE = 1;
    private static final int SYSTEM = 2;
    private static final int IRQ = 5;
    private static final int SOFT_IRQ = 6;
    private static final int STEAL = 7;

    /** Numbers after the eighth are already included in the first two. */
    private static CpuTicks of(String numbers) {
      long[] ticks = Arrays.stream(numbers.split(" +")).limit(STEAL + 1).mapToLong(Long::parseLong).toArray();
      long busy = ticks[USER] + ticks[NICE] + ticks[SYSTEM] + ticks[IRQ] + ticks[SOFT_IRQ];
      return new CpuTicks(busy, ticks[STEAL], Arrays.stream(ticks).sum());
    }

    CpuTicks minus(CpuTicks before) {
      return new CpuTicks(busy - before.busy, steal - before.steal, total - before.total);
    }
  }

  CpuTicks cpuTicks() {
    return found("proc/stat", TICKS).map(CpuTicks::of).orElse(null);
  }

  /** The ticks of this process and of its children that have ended, in the same unit as those of all processors. */
  Long ownTicks() {
    String stat = text("proc/self/stat").orElse("");
    List<Long> ticks =
        Stream.of("utime", "stime", "cutime", "cstime").map(field -> ProcFiles.stat(stat, field)).toList();
    return ticks.contains(null) ? null : Long.valueOf(ticks.stream().mapToLong(Long::longValue).sum());
  }

  /** The total time in ns during which at least one task was waiting for the resource. */
  Long pressureNs(String resource) {
    return ns("proc/pressure/" + resource, PRESSURE_US, TimeUnit.MICROSECONDS).orElse(null);
  }

  /** The time in ns for which the container's quota kept this process from running, as a sum over processors. */
  Long throttledNs() {
    return cpuStats()
        .flatMap(
            file -> ns(file, THROTTLED_US, TimeUnit.MICROSECONDS).or(() -> ns(file, THROTTLED_NS, TimeUnit.NANOSECONDS))
                .stream())
        .findFirst()
        .orElse(null);
  }

  /**
   * The files that may contain the figure: in the process's own control group or, as inside a container, at the root of
   * the visible tree. Version 2 has one tree, version 1 has one for each controller.
   */
  private Stream<String> cpuStats() {
    Stream<String> own = text("proc/self/cgroup").orElse("")
        .lines()
        .map(line -> line.split(":", 3))
        .filter(parts -> parts.length == 3)
        .filter(parts -> parts[1].isEmpty() || List.of(parts[1].split(",")).contains("cpu"))
        .map(parts -> CGROUPS + (parts[1] + parts[2] + CPU_STAT).replaceFirst("^/+", "").replaceAll("//+", "/"));
    return Stream.concat(own, Stream.of(CGROUPS + "cpu.stat", CGROUPS + "cpu/cpu.stat"));
  }

  private Optional<Long> ns(String file, Pattern pattern, TimeUnit unit) {
    return found(file, pattern).map(number -> unit.toNanos(Long.parseLong(number)));
  }

  /** The ids of all visible processes. Empty without {@code /proc}, or if it is another system's. */
  public List<Long> processes() {
    String[] names = ours ? root.resolve("proc").toFile().list() : null;
    return names == null
        ? List.of()
        : Arrays.stream(names).filter(name -> name.matches("[0-9]{1,18}")).map(Long::valueOf).toList();
  }

  /**
   * The number of other JVMs, without this one, its descendants and its ancestors, such as the build that started it.
   * Null also if other users' processes are hidden, see hidepid in proc(5).
   */
  Integer otherJvms() {
    List<Long> processes = processes();
    return processes.isEmpty() || text("proc/1/comm").isEmpty()
        ? null
        : Integer.valueOf((int) processes.stream()
            .filter(id -> found("proc/" + id + "/comm", FIRST_LINE).filter("java"::equals).isPresent())
            .filter(id -> !comesFrom(id, self) && !comesFrom(self, id))
            .count());
  }

  private boolean comesFrom(long process, long ancestor) {
    Long id = process;
    // Process 1 has no parent. In a container, it may be this process.
    for (int depth = 0; depth < DEEPEST && id != null && id > 0; depth++) {
      if (id == ancestor) {
        return true;
      }
      id = ProcFiles.stat(text("proc/" + id + "/stat").orElse(""), "ppid");
    }
    return false;
  }
}
