package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Medians;
import dev.coldstart.stats.estimate.Verdict;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.apache.commons.statistics.descriptive.GeometricMean;

/**
 * The results of one arm in one fixture. If the run is of several machines, its times are those of the first one.
 *
 * @param n counted launches: valid, not a warm-up, and in no retried block
 * @param invalid launches excluded as invalid, by a rule that does not look at times
 * @param typicalMs typical time to first response. For a baseline, the geometric mean over its launches; for another
 * arm, the baseline's times its ratio, so that the quotient of two typical times is the printed ratio; for an arm
 * without a ratio, its own geometric mean. NaN without launches
 * @param firstResponseMs median with its interval
 * @param afterBootMs median, with its interval, of the time from the main class's first instruction to the first
 * response, which excludes the noise of the boot
 * @param comparison with its baseline
 * @param pooledRatio ratio to the baseline that also uses the boots of all fixtures, see {@link PooledBoot}; NaN if it
 * cannot be estimated
 * @param phasesMs median of each phase by name with its interval, in order; without fused phases
 * @param counters medians of the kernel's and the JVM's counters
 */
public record ArmSummary(Arm arm, int n, int invalid, double typicalMs, Estimate firstResponseMs, Estimate afterBootMs,
    Comparison comparison, Estimate pooledRatio, Map<String, Estimate> phasesMs, CounterMedians counters) {

  /**
   * @param all its launches, on all machines
   * @param launches those on the machine whose times are shown
   * @param reference the arm it is compared with, on that machine; null if there is none
   */
  static ArmSummary of(ArmLaunches all, ArmLaunches launches, ArmLaunches reference, Comparison comparison,
      Estimate pooledRatio) {
    List<Launch> counted = launches.counted();
    double ratio = comparison.ratio().value();
    double typicalMs =
        reference == null || Double.isNaN(ratio) ? geometricMeanMs(launches) : geometricMeanMs(reference) * ratio;
    return new ArmSummary(all.arm(), all.counted().size(), all.invalid().size(), typicalMs,
        medianMs(counted, Launch::firstResponseNs), medianMs(counted, Launch::afterBootNs), comparison, pooledRatio,
        phasesMs(counted), CounterMedians.of(launches));
  }

  /** The typical time of an arm on its own; NaN without launches that count. */
  public static double geometricMeanMs(ArmLaunches launches) {
    return GeometricMean.of(Launch.valuesMs(launches.counted(), Launch::firstResponseNs)).getAsDouble();
  }

  private static Map<String, Estimate> phasesMs(List<Launch> counted) {
    Map<String, Estimate> phases = new LinkedHashMap<>();
    for (String phase : PhasesNs.NAMES) {
      Estimate ms = medianMs(counted, launch -> launch.phaseNs(phase));
      if (!Double.isNaN(ms.value())) {
        phases.put(phase, ms);
      }
    }
    return phases;
  }

  private static Estimate medianMs(List<Launch> counted, Function<Launch, Long> ns) {
    return Medians.of(Launch.valuesMs(counted, ns));
  }

  /** Whether the pooled ratio is clearly more precise: its interval is narrower by at least a fifth. */
  public boolean isPooledNearer() {
    return width(pooledRatio) < 0.8 * width(ratio());
  }

  private static double width(Estimate ratio) {
    return Math.log(ratio.high() / ratio.low());
  }

  /** The ratio to the baseline, see {@link Comparison#ratio()}. */
  public Estimate ratio() {
    return comparison.ratio();
  }

  /** See {@link Comparison#verdict()}. */
  public Verdict verdict() {
    return comparison.verdict();
  }
}
