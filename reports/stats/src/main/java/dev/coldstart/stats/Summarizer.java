package dev.coldstart.stats;

import dev.coldstart.results.Arm;
import dev.coldstart.results.ArmLaunches;
import dev.coldstart.results.Launch;
import dev.coldstart.results.Manifest;
import dev.coldstart.results.PhasesNs;
import dev.coldstart.results.RunData;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Says of each arm of a run what its launches carry. */
public final class Summarizer {

  /** The margin unless another is declared: less than this is no difference that matters. */
  public static final double MARGIN = 0.02;

  private static final double NS_PER_MS = 1e6;

  private final RunData run;
  private final double margin;

  private Summarizer(RunData run, double margin) {
    this.run = run;
    this.margin = margin;
  }

  public static Summary of(RunData run) {
    return of(run, MARGIN);
  }

  /** @param margin of the verdicts, as a part of 1 */
  public static Summary of(RunData run, double margin) {
    return new Summarizer(run, margin).summary();
  }

  private Summary summary() {
    List<ArmSummary> arms = new ArrayList<>(run.arms().stream().map(this::arm).toList());
    List<String> fixtures = run.manifest().fixtures().stream().map(Manifest.FixtureFacts::id).toList();
    // NaN, the median of an arm that ran and gave no launch that counts, compares as larger than any number.
    arms.sort(
        Comparator.comparingInt((ArmSummary arm) -> fixtures.indexOf(arm.arm().fixture()))
            .thenComparing(arm -> !arm.arm().ran())
            .thenComparing(arm -> arm.firstResponseMs().value()));
    List<String> warnings = new ArrayList<>(run.warnings());
    warnings.addAll(RunWarnings.of(run));
    return new Summary(
        margin, RunStatus.INDICATIVE, List.of(), List.of(), List.copyOf(arms), List.of(), List.copyOf(warnings));
  }

  private ArmSummary arm(ArmLaunches launches) {
    List<Launch> counted = launches.counted();
    Estimate ratio = ratio(launches);
    boolean judged = !launches.arm().baseline() && !counted.isEmpty();
    return new ArmSummary(
        launches.arm(),
        counted.size(),
        (int) launches.launches().stream().filter(launch -> !launch.valid()).count(),
        Medians.of(values(counted, Launch::firstResponseNs, NS_PER_MS)),
        new Comparison(
            ratio, margin, Double.NaN, Double.NaN, Double.NaN, judged ? Verdict.of(ratio, margin) : null, null),
        phasesMs(counted),
        median(counted, Launch::cpuNs, NS_PER_MS),
        median(counted, Launch::peakRssBytes, 1),
        median(counted, Launch::classesLoaded, 1),
        median(counted, Launch::classesFromArchive, 1));
  }

  private Estimate ratio(ArmLaunches launches) {
    if (launches.counted().isEmpty()) {
      return Estimate.NONE;
    }
    if (launches.arm().baseline()) {
      return new Estimate(1, Double.NaN, Double.NaN);
    }
    return run.arms().stream()
        .filter(other -> isBaselineOf(other.arm(), launches.arm()))
        .findFirst()
        .map(baseline -> PairedRatio.of(launches, baseline, run.manifest().plan().seed()))
        .orElse(Estimate.NONE);
  }

  /** Only what differs in nothing but the configuration is compared. */
  static boolean isBaselineOf(Arm baseline, Arm arm) {
    return baseline.baseline()
        && baseline.fixture().equals(arm.fixture())
        && baseline.profile().equals(arm.profile())
        && baseline.jdk().equals(arm.jdk());
  }

  private static Map<String, Double> phasesMs(List<Launch> launches) {
    Map<String, Double> phases = new LinkedHashMap<>();
    for (int i = 0; i < PhasesNs.NAMES.size(); i++) {
      int phase = i;
      double ms = median(launches, launch -> launch.phasesNs().inOrder().get(phase), NS_PER_MS);
      if (!Double.isNaN(ms)) {
        phases.put(PhasesNs.NAMES.get(phase), ms);
      }
    }
    return phases;
  }

  private static double median(List<Launch> launches, Function<Launch, Long> field, double unit) {
    return Medians.of(values(launches, field, unit)).value();
  }

  private static double[] values(List<Launch> launches, Function<Launch, Long> field, double unit) {
    return launches.stream().map(field).filter(Objects::nonNull).mapToDouble(value -> value / unit).toArray();
  }
}
