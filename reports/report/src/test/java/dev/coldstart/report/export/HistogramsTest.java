package dev.coldstart.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Launch;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.record.SampleScenarios;
import dev.coldstart.record.WarmLaunch;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.HistogramLogReader;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistogramsTest {

  private static final Locale BEFORE = Locale.getDefault();
  private static final String PLAIN = "noop.plain-java.twin_default_jdk25.";

  @TempDir
  Path out;

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(BEFORE);
  }

  @Test
  void shouldBeReadBackByHdrHistogramItself() throws IOException {
    RunData run = SampleRuns.standard().readFrom(out);
    AbstractHistogram histogram = written(run, "cold").get(PLAIN + "firstResponse");
    assertThat(histogram.getTotalCount()).isEqualTo(30);
    assertThat(histogram.getStartTimeStamp()).isEqualTo(run.manifest().startedAt().toEpochMilli());
    assertThat(histogram.getEndTimeStamp()).isEqualTo(run.manifest().endedAt().toEpochMilli());
    long maxNs = run.arms().get(0).counted().stream().mapToLong(Launch::firstResponseNs).max().getAsLong();
    assertThat(histogram.getMaxValue()).isCloseTo(maxNs, Percentage.withPercentage(0.1));
  }

  @Test
  void shouldBeTheSameInEachLocale() throws IOException {
    RunData run = SampleRuns.blocks(1).readFrom(out);
    Locale.setDefault(Locale.GERMANY);
    AbstractHistogram histogram = written(run, "cold").get(PLAIN + "firstResponse");
    long ns = run.arms().get(0).counted().get(0).firstResponseNs();
    assertThat(histogram.getMaxValue()).isCloseTo(ns, Percentage.withPercentage(0.1));
    ByteArrayOutputStream percentiles = new ByteArrayOutputStream();
    histogram.outputPercentileDistribution(new PrintStream(percentiles, true, StandardCharsets.UTF_8), 1e3);
    double us =
        Double.parseDouble(percentiles.toString(StandardCharsets.UTF_8).lines().toList().get(2).trim().split(" +")[0]);
    assertThat(us).isCloseTo(ns / 1e3, Percentage.withPercentage(0.1));
  }

  @Test
  void shouldHoldWhatJmhSampled() throws IOException {
    RunData run = SampleRuns.blocks(0).readFrom(out);
    assertThat(written(run, "jmh").get("noop.chicory.interpreter.SteadyState.invoke.sample").getTotalCount())
        .isEqualTo(3_000);
  }

  @Test
  void shouldHoldAllCallsAfterTheFirst() throws IOException {
    WarmLaunch valid = new WarmLaunch(0, 1, SampleRuns.BASELINE, "noop", true, null, 9L, new long[] {3, 2});
    WarmLaunch invalid = new WarmLaunch(0, 2, SampleRuns.BASELINE, "noop", false, "exit code 3", null, null);
    SampleRun run = SampleRuns.blocks(1).withScenarios(SampleScenarios.lines(List.of(valid, invalid)));
    Map<String, AbstractHistogram> calls = written(run.readFrom(out), "cold-to-warm");
    assertThat(calls).containsOnlyKeys(PLAIN + "calls");
    assertThat(calls.get(PLAIN + "calls").getTotalCount()).isEqualTo(2);
  }

  @Test
  void shouldWriteNoHistogramOfNoValues() throws IOException {
    RunData run = SampleRuns.standard().withoutJmh().readFrom(out);
    assertThat(written(run, "cold")).doesNotContainKey(PLAIN + "parse")
        .allSatisfy((tag, histogram) -> assertThat(tag).doesNotContain("graalwasm"));
    assertThat(run.folder().histograms()).isDirectoryNotContaining("glob:**jmh*")
        .isDirectoryNotContaining("glob:**warm*");
  }

  @Test
  void shouldGiveEachHistogramATagOfItsOwnThatToolsCanFilterBy() throws IOException {
    RunData run = SampleRuns.hostile().readFrom(out);
    Map<String, AbstractHistogram> cold = written(run, "cold");
    assertThat(cold.keySet()).allMatch(tag -> tag.matches("[A-Za-z0-9._-]+"));
    // Per fixture, 2 profiles: 5 histograms per arm for plain Java, 6 for Wasmtime and for Chicory.
    assertThat(cold).hasSize(2 * 2 * (5 + 6 + 6));
    assertThat(written(run, "jmh")).hasSize(3 * 2 * 3);
  }

  @Test
  void shouldNameEachFileAndTagOnce() {
    FileNames names = new FileNames();
    assertThat(List.of(names.of("a/b"), names.of("a:b"), names.of("A_b"))).containsExactly("a_b", "a_b-2", "A_b-3");
    assertThat(names.of("x".repeat(999))).hasSize(200);
  }

  /** By tag. */
  private static Map<String, AbstractHistogram> written(RunData run, String kind) throws IOException {
    Histograms.write(run, run.folder().histograms());
    Map<String, AbstractHistogram> byTag = new LinkedHashMap<>();
    try (
      HistogramLogReader reader = new HistogramLogReader(run.folder().histograms().resolve(kind + ".hlog").toFile())) {
      EncodableHistogram next;
      while ((next = reader.nextIntervalHistogram()) != null) {
        assertThat(byTag.put(next.getTag(), (AbstractHistogram) next)).as(next.getTag()).isNull();
      }
    }
    return byTag;
  }
}
