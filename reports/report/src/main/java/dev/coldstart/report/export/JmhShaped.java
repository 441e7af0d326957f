package dev.coldstart.report.export;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunData;
import dev.coldstart.record.text.Format;
import dev.coldstart.stats.estimate.StudentT;
import java.io.IOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.descriptive.Mean;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code results.jmh.json}: the launches that count as JMH would have written them, each a fork of one iteration in
 * single-shot mode, for the viewers and CI actions that read JMH's files. The fields, their order and the text "NaN"
 * are those of {@code org.openjdk.jmh.results.format.JSONResultFormat}. JMH did not measure this.
 */
final class JmhShaped {

  /** Whose shape it is. */
  private static final String JMH_VERSION = "1.37";

  private static final String SINGLE_SHOT = "single-shot";
  private static final String UNKNOWN = "n/a";

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private final JsonGenerator json;
  private final Manifest manifest;

  private JmhShaped(JsonGenerator json, Manifest manifest) {
    this.json = json;
    this.manifest = manifest;
  }

  /**
   * Without controls, and without arms of which no launch counts: JMH has no result without a score. Launch by launch,
   * for a tree of a million would fill the memory.
   */
  static void write(RunData run, Writer out) throws IOException {
    try (JsonGenerator json = MAPPER.writerWithDefaultPrettyPrinter().createGenerator(out)) {
      json.writeStartArray();
      for (ArmLaunches arm : run.arms()) {
        double[] ns = Launch.values(arm.counted(), Launch::firstResponseNs);
        if (!arm.arm().isControl() && ns.length > 0) {
          new JmhShaped(json, run.manifest()).result(arm.arm(),
              Arrays.stream(ns).map(time -> time / Format.NS_PER_MS).toArray());
        }
      }
      json.writeEndArray();
      json.flush();
      out.write("\n");
    }
  }

  private void result(Arm arm, double[] ms) {
    json.writeStartObject();
    json.writeStringProperty("jmhVersion", JMH_VERSION);
    json.writeStringProperty("benchmark", "dev.coldstart." + arm.fixture() + "." + arm.configuration());
    json.writeStringProperty("mode", "ss");
    json.writeNumberProperty("threads", 1);
    json.writeNumberProperty("forks", ms.length);
    jvm(arm);
    json.writeNumberProperty("warmupIterations", 0);
    json.writeStringProperty("warmupTime", SINGLE_SHOT);
    json.writeNumberProperty("warmupBatchSize", 1);
    json.writeNumberProperty("measurementIterations", 1);
    json.writeStringProperty("measurementTime", SINGLE_SHOT);
    json.writeNumberProperty("measurementBatchSize", 1);
    json.writeObjectPropertyStart("params");
    json.writeStringProperty("arm", arm.arm());
    json.writeStringProperty("fixture", arm.fixture());
    json.writeStringProperty("profile", arm.profile());
    json.writeEndObject();
    metric(ms);
    json.writeObjectPropertyStart("secondaryMetrics");
    json.writeEndObject();
    json.writeEndObject();
  }

  private void jvm(Arm arm) {
    json.writeStringProperty("jvm", arm.command().stream().findFirst().orElse(UNKNOWN));
    json.writeArrayPropertyStart("jvmArgs");
    arm.jvmArgs().orElse(List.of()).forEach(json::writeString);
    json.writeEndArray();
    Optional<Manifest.Jdk> jdk = manifest.jdks().stream().filter(any -> any.id().equals(arm.jdk())).findFirst();
    String version = jdk.map(Manifest.Jdk::version).orElse(UNKNOWN);
    json.writeStringProperty("jdkVersion", version);
    json.writeStringProperty("vmName", jdk.map(Manifest.Jdk::vendor).orElse(UNKNOWN));
    json.writeStringProperty("vmVersion", version);
  }

  private void metric(double[] ms) {
    Score score = Score.of(ms);
    json.writeObjectPropertyStart("primaryMetric");
    number("score", score.mean());
    number("scoreError", score.error());
    json.writeArrayPropertyStart("scoreConfidence");
    number(score.mean() - score.error());
    number(score.mean() + score.error());
    json.writeEndArray();
    json.writeObjectPropertyStart("scorePercentiles");
    Score.RANKS.forEach(rank -> number(Double.toString(rank), score.percentile(rank)));
    json.writeEndObject();
    json.writeStringProperty("scoreUnit", "ms/op");
    json.writeArrayPropertyStart("rawData");
    for (double one : ms) {
      json.writeStartArray();
      json.writeNumber(SummaryMapper.rounded(one));
      json.writeEndArray();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void number(String field, double value) {
    json.writeName(field);
    number(value);
  }

  /** JSON has no NaN: JMH writes it as a text. */
  private void number(double value) {
    BigDecimal rounded = SummaryMapper.rounded(value);
    if (rounded == null) {
      json.writeString("NaN");
    } else {
      json.writeNumber(rounded);
    }
  }

  /**
   * What JMH 1.37 says of the values of one benchmark, by its own rules, so that its viewers show of a launch what they
   * would of a fork: the mean, where the rest of this project reports medians; Student's interval at 99.9 %; and
   * percentiles by rank (n + 1) p ({@code org.openjdk.jmh.util.AbstractStatistics}, {@code ListStatistics}), of any
   * number of values.
   *
   * @param sorted ascending
   * @param error half the width of the interval; NaN of fewer than 3 values, as in JMH
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

    /** The value at a place from 1; beyond either end the one that stands there. */
    private double at(int place) {
      return sorted[Math.max(1, Math.min(sorted.length, place)) - 1];
    }
  }
}
