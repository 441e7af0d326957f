package dev.coldstart.stats;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.RunData;
import dev.coldstart.record.text.Format;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Says how the time to parse and compile grows with the module.
 *
 * <p>The line is by least squares and not by the median of the slopes between any two fixtures (Theil and Sen): two
 * modules that differ by 50 bytes have a slope that is noise alone, and there it would count as much as any other.
 *
 * <p>The interval is by resampling blocks within each fixture, the fixtures being what they are (A. C. Davison, D. V.
 * Hinkley, "Bootstrap Methods and their Application", 1997, section 3.2: several samples, each resampled on its own),
 * read as in {@link Bootstrap}. A block has one launch of the arm, so these are its launches. It says how sure the
 * slope of these modules is, and nothing of modules that are not in the run.
 */
final class SizeFits {

  private static final List<String> PHASES = List.of("parse", "compile");

  /** One fixture. @param sortedMs parse and compile of each launch */
  private record Sample(FixtureFacts fixture, double[] sortedMs) {

    SizeFit.At at() {
      return new SizeFit.At(fixture.id(), fixture.wasmBytes(), sortedMs.length, Medians.of(sortedMs));
    }
  }

  private SizeFits() {}

  /** In the manifest's order, without controls and arms that did not run. */
  static List<SizeFit> of(RunData run) {
    Map<String, List<ArmLaunches>> byArm = new LinkedHashMap<>();
    for (ArmLaunches launches : run.arms()) {
      if (!launches.arm().isControl() && launches.arm().ran()) {
        byArm.computeIfAbsent(launches.arm().arm(), any -> new ArrayList<>()).add(launches);
      }
    }
    return byArm.values().parallelStream().map(arm -> of(run, arm)).toList();
  }

  private static SizeFit of(RunData run, List<ArmLaunches> fixtures) {
    Arm arm = fixtures.get(0).arm();
    if (!isApart(arm)) {
      return new SizeFit(arm, false, List.of(), Estimate.NONE, Double.NaN);
    }
    List<Sample> samples = samples(run, fixtures);
    SizeFit points = new SizeFit(arm, true, samples.stream().map(Sample::at).toList(), Estimate.NONE, Double.NaN);
    return points.sizes() < SizeFit.FEWEST_SIZES ? points : fitted(points, samples, run.manifest().plan().seed());
  }

  /** Whether what holds the time of either is one of the two. */
  private static boolean isApart(Arm arm) {
    return PHASES.stream().allMatch(phase -> PHASES.contains(arm.fused().getOrDefault(phase, phase)));
  }

  private static List<Sample> samples(RunData run, List<ArmLaunches> fixtures) {
    List<Sample> samples = new ArrayList<>();
    for (FixtureFacts fixture : run.manifest().fixtures()) {
      fixtures.stream()
          .filter(launches -> launches.arm().fixture().equals(fixture.id()))
          .map(launches -> new Sample(fixture, sortedMs(launches)))
          .filter(sample -> sample.sortedMs().length > 0)
          .forEach(samples::add);
    }
    samples.sort(Comparator.comparingLong(sample -> sample.fixture().wasmBytes()));
    return samples;
  }

  private static double[] sortedMs(ArmLaunches launches) {
    return launches.counted()
        .stream()
        .mapToDouble(launch -> ms(launches.arm(), launch))
        .filter(Double::isFinite)
        .sorted()
        .toArray();
  }

  /** NaN where a phase that stands for itself is not told. */
  private static double ms(Arm arm, Launch launch) {
    double ns = 0;
    for (String phase : PHASES) {
      if (!arm.fused().containsKey(phase)) {
        ns += launch.value(any -> any.phaseNs(phase));
      }
    }
    return ns / Format.NS_PER_MS;
  }

  private static SizeFit fitted(SizeFit points, List<Sample> samples, long seed) {
    double[] weights = weights(points.at());
    double slope = 0;
    double meanMs = 0;
    double meanBytes = 0;
    for (int i = 0; i < weights.length; i++) {
      slope += weights[i] * points.at().get(i).ms().value();
      meanMs += points.at().get(i).ms().value() / weights.length;
      meanBytes += (double) points.at().get(i).wasmBytes() / weights.length;
    }
    Estimate per100kB =
        ResampledMedians.combined(samples.stream().map(Sample::sortedMs).toList(), weights, slope, seed);
    double interceptMs = meanMs - slope * meanBytes / SizeFit.BYTES_PER_100_KB;
    return new SizeFit(points.arm(), true, points.at(), per100kB, interceptMs);
  }

  /** The slope by least squares is a sum of the values, each with the weight (x - mean x) / sum of (x - mean x)^2. */
  private static double[] weights(List<SizeFit.At> at) {
    double[] x = at.stream().mapToDouble(point -> point.wasmBytes() / SizeFit.BYTES_PER_100_KB).toArray();
    double mean = Samples.mean(x);
    double squares = Samples.variance(x) * (x.length - 1);
    double[] weights = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      weights[i] = (x[i] - mean) / squares;
    }
    return weights;
  }
}
