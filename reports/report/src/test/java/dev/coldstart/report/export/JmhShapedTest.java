package dev.coldstart.report.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coldstart.record.JmhResult;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class JmhShapedTest {

  @TempDir
  Path out;

  /** The sample is JMH 1.37's own output. */
  @Test
  void shouldHaveTheFieldsOfJmhInItsOrder() throws IOException {
    JsonNode real = sample();
    assertThat(real.path("mode").stringValue()).isEqualTo("ss");
    for (JsonNode ours : shaped(SampleRuns.standard().readFrom(out))) {
      assertThat(ours.propertyNames()).containsExactlyElementsOf(real.propertyNames());
      assertThat(ours.path("primaryMetric").propertyNames())
          .containsExactlyElementsOf(real.path("primaryMetric").propertyNames());
      assertThat(ours.path("primaryMetric").path("scorePercentiles").propertyNames())
          .containsExactlyElementsOf(real.path("primaryMetric").path("scorePercentiles").propertyNames());
      real.properties()
          .forEach(field -> assertThat(ours.path(field.getKey()).getNodeType()).as(field.getKey())
              .isEqualTo(field.getValue().getNodeType()));
    }
  }

  @Test
  void shouldHoldOneForkALaunchThatCounts() {
    RunData run = SampleRuns.controlled().readFrom(out);
    List<JsonNode> results = shaped(run);
    assertThat(results)
        .hasSize((int) run.arms().stream().filter(a -> !a.arm().isControl() && !a.counted().isEmpty()).count());
    JsonNode first = results.get(0);
    assertThat(first.path("benchmark").stringValue()).isEqualTo("dev.coldstart.noop.plain-java.twin");
    assertThat(first.path("params").path("arm").stringValue()).isEqualTo(SampleRuns.BASELINE);
    assertThat(first.path("forks").intValue()).isEqualTo(run.arms().get(0).counted().size());
    assertThat(first.path("primaryMetric").path("rawData")).hasSize(run.arms().get(0).counted().size());
    double mean =
        run.arms().get(0).counted().stream().mapToDouble(l -> l.firstResponseNs() / 1e6).average().orElseThrow();
    assertThat(first.path("primaryMetric").path("score").doubleValue()).isCloseTo(mean, within(1e-6));
  }

  @Test
  void shouldNameNoControlAndNothingTwice() {
    List<String> names = shaped(SampleRuns.controlled().readFrom(out)).stream()
        .map(result -> result.path("benchmark").stringValue() + result.path("params"))
        .toList();
    assertThat(names).doesNotHaveDuplicates().isNotEmpty().noneMatch(name -> name.contains("+aa"));
  }

  /** JMH's own statistics of the values that it lists, for every single-shot and average result in its sample. */
  @Test
  void shouldScoreAsJmhDoes() throws IOException {
    for (JsonNode real : samples()) {
      JsonNode metric = real.path("primaryMetric");
      List<Double> values = new ArrayList<>();
      metric.path("rawData").forEach(fork -> fork.forEach(value -> values.add(value.doubleValue())));
      if (values.isEmpty()) {
        continue;
      }
      JmhShaped.Score score = JmhShaped.Score.of(values.stream().mapToDouble(value -> value).toArray());
      assertThat(score.mean()).isCloseTo(metric.path("score").doubleValue(), within(1e-9));
      assertThat(score.error()).isNaN();
      for (Map.Entry<String, JsonNode> percentile : metric.path("scorePercentiles").properties()) {
        assertThat(score.percentile(Double.parseDouble(percentile.getKey())))
            .isCloseTo(percentile.getValue().doubleValue(), within(1e-9));
      }
    }
  }

  /** Student's table has t = 8.6103 at 99.9 % and 4 degrees of freedom; the values' standard deviation is sqrt(2.5). */
  @Test
  void shouldGiveStudentsErrorFromThreeValuesOn() {
    assertThat(JmhShaped.Score.of(new double[] {5, 1, 3, 2, 4}).error()).isCloseTo(8.6103 * Math.sqrt(2.5 / 5),
        within(1e-4));
    assertThat(JmhShaped.Score.of(new double[] {1, 2}).error()).isNaN();
    assertThat(JmhShaped.Score.of(new double[] {1, 2, 3}).error()).isPositive();
  }

  @Test
  void shouldWriteNaNAsJmhDoes() {
    JsonNode metric = shaped(SampleRuns.blocks(1).readFrom(out)).get(0).path("primaryMetric");
    assertThat(metric.path("scoreError").stringValue()).isEqualTo("NaN");
    assertThat(metric.path("scoreConfidence").toString()).isEqualTo("[\"NaN\",\"NaN\"]");
  }

  /** Our reader of JMH's files accepts it, after the parameter is renamed to that of JMH's own benchmarks here. */
  @Test
  void shouldBeReadableAsJmhsFile() throws IOException {
    RunData run = SampleRuns.standard().withoutJmh().readFrom(out);
    String text = text(run).replace("\"arm\" :", "\"configuration\" :");
    Files.writeString(Files.createDirectories(run.folder().jmh()).resolve("shaped.json"), text);
    List<JmhResult> read = RunReader.read(run.folder().path()).jmh();
    assertThat(read).isNotEmpty().allMatch(result -> result.mode().equals("ss") && !result.samples().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "ar-EG"})
  void shouldWriteTheSameInEachLocale(String tag) throws IOException {
    RunData run = SampleRuns.hostile().readFrom(out);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      String expected = text(run);
      Locale.setDefault(Locale.forLanguageTag(tag));
      SummaryWriter.writeOthers(run, Summary.of(run), run.folder());
      assertThat(Files.readString(run.folder().jmhShaped())).isEqualTo(expected).endsWith("]\n");
    } finally {
      Locale.setDefault(before);
    }
  }

  private static String text(RunData run) {
    StringWriter out = new StringWriter();
    try {
      JmhShaped.write(run, out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString();
  }

  private static List<JsonNode> shaped(RunData run) {
    return List.copyOf(JsonMapper.shared().readTree(text(run)).values());
  }

  private static JsonNode sample() throws IOException {
    return samples().stream()
        .filter(result -> result.path("mode").stringValue().equals("ss"))
        .findFirst()
        .orElseThrow();
  }

  private static List<JsonNode> samples() throws IOException {
    try (InputStream file = RunReader.class.getResourceAsStream("jmh-1.37.json")) {
      return List.copyOf(JsonMapper.shared().readTree(file).values());
    }
  }
}
