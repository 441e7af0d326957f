package dev.coldstart.report.export;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunData;
import dev.coldstart.stats.estimate.StudentT;
import java.io.IOException;
import java.io.Writer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Mean;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.SequenceWriter;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code results.jmh.json}: the counted launches in the format of JMH, each as a fork with one iteration in single-shot
 * mode, for the viewers and CI actions that read JMH's files. The fields, their order and the text "NaN" are those of
 * {@code org.openjdk.jmh.results.format.JSONResultFormat}. JMH did not measure this.
 */
final class JmhShaped {

  /** The JMH version whose format this is. */
  private static final String JMH_VERSION = "1.37";

  private static final String SINGLE_SHOT = "single-shot";
  private static final String UNKNOWN = "n/a";

  /** JSON has no NaN: JMH writes it as text. */
  private static final JsonMapper MAPPER = SummaryMapper.rounding("NaN").build();

  private JmhShaped() {}

  private record Result(String jmhVersion, String benchmark, String mode, int threads, int forks, String jvm,
      List<String> jvmArgs, String jdkVersion, String vmName, String vmVersion, int warmupIterations, String warmupTime,
      int warmupBatchSize, int measurementIterations, String measurementTime, int measurementBatchSize, Params params,
      Metric primaryMetric, Map<String, Metric> secondaryMetrics) {}

  private record Params(String arm, String fixture, String profile) {}

  private record Metric(double score, double scoreError, List<Double> scoreConfidence,
      Map<String, Double> scorePercentiles, String scoreUnit, List<List<Double>> rawData) {}

  /**
   * Skips controls and arms without counted launches, because JMH has no result without a score. Works arm by arm,
   * because all launches of a large run would not fit into memory.
   */
  static void write(RunData run, Writer out) throws IOException {
    try (SequenceWriter json =
        MAPPER.writerWithDefaultPrettyPrinter().without(StreamWriteFeature.AUTO_CLOSE_TARGET).writeValuesAsArray(out)) {
      for (ArmLaunches arm : run.arms()) {
        double[] ms = Launch.valuesMs(arm.counted(), Launch::firstResponseNs);
        if (!arm.arm().isControl() && ms.length > 0) {
          json.write(result(run.manifest(), arm.arm(), ms));
        }
      }
    }
    out.write("\n");
  }

  private static Result result(Manifest manifest, Arm arm, double[] ms) {
    Optional<Manifest.Jdk> jdk = manifest.jdks().stream().filter(any -> any.id().equals(arm.jdk())).findFirst();
    String version = jdk.map(Manifest.Jdk::version).orElse(UNKNOWN);
    return new Result(JMH_VERSION, "dev.coldstart." + arm.fixture() + "." + arm.configuration(), "ss", 1, ms.length,
        arm.command().stream().findFirst().orElse(UNKNOWN), arm.jvmArgs().orElse(List.of()), version,
        jdk.map(Manifest.Jdk::vendor).orElse(UNKNOWN), version, 0, SINGLE_SHOT, 1, 1, SINGLE_SHOT, 1,
        new Params(arm.arm(), arm.fixture(), arm.profile()), metric(ms), Map.of());
  }

  private static Metric metric(double[] ms) {
    Score score = Score.of(ms);
    Map<String, Double> percentiles = new LinkedHashMap<>();
    Score.RANKS.forEach(rank -> percentiles.put(Double.toString(rank), score.percentile(rank)));
    return new Metric(score.mean(), score.error(), List.of(score.mean() - score.error(), score.mean() + score.error()),
        percentiles, "ms/op", Arrays.stream(ms).mapToObj(List::of).toList());
  }

  /**
   * The statistics of JMH 1.37 for the values of one benchmark, so that its viewers show a launch as they would show a
   * fork: the mean, although the rest of this project reports medians; Student's interval at 99.9 %; and percentiles by
   * rank (n + 1) p ({@code org.openjdk.jmh.util.AbstractStatistics}, {@code ListStatistics}), for any number of values.
   *
   * @param sorted ascending
   * @param error half the width of the interval; NaN for fewer than 3 values, as in JMH
   */
  record Score(double[] sorted, double mean, double error) {

    static final List<Double> RANKS = List.of(0.0, 50.0, 90.0, 95.0, 99.0, 99.9, 99.99, 99.999, 99.9999, 100.0);

    private static final double ALPHA = 0.001;
    private static final int FEWEST_FOR_ERROR = 3;

    /** @param values at least one */
    static Score of(double[] values) {
      double[] sorted = values.clone();
      Arrays.sort(sorted);
      double error = values.length < FEWEST_FOR_ERROR ? Double.NaN : StudentT.of(values).halfWidth(ALPHA);
      return new Score(sorted, Mean.of(values).getAsDouble(), error);
    }

    double percentile(double rank) {
      double position = rank * (sorted.length + 1) / 100;
      int below = (int) Math.floor(position);
      double value = at(below);
      return value + (at(below + 1) - value) * (position - below);
    }

    /** The value at a rank, counted from 1; a rank outside the sample gives the value at that end. */
    private double at(int place) {
      return sorted[Math.max(1, Math.min(sorted.length, place)) - 1];
    }
  }
}
