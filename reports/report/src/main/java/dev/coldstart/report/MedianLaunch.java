package dev.coldstart.report;

import dev.coldstart.record.LaunchField;
import dev.coldstart.record.Launches;
import dev.coldstart.record.text.Format;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The phases of the launch in the middle; of an even number, the mean of the two in the middle.
 *
 * <p>Medians of phases do not add up to the median of the whole, so a bar made of them has a length that means nothing.
 * The phases of the middle launches do: the bar is exactly as long as the headline.
 */
final class MedianLaunch {

  private MedianLaunch() {}

  /** In ms, in the phases' order; NaN for a phase that is fused. Empty when no launch says its phases. */
  static List<Double> phasesMs(Launches counted) {
    int[] middle = middle(counted);
    return middle.length == 0
        ? List.of()
        : LaunchField.PHASES.stream().map(phase -> meanMs(counted, middle, phase)).toList();
  }

  /** Their places in the list. */
  private static int[] middle(Launches counted) {
    int[] sorted = IntStream.range(0, counted.size())
        .filter(i -> saysPhases(counted, i))
        .boxed()
        .sorted(Comparator.comparingDouble(i -> counted.value(i, LaunchField.FIRST_RESPONSE_NS)))
        .mapToInt(i -> i)
        .toArray();
    int n = sorted.length;
    return n == 0 ? sorted : Arrays.copyOfRange(sorted, (n - 1) / 2, n / 2 + 1);
  }

  private static boolean saysPhases(Launches counted, int i) {
    return LaunchField.PHASES.stream().anyMatch(phase -> !Double.isNaN(counted.value(i, phase)));
  }

  private static double meanMs(Launches counted, int[] launches, LaunchField phase) {
    return IntStream.of(launches)
        .mapToDouble(i -> counted.value(i, phase))
        .filter(ns -> !Double.isNaN(ns))
        .map(ns -> ns / Format.NS_PER_MS)
        .average()
        .orElse(Double.NaN);
  }
}
