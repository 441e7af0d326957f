package dev.coldstart.launcher.machine;

import dev.coldstart.launcher.UserError;
import dev.coldstart.launcher.machine.SystemFiles.CpuTicks;
import dev.coldstart.record.Guards;
import dev.coldstart.record.Manifest;
import java.io.File;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Watches this machine. It reads the counters once between two blocks and never while a child runs, because a thread
 * that did so would be part of the load that it watches.
 */
public final class MachineGuards implements Supplier<Guards> {

  /**
   * Limits for steal and throttling, as fractions of time. A dedicated machine never reaches them, while a launch that
   * was slowed down by half always does.
   */
  public static final Manifest.Limits LIMITS = new Manifest.Limits(0.05, 0.05);

  /** Ten times the raw data of the largest preset. */
  static final long LEAST_FREE_BYTES = 256L << 20;

  private final SystemFiles files;
  private final File disk;
  private final LongSupplier clockNs;
  private Sums last;

  /**
   * Starts watching.
   *
   * @param folder a folder on the disk whose free bytes are reported
   * @param clockNs a clock in ns, with any origin
   */
  public MachineGuards(SystemFiles files, Path folder, LongSupplier clockNs) {
    this.files = files;
    this.disk = folder.toFile();
    this.clockNs = clockNs;
    this.last = look();
  }

  /** The machine's activity since the previous call, or since the watch began. */
  @Override
  public Guards get() {
    Sums now = look();
    Sums before = last;
    last = now;
    CpuTicks ticks = now.cpu == null || before.cpu == null ? null : now.cpu.minus(before.cpu);
    boolean ticked = ticks != null && ticks.total() > 0;
    Double stealPart = ticked ? part(ticks.steal(), ticks.total()) : null;
    Double othersPart = ticked && now.ownTicks != null && before.ownTicks != null
        ? part(ticks.busy() - (now.ownTicks - before.ownTicks), ticks.total())
        : null;
    return new Guards(files.load(), stealPart, now.timePart(Sums::throttledNs, before), othersPart,
        now.timePart(Sums::cpuPressureNs, before), now.timePart(Sums::ioPressureNs, before),
        now.timePart(Sums::memoryPressureNs, before), files.governor(), files.otherJvms(),
        // A missing folder would report 0 free bytes, which says nothing about the disk.
        disk.exists() ? Long.valueOf(disk.getUsableSpace()) : null);
  }

  private Sums look() {
    return new Sums(clockNs.getAsLong(), files.cpuTicks(), files.ownTicks(), files.throttledNs(),
        files.pressureNs("cpu"), files.pressureNs("io"), files.pressureNs("memory"));
  }

  /**
   * Limited to the range 0 to 1: the kernel's counters are not read at one instant, and some are sums over processors.
   */
  private static Double part(long some, long all) {
    return Math.min(1, Math.max(0, (double) some / all));
  }

  /**
   * Stops a run before its disk is full: a full disk truncates lines and disturbs other programs.
   *
   * @param guards null if the machine was not watched
   * @param run the run's folder
   * @param toGoOn the command that resumes the run
   * @throws UserError if too little is free; the measured data is kept
   */
  public static void assertFree(Guards guards, Path run, String toGoOn) {
    if (guards != null && guards.freeBytes() != null && guards.freeBytes() < LEAST_FREE_BYTES) {
      throw new UserError(String.format(Locale.ROOT,
          "only %.0f MB are free on the disk of %s, but a run needs %.0f: make room, then resume with %s",
          guards.freeBytes() / 1e6, run, LEAST_FREE_BYTES / 1e6, toGoOn));
    }
  }

  /**
   * The kernel's running totals since boot. Only differences between two readings are meaningful.
   *
   * @param atNs the time of the reading, with any origin
   * @param cpu null if the platform does not provide it; the same holds for the components below
   * @param ownTicks the ticks of this process and of its children that have ended
   * @param throttledNs a sum over processors
   */
  private record Sums(long atNs, CpuTicks cpu, Long ownTicks, Long throttledNs, Long cpuPressureNs, Long ioPressureNs,
      Long memoryPressureNs) {

    Double timePart(Function<Sums, Long> sumNs, Sums before) {
      Long afterNs = sumNs.apply(this);
      Long beforeNs = sumNs.apply(before);
      return afterNs == null || beforeNs == null || atNs <= before.atNs
          ? null
          : part(afterNs - beforeNs, atNs - before.atNs);
    }
  }
}
