package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Counter;
import dev.coldstart.record.Launch;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.RunData;
import dev.coldstart.record.text.Format;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Medians;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An arm's cost above the baseline of its fixture, profile and JDK: medians of the differences in the blocks that count
 * for both. The medians need not add up. Negative means below the baseline; NaN if one of the two has no value.
 *
 * @param blocks that count for both
 * @param firstResponseMs with its interval
 * @param afterBootMs time from main's first instruction to the response, with its interval; it excludes the noise of
 * the boot
 * @param phasesMs by name, in order, each with its interval; without phases that the arm fuses. The baseline's time in
 * such a phase counts in the phase that the arm fuses it with. A phase that only the baseline fuses counts in full
 * @param classes loaded
 * @param classesNotArchived loaded, and not from an archive
 * @param counters the arm's own
 */
public record Overhead(Arm arm, Arm baseline, int blocks, Estimate firstResponseMs, Estimate afterBootMs,
    Map<String, Estimate> phasesMs, double classes, double classesNotArchived, CounterMedians counters) {

  /** In the manifest's order. Skips controls, baselines and arms that share no block with their baseline. */
  static List<Overhead> of(RunData run) {
    return new References(run).each(arm -> !arm.isControl() && !arm.baseline(), Overhead::of)
        .parallel()
        .filter(overhead -> overhead.blocks() > 0)
        .toList();
  }

  private static Overhead of(ArmLaunches arm, ArmLaunches baseline) {
    Pairs pairs = Pairs.of(arm, baseline);
    return new Overhead(arm.arm(), baseline.arm(), pairs.blocks(), medianMs(pairs.differences(Launch::firstResponseNs)),
        medianMs(pairs.differences(Launch::afterBootNs)), phasesMs(arm.arm(), pairs),
        Medians.median(pairs.differences(Counter.CLASSES_LOADED)),
        Medians.median(pairs.differences(Overhead::notArchived)), CounterMedians.of(arm));
  }

  private static Map<String, Estimate> phasesMs(Arm arm, Pairs pairs) {
    Map<String, Estimate> phases = new LinkedHashMap<>();
    for (String phase : PhasesNs.NAMES) {
      if (!arm.fused().containsKey(phase)) {
        phases.put(phase, medianMs(pairs.each((own, other) -> moreNs(arm, phase, own, other))));
      }
    }
    return phases;
  }

  private static Estimate medianMs(double[] ns) {
    return Medians.of(ns).map(each -> each / Format.NS_PER_MS);
  }

  /** In one block; NaN if the arm's launch has no value. */
  private static double moreNs(Arm arm, String phase, Launch own, Launch other) {
    // A phase that the baseline fuses is absent here: its time is counted in the phase that it is fused with.
    long baseline = PhasesNs.NAMES.stream()
        .filter(name -> other.phaseNs(name) != null && arm.fused().getOrDefault(name, name).equals(phase))
        .mapToLong(other::phaseNs)
        .sum();
    return own.value(launch -> launch.phaseNs(phase)) - baseline;
  }

  private static Long notArchived(Launch launch) {
    Long loaded = Counter.CLASSES_LOADED.apply(launch);
    Long archived = Counter.CLASSES_FROM_ARCHIVE.apply(launch);
    return loaded == null || archived == null ? null : Long.valueOf(loaded - archived);
  }
}
