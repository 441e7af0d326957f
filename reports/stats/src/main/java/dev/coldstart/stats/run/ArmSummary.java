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
 * What is said of one arm and one fixture.
 *
 * @param n launches that count
 * @param invalid launches that do not, by a rule that does not look at times
 * @param typicalMs typical time to first response: of a baseline, the geometric mean over its launches; of an arm, that
 * times its ratio, so that two typical times divide to what is printed as their ratio; of an arm without a ratio, its
 * own geometric mean; NaN without launches
 * @param firstResponseMs median with its interval
 * @param afterBootMs the same of the time from the main class's first instruction to the first response, which the
 * boot's noise is not in
 * @param comparison with its baseline
 * @param pooledRatio to the baseline, with what the boots of all fixtures say, see {@link PooledBoot}; NaN where that
 * cannot be said
 * @param phasesMs median of each phase by name with its interval, in order; a phase that is fused is absent
 * @param counters what its launches needed
 */
public record ArmSummary(Arm arm, int n, int invalid, double typicalMs, Estimate firstResponseMs, Estimate afterBootMs,
    Comparison comparison, Estimate pooledRatio, Map<String, Estimate> phasesMs, CounterMedians counters) {

  /** @param reference what it is compared with; null where there is nothing */
  static ArmSummary of(ArmLaunches launches, ArmLaunches reference, Comparison comparison, Estimate pooledRatio) {
    List<Launch> counted = launches.counted();
    double ratio = comparison.ratio().value();
    double typicalMs =
        reference == null || Double.isNaN(ratio) ? geometricMeanMs(launches) : geometricMeanMs(reference) * ratio;
    return new ArmSummary(launches.arm(), counted.size(), launches.invalid().size(), typicalMs,
        medianMs(counted, Launch::firstResponseNs), medianMs(counted, Launch::afterBootNs), comparison, pooledRatio,
        phasesMs(counted), CounterMedians.of(launches));
  }

  /** NaN without launches that count. */
  private static double geometricMeanMs(ArmLaunches launches) {
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

  /** Whether the second estimate of the ratio says clearly more than the first: a fifth less is worth a line. */
  public boolean isPooledNearer() {
    return width(pooledRatio) < 0.8 * width(ratio());
  }

  private static double width(Estimate ratio) {
    return Math.log(ratio.high() / ratio.low());
  }

  /** To the baseline, see {@link Comparison#ratio()}. */
  public Estimate ratio() {
    return comparison.ratio();
  }

  /** See {@link Comparison#verdict()}. */
  public Verdict verdict() {
    return comparison.verdict();
  }
}
