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
 * What an arm holds in memory, as the resident set of its process.
 *
 * @param n launches that count
 * @param peakBytes median of the largest resident set
 * @param firstBytes median with one live instance
 * @param instanceBytes median of what a live instance more takes: of each launch, the slope of the straight line
 * through its readings by least squares
 * @param straight whether each further instance takes about as much as the slope says, as far as the readings tell
 * @param instancesPerGib how many fit into 1 GiB; infinite beyond {@code toldUpTo}; NaN where the slope is not told
 * apart from 0, and where the readings bend: nothing is known of how they would go on
 * @param toldUpTo 100 times as many instances as were measured
 * @param at median at each number of instances that every launch reached, in order
 */
public record MemoryUse(Arm arm, int n, Excluded setAside, Estimate peakBytes, Estimate firstBytes,
    Estimate instanceBytes, boolean straight, Estimate instancesPerGib, int toldUpTo, List<At> at)
    implements ScenarioSummary.OfArm {

  public record At(int instances, Estimate rssBytes) {}

  /** Whether an instance takes memory for sure: without an interval, nothing is sure. */
  public boolean isInstanceSeen() {
    return instanceBytes.low() > 0;
  }

  private static final double GIB = 1L << 30;
  private static final int MOST_TIMES_MEASURED = 100;

  /** A step between two readings that takes less than one of so many parts of the slope, or so many times it, bends. */
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
    // Where some launch has no such reading, the others alone would be other launches than those of the next.
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
   * Not where a step between two readings surely takes another amount an instance: pages fill up, caches are shared.
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

  /** NaN where it was not read. */
  private static double rssBytes(MemoryLaunch launch, int instances) {
    return IntStream.range(0, launch.instances().length)
        .filter(i -> launch.instances()[i] == instances)
        .mapToDouble(i -> launch.rssBytes()[i])
        .findFirst()
        .orElse(Double.NaN);
  }

  /**
   * Least squares. Readings err by about as much wherever they are taken, by what the collector left, and so the
   * reading with the most instances knows most of one; a median of slopes between two readings would heed those of 1
   * and 2 alike.
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

  /** The first is in what the process holds with one; 0 where that alone is more. */
  private static double instances(double firstBytes, double instanceBytes) {
    return instanceBytes > 0
        ? Math.max(0, Math.floor((GIB - firstBytes) / instanceBytes) + 1)
        : Double.POSITIVE_INFINITY;
  }
}
