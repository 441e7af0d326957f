package dev.coldstart.stats.size;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Counter;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.RunData;
import dev.coldstart.record.text.Format;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Medians;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Collects the launches of a run by arm, series and phase, and fits each. */
final class SizeCosts {

  /** Those whose time depends on the module. */
  private static final List<String> PHASES = List.of("parse", "compile", "instantiate");

  private final RunData run;
  private final List<FixtureFacts> bySize;

  /** Of which lines are fitted; one element, null, if no module is in a series. */
  private final List<String> series;

  SizeCosts(RunData run) {
    this.run = run;
    bySize = run.manifest().fixtures().stream().sorted(Comparator.comparingLong(FixtureFacts::wasmBytes)).toList();
    List<String> named =
        run.manifest().fixtures().stream().map(FixtureFacts::series).filter(Objects::nonNull).distinct().toList();
    series = named.isEmpty() ? Collections.singletonList(null) : named;
  }

  List<SizeCost> all() {
    Map<String, List<ArmLaunches>> byArm = run.arms()
        .stream()
        .filter(launches -> !launches.arm().isControl() && launches.arm().ran() && isApart(launches.arm()))
        .collect(Collectors.groupingBy(launches -> launches.arm().arm(), LinkedHashMap::new, Collectors.toList()));
    return byArm.values().parallelStream().flatMap(this::ofArm).toList();
  }

  /** Whether a phase that is fused is fused with the other of the first two. */
  private static boolean isApart(Arm arm) {
    return Stream.of("parse", "compile").allMatch(phase -> {
      String holder = arm.fused().getOrDefault(phase, phase);
      return holder.equals("parse") || holder.equals("compile");
    });
  }

  private Stream<SizeCost> ofArm(List<ArmLaunches> fixtures) {
    Arm arm = fixtures.get(0).arm();
    List<SizeCost> costs = new ArrayList<>();
    for (String words : series) {
      phases(arm).forEach(phase -> costs.add(cost(fixtures, words, phase, true)));
    }
    if (hasSeries()) {
      SizeCost others = cost(fixtures, null, SizeCost.TOTAL, false);
      if (!others.at().isEmpty()) {
        costs.add(others);
      }
    }
    return costs.stream();
  }

  private boolean hasSeries() {
    return series.get(0) != null;
  }

  /** The total first. A run without series has few sizes, for which one line is enough. */
  private List<String> phases(Arm arm) {
    Stream<String> phases = PHASES.stream().filter(phase -> hasSeries() && !arm.fused().containsKey(phase));
    return Stream.concat(Stream.of(SizeCost.TOTAL), phases).toList();
  }

  private SizeCost cost(List<ArmLaunches> fixtures, String words, String phase, boolean fitted) {
    List<Sample> samples = bySize.stream()
        .filter(fixture -> Objects.equals(fixture.series(), words))
        .flatMap(fixture -> fixtures.stream()
            .filter(launches -> launches.arm().fixture().equals(fixture.id()))
            .map(launches -> sample(fixture, launches, phase)))
        .filter(sample -> sample.sortedMs().length > 0)
        .toList();
    Arm arm = fixtures.get(0).arm();
    SizeCost points =
        new SizeCost(arm, words, phase, samples.stream().map(Sample::at).toList(), 0, Estimate.NONE, Estimate.NONE);
    return fitted ? new SizeFit(points, samples, run.manifest().plan().seed()).fitted() : points;
  }

  private static Sample sample(FixtureFacts fixture, ArmLaunches launches, String phase) {
    List<String> parts = phase.equals(SizeCost.TOTAL) ? PHASES : List.of(phase);
    List<String> separate = parts.stream().filter(part -> !launches.arm().fused().containsKey(part)).toList();
    List<Launch> counted = launches.counted();
    double[] sortedMs = counted.stream()
        .mapToDouble(launch -> separate.stream().mapToDouble(part -> launch.value(any -> any.phaseNs(part))).sum()
            / Format.NS_PER_MS)
        .filter(Double::isFinite)
        .sorted()
        .toArray();
    return new Sample(fixture, sortedMs, Medians.median(Launch.values(counted, Counter.INTERPRETED_FUNCTIONS)));
  }

  /**
   * One module.
   *
   * @param sortedMs the phase in each launch
   * @param interpreted median of the functions that were not compiled
   */
  record Sample(FixtureFacts fixture, double[] sortedMs, double interpreted) {

    SizeCost.At at() {
      return new SizeCost.At(fixture.id(), fixture.wasmBytes(), sortedMs.length, Medians.of(sortedMs), interpreted);
    }
  }
}
