package dev.coldstart.stats;

import dev.coldstart.results.ArmLaunches;
import dev.coldstart.results.Launch;
import java.util.Objects;
import java.util.function.Function;

/**
 * What the launches of one arm needed up to the response, each a median over those that count; NaN where none tells.
 *
 * @param classesFromArchive those of the classes loaded that came from an archive
 * @param jitMs in compilers, summed over their threads
 * @param gcMs in collections
 * @param cpuMs on processors, all threads
 * @param cpuPerWall the same as a multiple of the launch's own time to first response: beyond 1, threads worked side by side
 * @param majorFaults page faults that needed the disk
 */
public record Counters(
    double classesLoaded,
    double classesFromArchive,
    double jitMs,
    double gcMs,
    double cpuMs,
    double cpuPerWall,
    double majorFaults,
    double peakRssBytes) {

  /** Of an arm without launches that count. */
  public static final Counters NONE =
      new Counters(
          Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  private static final double NS_PER_MS = 1e6;

  static Counters of(ArmLaunches arm) {
    return new Counters(
        median(arm, number(Launch::classesLoaded)),
        median(arm, number(Launch::classesFromArchive)),
        median(arm, ms(Launch::jitNs)),
        median(arm, ms(Launch::gcNs)),
        median(arm, ms(Launch::cpuNs)),
        median(arm, l -> l.cpuNs() == null ? null : (double) l.cpuNs() / l.firstResponseNs()),
        median(arm, number(Launch::majorFaults)),
        median(arm, number(Launch::peakRssBytes)));
  }

  private static Function<Launch, Double> number(Function<Launch, Long> field) {
    return launch -> {
      Long value = field.apply(launch);
      return value == null ? null : value.doubleValue();
    };
  }

  private static Function<Launch, Double> ms(Function<Launch, Long> fieldNs) {
    return launch -> {
      Long ns = fieldNs.apply(launch);
      return ns == null ? null : ns / NS_PER_MS;
    };
  }

  private static double median(ArmLaunches arm, Function<Launch, Double> field) {
    double[] values = arm.counted().stream().map(field).filter(Objects::nonNull).mapToDouble(v -> v).toArray();
    return Medians.of(values).value();
  }
}
