package dev.coldstart.html;

import dev.coldstart.results.Arm;
import dev.coldstart.results.ArmLaunches;
import dev.coldstart.results.Launch;
import dev.coldstart.results.PhasesNs;
import dev.coldstart.results.RunData;
import dev.coldstart.stats.ArmSummary;
import dev.coldstart.stats.Estimate;
import dev.coldstart.stats.Summary;
import dev.coldstart.stats.Verdict;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.DoubleStream;

/**
 * Summaries of synthetic runs with true medians and made-up intervals: what a page shows does not depend on how an
 * interval was found.
 */
final class Summaries {

  private Summaries() {}

  static Summary of(RunData run, String... warnings) {
    List<ArmSummary> arms =
        run.manifest().fixtures().stream()
            .flatMap(
                fixture ->
                    run.arms().stream()
                        .filter(arm -> arm.arm().fixture().equals(fixture.id()))
                        .map(arm -> of(run, arm))
                        .sorted(Comparator.comparingDouble(s -> s.firstResponseMs().value())))
            .toList();
    return new Summary(0.02, arms, List.of(warnings));
  }

  private static ArmSummary of(RunData run, ArmLaunches arm) {
    List<Launch> counted = arm.counted();
    double median = Quantiles.ofMs(counted).at(0.5);
    Estimate ratio = around(median / baselineMedian(run, arm.arm()), counted.size());
    return new ArmSummary(
        arm.arm(),
        counted.size(),
        (int) arm.launches().stream().filter(launch -> !launch.valid()).count(),
        around(median, counted.size()),
        arm.arm().baseline() ? new Estimate(1, 1, 1) : ratio,
        arm.arm().baseline() || counted.isEmpty() ? null : verdict(ratio),
        phases(counted),
        median(counted, Launch::cpuNs) / 1e6,
        median(counted, Launch::peakRssBytes),
        median(counted, Launch::classesLoaded),
        median(counted, Launch::classesFromArchive));
  }

  /** As in a real summary, a handful of launches carries no interval. */
  private static Estimate around(double value, int n) {
    return n < 6 ? new Estimate(value, Double.NaN, Double.NaN) : new Estimate(value, value * 0.97, value * 1.04);
  }

  private static Verdict verdict(Estimate ratio) {
    if (!ratio.hasInterval()) {
      return Verdict.UNSURE;
    }
    return ratio.low() > 1.02 ? Verdict.SLOWER : ratio.high() < 0.98 ? Verdict.FASTER : Verdict.UNSURE;
  }

  private static double baselineMedian(RunData run, Arm arm) {
    return run.arms().stream()
        .filter(other -> other.arm().baseline() && other.arm().fixture().equals(arm.fixture()))
        .filter(other -> other.arm().profile().equals(arm.profile()) && other.arm().jdk().equals(arm.jdk()))
        .findFirst()
        .map(baseline -> Quantiles.ofMs(baseline.counted()).at(0.5))
        .orElse(Double.NaN);
  }

  private static Map<String, Double> phases(List<Launch> counted) {
    Map<String, Double> medians = new LinkedHashMap<>();
    for (int i = 0; i < PhasesNs.NAMES.size(); i++) {
      int phase = i;
      double ms = median(counted, launch -> launch.phasesNs().inOrder().get(phase)) / 1e6;
      if (!Double.isNaN(ms)) {
        medians.put(PhasesNs.NAMES.get(i), ms);
      }
    }
    return medians;
  }

  private static double median(List<Launch> counted, Function<Launch, Long> value) {
    DoubleStream known = counted.stream().map(value).filter(Objects::nonNull).mapToDouble(Long::doubleValue);
    return new Quantiles(known.sorted().toArray()).at(0.5);
  }
}
