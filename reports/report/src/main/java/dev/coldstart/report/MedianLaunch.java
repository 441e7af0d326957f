package dev.coldstart.report;

import dev.coldstart.record.Launch;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.text.Format;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * The phases of the launch in the middle; of an even number, the mean of the two in the middle.
 *
 * <p>Medians of phases do not add up to the median of the whole, so a bar made of them has a length that means nothing.
 * The phases of the middle launches do: the bar is exactly as long as the headline.
 */
final class MedianLaunch {

  private MedianLaunch() {}

  /** In ms, in the phases' order; NaN for a phase that is fused. Empty when no launch says its phases. */
  static List<Double> phasesMs(List<Launch> counted) {
    List<Launch> middle = middle(counted);
    return middle.isEmpty() ? List.of() : PhasesNs.NAMES.stream().map(phase -> meanMs(middle, phase)).toList();
  }

  private static List<Launch> middle(List<Launch> counted) {
    List<Launch> sorted = counted.stream()
        .filter(MedianLaunch::saysPhases)
        .sorted(Comparator.comparingDouble(launch -> launch.value(Launch::firstResponseNs)))
        .toList();
    int n = sorted.size();
    return n == 0 ? sorted : sorted.subList((n - 1) / 2, n / 2 + 1);
  }

  private static boolean saysPhases(Launch launch) {
    return launch.phasesNs() != null && launch.phasesNs().inOrder().stream().anyMatch(Objects::nonNull);
  }

  private static double meanMs(List<Launch> launches, String phase) {
    return Arrays.stream(Launch.values(launches, launch -> launch.phaseNs(phase)))
        .map(ns -> ns / Format.NS_PER_MS)
        .average()
        .orElse(Double.NaN);
  }
}
