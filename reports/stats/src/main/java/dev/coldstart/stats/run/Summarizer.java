package dev.coldstart.stats.run;

import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.LaunchField;
import dev.coldstart.record.Launches;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.RunData;
import dev.coldstart.stats.estimate.Bootstrap;
import dev.coldstart.stats.estimate.Medians;
import dev.coldstart.stats.scenario.ScenarioSummaries;
import dev.coldstart.stats.scenario.SizeFits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Says of each arm of a run what its launches carry. */
public final class Summarizer {

  /** The margin unless another is declared: less than this is no difference that matters. */
  public static final double MARGIN = 0.02;

  private static final double NS_PER_MS = 1e6;

  private final RunData run;
  private final double margin;
  private final Bootstrap bootstrap;

  private Summarizer(RunData run, double margin, int resamples) {
    this.run = run;
    this.margin = margin;
    this.bootstrap = new Bootstrap(run.manifest().plan().seed(), resamples);
  }

  public static Summary of(RunData run) {
    return of(run, MARGIN);
  }

  /** @param margin of the verdicts, as a part of 1; where the run's own noise is more, that is taken */
  public static Summary of(RunData run, double margin) {
    return of(run, margin, Bootstrap.RESAMPLES);
  }

  static Summary of(RunData run, double margin, int resamples) {
    return new Summarizer(run, margin, resamples).summary();
  }

  private Summary summary() {
    List<ControlResult> controls = ControlChecks.of(run, bootstrap);
    RunTrust trust = RunTrust.of(run, controls);
    List<ArmSummary> arms = arms(Comparisons.of(run, margin, bootstrap, trust.isTrusted()));
    List<ArmSummary> sorted = sorted(arms);
    RunEffort conduct = RunEffort.of(run);
    List<String> warnings = new ArrayList<>(run.warnings());
    warnings.addAll(RunWarnings.of(run, conduct));
    return new Summary(margin, trust.status(), trust.reasons(), controls, sorted, JmhBiases.of(run, arms), conduct,
        ScenarioSummaries.of(run, bootstrap), SizeFits.of(run), List.copyOf(warnings),
        Details.of(run, sorted, bootstrap, trust.isTrusted()));
  }

  /** In the manifest's order. */
  private List<ArmSummary> arms(List<Comparison> comparisons) {
    return IntStream.range(0, comparisons.size())
        .parallel()
        .mapToObj(i -> arm(run.arms().get(i), comparisons.get(i)))
        .toList();
  }

  private List<ArmSummary> sorted(List<ArmSummary> arms) {
    List<String> fixtures = run.manifest().fixtures().stream().map(Manifest.FixtureFacts::id).toList();
    // NaN, the median of an arm that ran and gave no launch that counts, compares as larger than any number.
    return arms.stream()
        .sorted(Comparator.comparingInt((ArmSummary arm) -> fixtures.indexOf(arm.arm().fixture()))
            .thenComparing(arm -> !arm.arm().ran())
            .thenComparing(arm -> arm.firstResponseMs().value()))
        .toList();
  }

  private static ArmSummary arm(ArmLaunches launches, Comparison comparison) {
    Launches counted = launches.counted();
    return new ArmSummary(launches.arm(), counted.size(),
        launches.launches().count(i -> !launches.launches().isValid(i)),
        Medians.of(values(counted, LaunchField.FIRST_RESPONSE_NS, NS_PER_MS)), comparison, phasesMs(counted),
        Counters.of(launches));
  }

  private static Map<String, Double> phasesMs(Launches counted) {
    Map<String, Double> phases = new LinkedHashMap<>();
    for (int phase = 0; phase < PhasesNs.NAMES.size(); phase++) {
      double ms = median(counted, LaunchField.PHASES.get(phase), NS_PER_MS);
      if (!Double.isNaN(ms)) {
        phases.put(PhasesNs.NAMES.get(phase), ms);
      }
    }
    return phases;
  }

  private static double median(Launches launches, LaunchField field, double unit) {
    return Medians.of(values(launches, field, unit)).value();
  }

  private static double[] values(Launches launches, LaunchField field, double unit) {
    double[] values = launches.values(field);
    Arrays.setAll(values, i -> values[i] / unit);
    return values;
  }
}
