package dev.coldstart.stats.run;

import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.LaunchField;
import dev.coldstart.record.Launches;
import dev.coldstart.stats.estimate.Medians;
import java.util.stream.IntStream;

/**
 * What the launches of one arm needed up to the response, each a median over those that count; NaN where none tells.
 *
 * @param classesFromArchive those of the classes loaded that came from an archive
 * @param jitMs in compilers, summed over their threads
 * @param gcMs in collections
 * @param cpuMs on processors, all threads
 * @param cpuPerWall the same as a multiple of the launch's own time to first response: beyond 1, threads worked side by
 * side
 * @param majorFaults page faults that needed the disk
 */
public record Counters(double classesLoaded, double classesFromArchive, double jitMs, double gcMs, double cpuMs,
    double cpuPerWall, double majorFaults, double peakRssBytes) {

  /** Of an arm without launches that count. */
  public static final Counters NONE =
      new Counters(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  private static final double NS_PER_MS = 1e6;

  static Counters of(ArmLaunches arm) {
    Launches counted = arm.counted();
    double[] cpuPerWall = IntStream.range(0, counted.size())
        .mapToDouble(i -> counted.value(i, LaunchField.CPU_NS) / counted.value(i, LaunchField.FIRST_RESPONSE_NS))
        .filter(ratio -> !Double.isNaN(ratio))
        .toArray();
    return new Counters(median(counted, LaunchField.CLASSES_LOADED), median(counted, LaunchField.CLASSES_FROM_ARCHIVE),
        median(counted, LaunchField.JIT_NS) / NS_PER_MS, median(counted, LaunchField.GC_NS) / NS_PER_MS,
        median(counted, LaunchField.CPU_NS) / NS_PER_MS, Medians.of(cpuPerWall).value(),
        median(counted, LaunchField.MAJOR_FAULTS), median(counted, LaunchField.PEAK_RSS_BYTES));
  }

  private static double median(Launches counted, LaunchField field) {
    return Medians.of(counted.values(field)).value();
  }
}
