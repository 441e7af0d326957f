package dev.coldstart.stats.run;

import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.text.Format;
import dev.coldstart.stats.estimate.Medians;
import java.util.List;
import java.util.function.Function;

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

  static Counters of(ArmLaunches arm) {
    List<Launch> counted = arm.counted();
    double[] cpuPerWall = counted.stream()
        .mapToDouble(launch -> launch.value(Launch::cpuNs) / launch.value(Launch::firstResponseNs))
        .filter(ratio -> !Double.isNaN(ratio))
        .toArray();
    return new Counters(median(counted, Launch::classesLoaded), median(counted, Launch::classesFromArchive),
        median(counted, Launch::jitNs) / Format.NS_PER_MS, median(counted, Launch::gcNs) / Format.NS_PER_MS,
        median(counted, Launch::cpuNs) / Format.NS_PER_MS, Medians.of(cpuPerWall).value(),
        median(counted, Launch::majorFaults), median(counted, Launch::peakRssBytes));
  }

  private static double median(List<Launch> counted, Function<Launch, Long> number) {
    return Medians.of(Launch.values(counted, number)).value();
  }
}
