package dev.coldstart.stats.scenario;

import dev.coldstart.record.Arm;
import dev.coldstart.record.MemoryLaunch;
import dev.coldstart.stats.estimate.BlockBootstrap;
import dev.coldstart.stats.estimate.Estimate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * An arm's memory use, as the resident set of its process.
 *
 * @param n counted launches
 * @param peakBytes median of the largest resident set
 * @param firstBytes median with one live instance
 * @param instanceBytes median cost of one more live instance: for each launch, the slope of the least-squares line
 * through its readings
 * @param straight whether each further instance takes about as much as the slope says, as far as the readings show
 * @param instancesPerGib how many fit into 1 GiB; infinite above {@code toldUpTo}; NaN if the slope has no clear
 * difference from 0, or if the readings are not on a line, so that they cannot be extrapolated
 * @param toldUpTo 100 times as many instances as were measured
 * @param at median at each number of instances that every launch reached, in order
 */
public record MemoryUse(Arm arm, int n, Excluded setAside, Estimate peakBytes, Estimate firstBytes,
    Estimate instanceBytes, boolean straight, Estimate instancesPerGib, int toldUpTo, List<At> at)
    implements ScenarioSummary.OfArm {

  public record At(int instances, Estimate rssBytes) {}

  /** Whether an instance clearly takes memory; false without an interval. */
  public boolean isInstanceSeen() {
    return instanceBytes.low() > 0;
  }

  private static final double GIB = 1L << 30;
  private static final int MOST_TIMES_MEASURED = 100;

  /** The readings are not on a line if a step between two of them is below 1 / BENT or above BENT times the slope. */
  private static final double BENT = 2;

  static MemoryUse of(Arm arm, List<MemoryLaunch> launches, BlockBootstrap bootstrap) {
    List<MemoryLaunch> counted =
        launches.stream().filter(MemoryLaunch::valid).sorted(Comparator.comparingInt(MemoryLaunch::block)).toList();
    double[] first = values(counted, launch -> rssBytes(launch, 1));
    double[] slopes = values(counted, MemoryUse::slope);
    Estimate slope = bootstrap.medianOf(slopes);
    Estimate fit = Estimate.NONE;
    List<At> at = at(counted, bootstrap);
    int toldUpTo = MOST_TIMES_MEASURED * at.stream().mapToInt(At::instances).max().orElse(0);
    boolean straight = isStraight(counted, at, slope.value(), bootstrap);
    if (slope.low() > 0 && straight && !hasNaN(first)) {
      fit = bootstrap
          .of(first.length,
              drawn -> instances(BlockBootstrap.median(first, drawn), BlockBootstrap.median(slopes, drawn)))
          .map(instances -> instances > toldUpTo ? Double.POSITIVE_INFINITY : instances);
    }
    Estimate peak = bootstrap.medianOf(
        counted.stream().map(MemoryLaunch::peakRssBytes).filter(Objects::nonNull).mapToDouble(b -> b).toArray());
    // If some launch lacks this reading, the median would be over other launches than that of the next reading.
    Estimate one = hasNaN(first) ? Estimate.NONE : bootstrap.medianOf(first);
    return new MemoryUse(arm, counted.size(), Excluded.of(launches), peak, one, slope, straight, fit, toldUpTo, at);
  }

  private static List<At> at(List<MemoryLaunch> counted, BlockBootstrap bootstrap) {
    IntStream instances = counted.stream().flatMapToInt(l -> IntStream.of(l.instances())).sorted().distinct();
    return instances.filter(live -> counted.stream().noneMatch(launch -> Double.isNaN(rssBytes(launch, live))))
        .mapToObj(live -> new At(live, bootstrap.medianOf(values(counted, launch -> rssBytes(launch, live)))))
        .toList();
  }

  /**
   * False if the cost per instance clearly changes in a step between two readings, because pages fill up or caches are
   * shared.
   */
  private static boolean isStraight(List<MemoryLaunch> counted, List<At> at, double slope, BlockBootstrap bootstrap) {
    return IntStream.range(1, at.size()).allMatch(i -> {
      int from = at.get(i - 1).instances();
      int to = at.get(i).instances();
      Estimate step =
          bootstrap.medianOf(values(counted, launch -> (rssBytes(launch, to) - rssBytes(launch, from)) / (to - from)));
      return !(step.high() < slope / BENT || step.low() > slope * BENT);
    });
  }

  private static boolean hasNaN(double[] values) {
    return DoubleStream.of(values).anyMatch(Double::isNaN);
  }

  private static double[] values(List<MemoryLaunch> launches, ToDoubleFunction<MemoryLaunch> of) {
    return launches.stream().mapToDouble(of).toArray();
  }

  /** NaN if it was not read. */
  private static double rssBytes(MemoryLaunch launch, int instances) {
    return IntStream.range(0, launch.instances().length)
        .filter(i -> launch.instances()[i] == instances)
        .mapToDouble(i -> launch.rssBytes()[i])
        .findFirst()
        .orElse(Double.NaN);
  }

  /**
   * Least squares. All readings have about the same error, from garbage not yet collected, so the reading with the most
   * instances says most about the cost of one. A median of slopes between pairs of readings would give those at 1 and 2
   * instances the same weight.
   */
  static double slope(MemoryLaunch launch) {
    double meanInstances = IntStream.of(launch.instances()).average().orElseThrow();
    double together = 0;
    double alone = 0;
    for (int i = 0; i < launch.instances().length; i++) {
      double from = launch.instances()[i] - meanInstances;
      together += from * launch.rssBytes()[i];
      alone += from * from;
    }
    return together / alone;
  }

  /** The first instance is part of the process's own size; 0 if that alone exceeds 1 GiB. */
  private static double instances(double firstBytes, double instanceBytes) {
    return instanceBytes > 0
        ? Math.max(0, Math.floor((GIB - firstBytes) / instanceBytes) + 1)
        : Double.POSITIVE_INFINITY;
  }
}
