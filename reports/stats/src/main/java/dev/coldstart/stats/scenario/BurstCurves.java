package dev.coldstart.stats.scenario;

import dev.coldstart.record.Arm;
import dev.coldstart.record.BurstLaunch;
import dev.coldstart.stats.estimate.BlockBootstrap;
import dev.coldstart.stats.estimate.Bootstrap;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Medians;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * Says what the launches of the scenario burst carry. A block in which a child failed has no slowest: it is left out.
 */
final class BurstCurves {

  /** A start alone to itself: without an interval, as a baseline's ratio. */
  private static final Estimate ONE = Estimate.withoutInterval(1);

  private final Arm arm;
  private final List<BurstLaunch> launches;
  private final BlockBootstrap medians;
  private final Bootstrap means;

  private BurstCurves(Arm arm, List<BurstLaunch> launches, BlockBootstrap medians, Bootstrap means) {
    this.arm = arm;
    this.launches = launches;
    this.medians = medians;
    this.means = means;
  }

  static BurstCurve of(Arm arm, List<BurstLaunch> launches, BlockBootstrap medians, Bootstrap means) {
    return new BurstCurves(arm, launches, medians, means).curve();
  }

  private BurstCurve curve() {
    List<BurstCurve.At> at = new ArrayList<>();
    Map<Integer, Double> alone = byBlock(1, BurstCurves::slowest);
    for (int starts : launches.stream().mapToInt(BurstLaunch::starts).sorted().distinct().toArray()) {
      at.add(at(starts, alone));
    }
    return new BurstCurve(arm, Excluded.of(launches, BurstLaunch::valid, BurstLaunch::reason), List.copyOf(at));
  }

  private BurstCurve.At at(int starts, Map<Integer, Double> alone) {
    List<BurstLaunch> children = launches.stream().filter(child -> child.starts() == starts).toList();
    Map<Integer, Double> slowest = byBlock(starts, BurstCurves::slowest);
    return new BurstCurve.At(starts, slowest.size(), (int) children.stream().filter(child -> !child.valid()).count(),
        medians.medianOf(values(slowest)), medians.medianOf(values(byBlock(starts, BurstCurves::middle))),
        starts == 1 && !slowest.isEmpty() ? ONE : ratio(slowest, alone),
        Medians.of(children.stream().map(BurstLaunch::lateNs).filter(Objects::nonNull).mapToDouble(ns -> ns).toArray())
            .value());
  }

  private Estimate ratio(Map<Integer, Double> slowest, Map<Integer, Double> alone) {
    double[] logRatios = slowest.entrySet()
        .stream()
        .filter(of -> alone.containsKey(of.getKey()))
        .mapToDouble(of -> Math.log(of.getValue() / alone.get(of.getKey())))
        .toArray();
    return means.ratioOf(logRatios);
  }

  /** Of the blocks in which as many answered as were started. */
  private Map<Integer, Double> byBlock(int starts, ToDoubleFunction<double[]> figure) {
    Map<Integer, List<BurstLaunch>> blocks = launches.stream()
        .filter(child -> child.starts() == starts)
        .collect(Collectors.groupingBy(BurstLaunch::block, TreeMap::new, Collectors.toList()));
    Map<Integer, Double> figures = new TreeMap<>();
    blocks.forEach((block, children) -> {
      if (children.size() == starts && children.stream().allMatch(BurstLaunch::valid)) {
        double[] ns = children.stream().mapToDouble(BurstLaunch::responseNs).sorted().toArray();
        figures.put(block, figure.applyAsDouble(ns));
      }
    });
    return figures;
  }

  private static double slowest(double[] sorted) {
    return sorted[sorted.length - 1];
  }

  private static double middle(double[] sorted) {
    return Medians.of(sorted).value();
  }

  private static double[] values(Map<Integer, Double> byBlock) {
    return byBlock.values().stream().mapToDouble(value -> value).toArray();
  }
}
