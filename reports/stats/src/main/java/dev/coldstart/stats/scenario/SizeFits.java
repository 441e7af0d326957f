package dev.coldstart.stats.scenario;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.LaunchField;
import dev.coldstart.record.Launches;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.RunData;
import dev.coldstart.stats.estimate.Bootstrap;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Medians;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Variance;

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
public final class SizeFits {

  private static final List<String> PHASES = List.of("parse", "compile");
  private static final double NS_PER_MS = 1e6;
  private static final int RESAMPLES = 2_000;

  /** One fixture. @param sortedMs parse and compile of each launch */
  private record Sample(FixtureFacts fixture, double[] sortedMs) {

    SizeFit.At at() {
      return new SizeFit.At(fixture.id(), fixture.wasmBytes(), sortedMs.length, Medians.of(sortedMs));
    }
  }

  private SizeFits() {}

  /** In the manifest's order, without controls and arms that did not run. */
  public static List<SizeFit> of(RunData run) {
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
    Launches counted = launches.counted();
    return IntStream.range(0, counted.size())
        .mapToDouble(i -> ms(launches.arm(), counted, i))
        .filter(Double::isFinite)
        .sorted()
        .toArray();
  }

  /** NaN where a phase that stands for itself is not told. */
  private static double ms(Arm arm, Launches launches, int i) {
    double ns = 0;
    for (String phase : PHASES) {
      if (!arm.fused().containsKey(phase)) {
        ns += launches.value(i, LaunchField.PHASES.get(PhasesNs.NAMES.indexOf(phase)));
      }
    }
    return ns / NS_PER_MS;
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
    Estimate per100kB = interval(samples, weights, slope, seed);
    double interceptMs = meanMs - slope * meanBytes / SizeFit.BYTES_PER_100_KB;
    return new SizeFit(points.arm(), true, points.at(), per100kB, interceptMs);
  }

  private static Estimate interval(List<Sample> samples, double[] weights, double slope, long seed) {
    int fewest = samples.stream().mapToInt(sample -> sample.sortedMs().length).min().orElse(0);
    if (fewest < Bootstrap.MIN_VALUES) {
      return Estimate.withoutInterval(slope);
    }
    RandomGenerator random = Bootstrap.generator(seed);
    double[] slopes = new double[RESAMPLES];
    for (int i = 0; i < RESAMPLES; i++) {
      for (int sample = 0; sample < weights.length; sample++) {
        double[] ms = samples.get(sample).sortedMs();
        double[] drawn = random.ints(ms.length, 0, ms.length).mapToDouble(at -> ms[at]).toArray();
        slopes[i] += weights[sample] * Medians.median(drawn);
      }
    }
    return Bootstrap.expanded(slope, slopes, fewest);
  }

  /** The slope by least squares is a sum of the values, each with the weight (x - mean x) / sum of (x - mean x)^2. */
  private static double[] weights(List<SizeFit.At> at) {
    double[] x = at.stream().mapToDouble(point -> point.wasmBytes() / SizeFit.BYTES_PER_100_KB).toArray();
    double mean = Mean.of(x).getAsDouble();
    double squares = Variance.of(x).getAsDouble() * (x.length - 1);
    double[] weights = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      weights[i] = (x[i] - mean) / squares;
    }
    return weights;
  }
}
