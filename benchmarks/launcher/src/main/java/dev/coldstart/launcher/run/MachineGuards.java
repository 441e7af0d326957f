package dev.coldstart.launcher.run;

import dev.coldstart.record.Guards;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Watches this machine. It looks once between two blocks, never while a child runs: a thread that looked then would be
 * part of what it watches.
 */
final class MachineGuards implements BlockGuards {

  private static final String GOVERNOR = "sys/devices/system/cpu/cpu0/cpufreq/scaling_governor";

  private final SystemFiles files;
  private final File disk;
  private final LongSupplier clockNs;
  private Snapshot last;

  /**
   * @param folder on the disk whose free bytes are told
   * @param clockNs in ns, of any base
   */
  MachineGuards(SystemFiles files, Path folder, LongSupplier clockNs) {
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
}
