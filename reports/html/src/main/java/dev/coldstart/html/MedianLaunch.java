package dev.coldstart.html;

import dev.coldstart.results.Launch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
  static List<Double> phasesMs(List<Launch> counted) {
    List<List<Long>> middle = middle(counted).stream().map(launch -> launch.phasesNs().inOrder()).toList();
    if (middle.isEmpty()) {
      return List.of();
    }
    return IntStream.range(0, middle.get(0).size()).mapToObj(phase -> meanMs(middle, phase)).toList();
  }

  private static List<Launch> middle(List<Launch> counted) {
    List<Launch> sorted = new ArrayList<>(counted.stream().filter(l -> l.phasesNs() != null).toList());
    sorted.sort(Comparator.comparing(Launch::firstResponseNs));
    return sorted.isEmpty() ? sorted : sorted.subList((sorted.size() - 1) / 2, sorted.size() / 2 + 1);
  }

  private static double meanMs(List<List<Long>> launches, int phase) {
    return launches.stream()
        .map(phases -> phases.get(phase))
        .filter(Objects::nonNull)
        .mapToDouble(Numbers::msOfNs)
        .average()
        .orElse(Double.NaN);
  }
}
