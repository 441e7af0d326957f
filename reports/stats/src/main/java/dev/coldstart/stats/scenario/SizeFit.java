package dev.coldstart.stats.scenario;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.RunData;
import dev.coldstart.record.text.Format;
import dev.coldstart.stats.estimate.BlockBootstrap;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Medians;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;

/**
 * An arm's time to parse and compile by the size of the module: the phases {@code parse} and {@code compile} together,
 * and a least-squares line through the fixtures' medians.
 *
 * @param arm of the first fixture; its id is the same in the others
 * @param apart whether the two phases can be separated from the others; if not, nothing else is known
 * @param at one per fixture with a counted launch, the smallest module first
 * @param msPer100kB the line's slope, 1 kB being 1,000 bytes; NaN for fewer than {@link #FEWEST_SIZES} sizes; without
 * an interval if a fixture has fewer than 5 counted launches
 * @param interceptMs the line's value for a module of 0 bytes; NaN if there is no line
 */
public record SizeFit(Arm arm, boolean apart, List<At> at, Estimate msPer100kB, double interceptMs) {

  /** A line fits any two points exactly: only a third can contradict it. */
  public static final int FEWEST_SIZES = 3;

  static final double BYTES_PER_100_KB = 1e5;

  /**
   * One fixture.
   *
   * @param n counted launches
   * @param ms median of parse and compile together
   */
  public record At(String fixture, long wasmBytes, int n, Estimate ms) {}

  public boolean hasLine() {
    return !Double.isNaN(msPer100kB.value());
  }

  /** The number of different module sizes measured. */
  public int sizes() {
    return (int) at.stream().mapToLong(At::wasmBytes).distinct().count();
  }

  /** The line's value for a module of this size; NaN without a line. */
  public double lineMs(double wasmBytes) {
    return interceptMs + msPer100kB.value() * wasmBytes / BYTES_PER_100_KB;
  }

  private static final List<String> PHASES = List.of("parse", "compile");

  /**
   * One fixture.
   *
   * @param sortedMs parse and compile of each launch
   */
  private record Sample(FixtureFacts fixture, double[] sortedMs) {

    At at() {
      return new At(fixture.id(), fixture.wasmBytes(), sortedMs.length, Medians.of(sortedMs));
    }
  }

  /** In the manifest's order, without controls and arms that did not run. */
  public static List<SizeFit> of(RunData run) {
    Map<String, List<ArmLaunches>> byArm = run.arms()
        .stream()
        .filter(launches -> !launches.arm().isControl() && launches.arm().ran())
        .collect(Collectors.groupingBy(launches -> launches.arm().arm(), LinkedHashMap::new, Collectors.toList()));
    return byArm.values().parallelStream().map(arm -> of(run, arm)).toList();
  }

  private static SizeFit of(RunData run, List<ArmLaunches> fixtures) {
    Arm arm = fixtures.get(0).arm();
    if (!isApart(arm)) {
      return new SizeFit(arm, false, List.of(), Estimate.NONE, Double.NaN);
    }
    List<Sample> samples = samples(run, fixtures);
    SizeFit points = new SizeFit(arm, true, samples.stream().map(Sample::at).toList(), Estimate.NONE, Double.NaN);
    return points.sizes() < FEWEST_SIZES ? points : fitted(points, samples, run.manifest().plan().seed());
  }

  /** Whether a phase that is fused is fused with the other of the two. */
  private static boolean isApart(Arm arm) {
    return PHASES.stream().allMatch(phase -> PHASES.contains(arm.fused().getOrDefault(phase, phase)));
  }

  private static List<Sample> samples(RunData run, List<ArmLaunches> fixtures) {
    return run.manifest()
        .fixtures()
        .stream()
        .sorted(Comparator.comparingLong(FixtureFacts::wasmBytes))
        .flatMap(fixture -> fixtures.stream()
            .filter(launches -> launches.arm().fixture().equals(fixture.id()))
            .map(launches -> new Sample(fixture, sortedMs(launches))))
        .filter(sample -> sample.sortedMs().length > 0)
        .toList();
  }

  private static double[] sortedMs(ArmLaunches launches) {
    return launches.counted()
        .stream()
        .mapToDouble(launch -> ms(launches.arm(), launch))
        .filter(Double::isFinite)
        .sorted()
        .toArray();
  }

  /** NaN if a phase that is not fused has no value. */
  private static double ms(Arm arm, Launch launch) {
    double ns = PHASES.stream()
        .filter(phase -> !arm.fused().containsKey(phase))
        .mapToDouble(phase -> launch.value(any -> any.phaseNs(phase)))
        .sum();
    return ns / Format.NS_PER_MS;
  }

  private static SizeFit fitted(SizeFit points, List<Sample> samples, long seed) {
    double[] x = points.at().stream().mapToDouble(at -> at.wasmBytes() / BYTES_PER_100_KB).toArray();
    double[] ms = points.at().stream().mapToDouble(at -> at.ms().value()).toArray();
    double[] weights = weights(x);
    double slope = IntStream.range(0, x.length).mapToDouble(i -> weights[i] * ms[i]).sum();
    double interceptMs = Mean.of(ms).getAsDouble() - slope * Mean.of(x).getAsDouble();
    return new SizeFit(points.arm(), true, points.at(), interval(samples, weights, slope, seed), interceptMs);
  }

  private static Estimate interval(List<Sample> samples, double[] weights, double slope, long seed) {
    int fewest = samples.stream().mapToInt(sample -> sample.sortedMs().length).min().orElse(0);
    if (fewest < BlockBootstrap.MIN_VALUES) {
      return Estimate.withoutInterval(slope);
    }
    RandomGenerator random = BlockBootstrap.generator(seed);
    double[] slopes = new double[BlockBootstrap.RESAMPLES];
    for (int i = 0; i < slopes.length; i++) {
      for (int sample = 0; sample < weights.length; sample++) {
        double[] ms = samples.get(sample).sortedMs();
        slopes[i] += weights[sample] * Medians.ofSorted(ms, random.ints(ms.length, 0, ms.length));
      }
    }
    return BlockBootstrap.expanded(slope, slopes, fewest);
  }

  /** The least-squares slope is a sum of the values, each with the weight (x - mean x) / sum of (x - mean x)^2. */
  private static double[] weights(double[] x) {
    double mean = Mean.of(x).getAsDouble();
    double squares = Variance.of(x).getAsDouble() * (x.length - 1);
    return DoubleStream.of(x).map(value -> (value - mean) / squares).toArray();
  }
}
