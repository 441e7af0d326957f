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
 * Watches this machine. It looks once between two blocks, never while a child runs: a thread that looked then would be
 * part of what it watches.
 */
public final class MachineGuards implements Supplier<Guards> {

  /** What a machine of one's own never reaches, and a launch that was slowed down by half surely does. */
  public static final Manifest.Limits LIMITS = new Manifest.Limits(0.05, 0.05);

  /** Raw data of the largest preset are a tenth of it. */
  static final long LEAST_FREE_BYTES = 256L << 20;

  private final SystemFiles files;
  private final File disk;
  private final LongSupplier clockNs;
  private Sums last;

  /**
   * Watches from now on.
   *
   * @param folder on the disk whose free bytes are told
   * @param clockNs in ns, of any base
   */
  public MachineGuards(SystemFiles files, Path folder, LongSupplier clockNs) {
    this.files = files;
    this.disk = folder.toFile();
    this.clockNs = clockNs;
    this.last = look();
  }

  /** What the machine did since it was asked last, or since the watch began. */
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
        // A folder that is gone has 0 free, which would be no fact of the disk.
        disk.exists() ? Long.valueOf(disk.getUsableSpace()) : null);
  }

  private Sums look() {
    return new Sums(clockNs.getAsLong(), files.cpuTicks(), files.ownTicks(), files.throttledNs(),
        files.pressureNs("cpu"), files.pressureNs("io"), files.pressureNs("memory"));
  }

  /** Within 0 and 1: the kernel's counters are not read in one moment, and some are sums over processors. */
  private static Double part(long some, long all) {
    return Math.min(1, Math.max(0, (double) some / all));
  }

  /**
   * Stops a run before its disk is full: a full disk tears lines, and spoils what else uses it.
   *
   * @param guards null when the machine was not watched
   * @param run its folder
   * @param toGoOn the command that resumes it
   * @throws UserError when too little is free; what was measured is kept
   */
  public static void assertFree(Guards guards, Path run, String toGoOn) {
    if (guards != null && guards.freeBytes() != null && guards.freeBytes() < LEAST_FREE_BYTES) {
      throw new UserError(String.format(Locale.ROOT,
          "only %.0f MB are free on the disk of %s, and a run needs %.0f: make room, then go on with %s",
          guards.freeBytes() / 1e6, run, LEAST_FREE_BYTES / 1e6, toGoOn));
    }
  }

  /**
   * What the kernel has summed up since the machine began, which means something as a difference alone.
   *
   * @param atNs of any base
   * @param cpu null where the platform does not tell, as in those below
   * @param ownTicks of this process and of those of its children that have ended
   * @param throttledNs the sum over processors
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
