package dev.coldstart.launcher.machine;

import dev.coldstart.launcher.UserError;
import dev.coldstart.record.Guards;
import dev.coldstart.record.Manifest;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Watches this machine. It looks once between two blocks, never while a child runs: a thread that looked then would be
 * part of what it watches.
 */
public final class MachineGuards implements BlockGuards {

  /** What a machine of one's own never reaches, and a launch that was slowed down by half surely does. */
  public static final Manifest.Limits LIMITS = new Manifest.Limits(0.05, 0.05);

  private static final String GOVERNOR = "sys/devices/system/cpu/cpu0/cpufreq/scaling_governor";

  /** Raw data of the largest preset are a tenth of it. */
  static final long LEAST_FREE_BYTES = 256L << 20;

  private final SystemFiles files;
  private final File disk;
  private final LongSupplier clockNs;
  private Snapshot last;

  /**
   * @param folder on the disk whose free bytes are told
   * @param clockNs in ns, of any base
   */
  public MachineGuards(SystemFiles files, Path folder, LongSupplier clockNs) {
    this.files = files;
    this.disk = folder.toFile();
    this.clockNs = clockNs;
  }

  @Override
  public void begin() {
    last = look();
  }

  @Override
  public Guards blockEnded() {
    Snapshot now = look();
    Guards guards = now.since(last);
    last = now;
    return guards;
  }

  private Snapshot look() {
    return new Snapshot(clockNs.getAsLong(), files.text("proc/loadavg").flatMap(MachineGuards::load).orElse(null),
        files.text("proc/stat").flatMap(CpuTicks::parse).orElse(null),
        files.text("proc/self/stat").flatMap(ProcessStat::parse).map(ProcessStat::ticks).orElse(null),
        Snapshot.orNull(Throttling.ns(files)), Snapshot.orNull(Pressure.ns(files, "cpu")),
        Snapshot.orNull(Pressure.ns(files, "io")), Snapshot.orNull(Pressure.ns(files, "memory")),
        governor(files).orElse(null), OtherJvms.count(files, ProcessHandle.current().pid()).orElse(null), freeBytes());
  }

  /**
   * Stops a run before its disk is full: a full disk tears lines, and spoils what else uses it.
   *
   * @param guards null when the machine was not watched
   * @throws UserError when too little is free; what was measured is kept
   */
  public static void assertFree(Guards guards, Path run) {
    if (guards != null && guards.freeBytes() != null && guards.freeBytes() < LEAST_FREE_BYTES) {
      throw new UserError(String.format(Locale.ROOT,
          "only %.0f MB are free on the disk of %s, and a run needs %.0f: make room, then go on with"
              + " coldstart run --resume %s",
          guards.freeBytes() / 1e6, run, LEAST_FREE_BYTES / 1e6, run));
    }
  }

  static Optional<Double> load(String loadavg) {
    String first = loadavg.split(" ", 2)[0];
    return first.matches("[0-9]{1,9}\\.[0-9]{1,9}") ? Optional.of(Double.valueOf(first)) : Optional.empty();
  }

  static Optional<String> governor(SystemFiles files) {
    return files.text(GOVERNOR).map(String::strip);
  }

  /** A folder that is gone has 0 free, which would be no fact of the disk. */
  private Long freeBytes() {
    return disk.exists() ? disk.getUsableSpace() : null;
  }

  /**
   * What the kernel tells at one moment. Most are sums since the machine began, which mean something as differences
   * alone.
   *
   * @param atNs of any base
   * @param cpu null where the platform does not tell, as in those below
   * @param ownTicks of this process and of those of its children that have ended
   * @param throttledNs the sum over processors
   * @param freeBytes on the disk of the run's folder
   */
  record Snapshot(long atNs, Double load, CpuTicks cpu, Long ownTicks, Long throttledNs, Long cpuPressureNs,
      Long ioPressureNs, Long memoryPressureNs, String governor, Integer otherJvms, Long freeBytes) {

    /** What happened from an earlier moment until this one. */
    Guards since(Snapshot before) {
      Optional<CpuTicks> ticks = cpu == null || before.cpu == null
          ? Optional.empty()
          : Optional.of(cpu.minus(before.cpu)).filter(t -> t.total() > 0);
      return new Guards(load, ticks.map(t -> part(t.steal(), t.total())).orElse(null),
          timePart(throttledNs, before.throttledNs, before),
          ownTicks == null || before.ownTicks == null
              ? null
              : ticks.map(t -> part(t.busy() - (ownTicks - before.ownTicks), t.total())).orElse(null),
          timePart(cpuPressureNs, before.cpuPressureNs, before), timePart(ioPressureNs, before.ioPressureNs, before),
          timePart(memoryPressureNs, before.memoryPressureNs, before), governor, otherJvms, freeBytes);
    }

    private Double timePart(Long after, Long earlier, Snapshot before) {
      return after == null || earlier == null || atNs <= before.atNs ? null : part(after - earlier, atNs - before.atNs);
    }

    /** Within 0 and 1: the kernel's counters are not read in one moment, and some are sums over processors. */
    private static double part(long some, long all) {
      return Math.min(1, Math.max(0, (double) some / all));
    }

    static Long orNull(OptionalLong value) {
      return value.isPresent() ? value.getAsLong() : null;
    }
  }

  /** For how long some task has waited for a resource, from {@code /proc/pressure/*}. */
  static final class Pressure {

    private static final Pattern SOME = Pattern.compile("^some .*\\btotal=([0-9]{1,15})$", Pattern.MULTILINE);

    private Pressure() {}

    /** In ns; empty where the kernel does not tell. */
    static OptionalLong ns(SystemFiles files, String resource) {
      return files.text("proc/pressure/" + resource).map(Pressure::parse).orElse(OptionalLong.empty());
    }

    static OptionalLong parse(String pressure) {
      Matcher some = SOME.matcher(pressure);
      return some.find()
          ? OptionalLong.of(TimeUnit.MICROSECONDS.toNanos(Long.parseLong(some.group(1))))
          : OptionalLong.empty();
    }
  }

  /** JVMs that are neither this one nor come from it, nor wait for it, as the build does that started it. */
  static final class OtherJvms {

    /** No process tree is deeper; a loop, which a pid used again while we read could make, ends here. */
    private static final int DEEPEST = 64;

    private OtherJvms() {}

    /**
     * How many there are; empty where the platform has no {@code /proc}.
     *
     * @param self the id of this process
     */
    static Optional<Integer> count(SystemFiles files, long self) {
      List<Long> processes = files.processes();
      if (processes.isEmpty()) {
        return Optional.empty();
      }
      long others = processes.stream()
          .filter(id -> files.text("proc/" + id + "/comm").map(String::strip).filter("java"::equals).isPresent())
          .filter(id -> !comesFrom(files, id, self) && !comesFrom(files, self, id))
          .count();
      return Optional.of((int) others);
    }

    private static boolean comesFrom(SystemFiles files, long process, long ancestor) {
      long id = process;
      for (int depth = 0; depth < DEEPEST && id > 1; depth++) {
        if (id == ancestor) {
          return true;
        }
        id = files.text("proc/" + id + "/stat").flatMap(ProcessStat::parse).map(ProcessStat::parent).orElse(0L);
      }
      return false;
    }
  }
}
