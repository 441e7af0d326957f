package dev.coldstart.stats;

import dev.coldstart.results.Arm;
import dev.coldstart.results.ArmLaunches;
import dev.coldstart.results.Launch;
import dev.coldstart.results.Manifest;
import dev.coldstart.results.RunData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.List;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code results.jmh.json}: the launches that count as JMH would have written them, each a fork of one iteration in
 * single-shot mode, for the viewers and CI actions that read JMH's files. The fields, their order and the text "NaN" are
 * those of {@code org.openjdk.jmh.results.format.JSONResultFormat}. JMH did not measure this.
 */
public final class JmhShaped {

  /** Whose shape it is. */
  private static final String JMH_VERSION = "1.37";

  private static final String SINGLE_SHOT = "single-shot";
  private static final String UNKNOWN = "n/a";
  private static final double NS_PER_MS = 1e6;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private JmhShaped() {}

  /**
   * Writes the file in place of an older one.
   *
   * @throws UncheckedIOException when it cannot be written
   */
  public static void write(RunData run) {
    try {
      Files.writeString(run.folder().jmhShaped(), of(run));
    } catch (IOException e) {
      throw new UncheckedIOException("results=" + run.folder().jmhShaped() + " cannot be written", e);
    }
  }

  /** Without controls, and without arms of which no launch counts: JMH has no result without a score. */
  static String of(RunData run) {
    ArrayNode results = MAPPER.createArrayNode();
    run.arms().stream()
        .filter(arm -> !arm.arm().isControl() && !arm.counted().isEmpty())
        .forEach(arm -> result(results.addObject(), arm, run.manifest()));
    return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(results) + "\n";
  }

  private static void result(ObjectNode node, ArmLaunches launches, Manifest manifest) {
    Arm arm = launches.arm();
    double[] ms = launches.counted().stream().mapToDouble(launch -> launch.firstResponseNs() / NS_PER_MS).toArray();
    node.put("jmhVersion", JMH_VERSION);
    node.put("benchmark", "dev.coldstart." + arm.fixture() + "." + arm.configuration());
    node.put("mode", "ss");
    node.put("threads", 1);
    node.put("forks", ms.length);
    jvm(node, arm, manifest);
    node.put("warmupIterations", 0);
    node.put("warmupTime", SINGLE_SHOT);
    node.put("warmupBatchSize", 1);
    node.put("measurementIterations", 1);
    node.put("measurementTime", SINGLE_SHOT);
    node.put("measurementBatchSize", 1);
    node.putObject("params").put("arm", arm.arm()).put("fixture", arm.fixture()).put("profile", arm.profile());
    metric(node.putObject("primaryMetric"), ms);
    node.putObject("secondaryMetrics");
  }

  private static void jvm(ObjectNode node, Arm arm, Manifest manifest) {
    node.put("jvm", arm.command().stream().findFirst().orElse(UNKNOWN));
    ArrayNode args = node.putArray("jvmArgs");
    JvmArgs.of(arm).orElse(List.of()).forEach(args::add);
    Manifest.Jdk jdk = manifest.jdks().stream().filter(any -> any.id().equals(arm.jdk())).findFirst().orElse(null);
    String version = jdk == null || jdk.version() == null ? UNKNOWN : jdk.version();
    node.put("jdkVersion", version);
    node.put("vmName", jdk == null || jdk.vendor() == null ? UNKNOWN : jdk.vendor());
    node.put("vmVersion", version);
  }

  private static void metric(ObjectNode metric, double[] ms) {
    JmhScore score = JmhScore.of(ms);
    number(metric, "score", score.mean());
    number(metric, "scoreError", score.error());
    ArrayNode interval = metric.putArray("scoreConfidence");
    interval.add(MAPPER.valueToTree(jmh(score.mean() - score.error())));
    interval.add(MAPPER.valueToTree(jmh(score.mean() + score.error())));
    ObjectNode percentiles = metric.putObject("scorePercentiles");
    JmhScore.RANKS.forEach(rank -> number(percentiles, Double.toString(rank), score.percentile(rank)));
    metric.put("scoreUnit", "ms/op");
    ArrayNode forks = metric.putArray("rawData");
    for (double one : ms) {
      forks.addArray().add(ArmColumns.rounded(one));
    }
  }

  private static void number(ObjectNode node, String field, double value) {
    node.set(field, MAPPER.valueToTree(jmh(value)));
  }

  /** JSON has no NaN: JMH writes it as a text. */
  private static Object jmh(double value) {
    BigDecimal rounded = ArmColumns.rounded(value);
    return rounded == null ? "NaN" : rounded;
  }
}
