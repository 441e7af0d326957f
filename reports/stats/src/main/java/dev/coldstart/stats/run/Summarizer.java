package dev.coldstart.stats.run;

import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.RunData;
import dev.coldstart.stats.estimate.Bootstrap;
import dev.coldstart.stats.estimate.Medians;
import dev.coldstart.stats.scenario.ScenarioSummary;
import dev.coldstart.stats.scenario.SizeFit;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Says of each arm of a run what its launches carry. */
public final class Summarizer {

  /** The margin unless another is declared: less than this is no difference that matters. */
  public static final double MARGIN = 0.02;

  private Summarizer() {}

  public static Summary of(RunData run) {
    return of(run, MARGIN);
  }

  /** @param margin of the verdicts, as a part of 1; where the run's own noise is more, that is taken */
  public static Summary of(RunData run, double margin) {
    return of(run, margin, Bootstrap.RESAMPLES);
  }

  static Summary of(RunData run, double margin, int resamples) {
    Bootstrap bootstrap = new Bootstrap(run.manifest().plan().seed(), resamples);
    List<ControlResult> controls = ControlResult.of(run, bootstrap);
    List<Doubt> doubts = Doubt.of(run, controls);
    RunStatus status = RunStatus.of(doubts);
    boolean trusted = status != RunStatus.DO_NOT_TRUST;
    List<Comparison> comparisons = Comparisons.of(run, margin, bootstrap, trusted);
    // In the manifest's order.
    List<ArmSummary> arms = IntStream.range(0, comparisons.size())
        .parallel()
        .mapToObj(i -> arm(run.arms().get(i), comparisons.get(i)))
        .toList();
    List<ArmSummary> sorted = sorted(arms, run.manifest());
    RunEffort effort = RunEffort.of(run);
    return new Summary(margin, status, doubts, controls, sorted, JmhBias.of(run, arms), effort,
        ScenarioSummary.of(run, bootstrap), SizeFit.of(run), RunWarnings.of(run, effort),
        Details.of(run, sorted, bootstrap, trusted));
  }

  private static List<ArmSummary> sorted(List<ArmSummary> arms, Manifest manifest) {
    List<String> fixtures = manifest.fixtures().stream().map(Manifest.FixtureFacts::id).toList();
    // NaN, the median of an arm that ran and gave no launch that counts, compares as larger than any number.
    return arms.stream()
        .sorted(Comparator.comparingInt((ArmSummary arm) -> fixtures.indexOf(arm.arm().fixture()))
            .thenComparing(arm -> !arm.arm().ran())
            .thenComparing(arm -> arm.firstResponseMs().value()))
        .toList();
  }

  private static ArmSummary arm(ArmLaunches launches, Comparison comparison) {
    List<Launch> counted = launches.counted();
    return new ArmSummary(launches.arm(), counted.size(), launches.invalid().size(),
        Medians.of(Launch.valuesMs(counted, Launch::firstResponseNs)), comparison, phasesMs(counted),
        CounterMedians.of(launches));
  }

  private static Map<String, Double> phasesMs(List<Launch> counted) {
    Map<String, Double> phases = new LinkedHashMap<>();
    for (String phase : PhasesNs.NAMES) {
      double ms = Medians.of(Launch.valuesMs(counted, launch -> launch.phaseNs(phase))).value();
      if (!Double.isNaN(ms)) {
        phases.put(phase, ms);
      }
    }
    return phases;
  }
}
