package dev.coldstart.stats.scenario;

import dev.coldstart.record.Arm;
import dev.coldstart.record.BurstLaunch;
import dev.coldstart.stats.estimate.BlockBootstrap;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Medians;
import dev.coldstart.stats.estimate.StudentT;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How late an arm responds when several of its JVMs are started at once.
 *
 * @param at by number of starts, in order
 */
public record BurstCurve(Arm arm, Excluded setAside, List<At> at) implements ScenarioSummary.OfArm {

  /**
   * Times are from the intended start; medians are over the blocks in which every child responded.
   *
   * @param starts started at once
   * @param blocks in which every child responded
   * @param invalid children that did not count, in all blocks
   * @param slowestNs median over blocks of the slowest child
   * @param middleNs median over blocks of the median child
   * @param ratio geometric mean over blocks of the slowest child to a single start in the same block; 1 without an
   * interval for single starts; NaN if there is none
   * @param lateNs median over all children of how much later than intended the harness spawned them; NaN if unknown
   */
  public record At(int starts, int blocks, int invalid, Estimate slowestNs, Estimate middleNs, Estimate ratio,
      double lateNs) {}

  /** The ratio of a single start to itself: without an interval, like a baseline's ratio. */
  private static final Estimate ONE = Estimate.withoutInterval(1);

  /** Skips blocks in which a child failed: their slowest response is unknown. */
  static BurstCurve of(Arm arm, List<BurstLaunch> launches, BlockBootstrap medians) {
    Map<Integer, List<BurstLaunch>> byStarts =
        launches.stream().collect(Collectors.groupingBy(BurstLaunch::starts, TreeMap::new, Collectors.toList()));
    Map<Integer, double[]> alone = answered(byStarts.getOrDefault(1, List.of()));
    List<At> at = byStarts.values().stream().map(children -> at(children, alone, medians)).toList();
    return new BurstCurve(arm, Excluded.of(launches), at);
  }

  private static At at(List<BurstLaunch> children, Map<Integer, double[]> alone, BlockBootstrap medians) {
    int starts = children.get(0).starts();
    Map<Integer, double[]> answered = answered(children);
    double[] slowest = answered.values().stream().mapToDouble(BurstCurve::slowest).toArray();
    double[] middle = answered.values().stream().mapToDouble(Medians::median).toArray();
    double[] logRatios = answered.entrySet()
        .stream()
        .filter(block -> alone.containsKey(block.getKey()))
        .mapToDouble(block -> Math.log(slowest(block.getValue()) / slowest(alone.get(block.getKey()))))
        .toArray();
    return new At(starts, answered.size(), (int) children.stream().filter(child -> !child.valid()).count(),
        medians.medianOf(slowest), medians.medianOf(middle),
        starts == 1 && !answered.isEmpty() ? ONE : ratio(logRatios), Medians.median(
            children.stream().map(BurstLaunch::lateNs).filter(Objects::nonNull).mapToDouble(ns -> ns).toArray()));
  }

  /** A burst has too few blocks for rank statistics. */
  private static Estimate ratio(double[] logRatios) {
    StudentT mean = StudentT.of(logRatios);
    return (logRatios.length < BlockBootstrap.MIN_VALUES
        ? Estimate.withoutInterval(mean.mean())
        : mean.interval(Estimate.ALPHA)).map(Math::exp);
  }

  /** Responses in ascending order, in ns, for each block in which every started child responded. */
  private static Map<Integer, double[]> answered(List<BurstLaunch> children) {
    Map<Integer, double[]> answered = new TreeMap<>();
    children.stream().collect(Collectors.groupingBy(BurstLaunch::block)).forEach((block, all) -> {
      if (all.size() == all.get(0).starts() && all.stream().allMatch(BurstLaunch::valid)) {
        answered.put(block, all.stream().mapToDouble(BurstLaunch::responseNs).sorted().toArray());
      }
    });
    return answered;
  }

  private static double slowest(double[] sorted) {
    return sorted[sorted.length - 1];
  }
}
