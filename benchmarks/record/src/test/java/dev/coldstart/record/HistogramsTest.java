package dev.coldstart.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.HdrHistogram.AbstractHistogram;
import org.HdrHistogram.HistogramLogReader;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistogramsTest {

  private static final Locale BEFORE = Locale.getDefault();
  private static final String COLD = "cold.noop.plain-java.twin_default_jdk25.";

  @TempDir
  Path out;

  @AfterEach
  void restoreLocale() {
    Locale.setDefault(BEFORE);
  }

  @Test
  void shouldBeReadBackByHdrHistogramItself() throws IOException {
    RunData run = SampleRuns.standard().readFrom(out);
    Histograms.write(run);
    try (HistogramLogReader reader = new HistogramLogReader(file(run, COLD + "firstResponse.hlog").toFile())) {
      AbstractHistogram histogram = (AbstractHistogram) reader.nextIntervalHistogram();
      assertThat(histogram.getTag()).isEqualTo(COLD + "firstResponse");
      assertThat(histogram.getTotalCount()).isEqualTo(30);
      assertThat(histogram.getStartTimeStamp()).isEqualTo(run.manifest().startedAt().toEpochMilli());
      long maxNs = run.arms().get(0).counted().stream().mapToLong(Launch::firstResponseNs).max().getAsLong();
      assertThat(histogram.getMaxValue()).isCloseTo(maxNs, Percentage.withPercentage(0.1));
      assertThat(reader.hasNext()).isFalse();
    }
  }

  @Test
  void shouldPrintPercentilesInMicrosecondsInEachLocale() throws IOException {
    Locale.setDefault(Locale.GERMANY);
    RunData run = SampleRuns.blocks(1).readFrom(out);
    Histograms.write(run);
    List<String> lines = Files.readAllLines(file(run, COLD + "firstResponse.us.hgrm"));
    assertThat(lines.get(0)).contains("Value", "Percentile", "TotalCount");
    double us = Double.parseDouble(lines.get(2).trim().split(" +")[0]);
    double expectedUs = run.arms().get(0).counted().get(0).firstResponseNs() / 1e3;
    assertThat(us).isCloseTo(expectedUs, Percentage.withPercentage(0.1));
  }

  @Test
  void shouldHoldWhatJmhSampled() throws IOException {
    RunData run = SampleRuns.blocks(0).readFrom(out);
    Histograms.write(run);
    Path file = file(run, "jmh.noop.chicory.interpreter.SteadyState.invoke.sample.hlog");
    try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
      assertThat(((AbstractHistogram) reader.nextIntervalHistogram()).getTotalCount()).isEqualTo(3_000);
    }
  }

  @Test
  void shouldWriteNoHistogramOfNoValues() throws IOException {
    RunData run = SampleRuns.standard().readFrom(out);
    Histograms.write(run);
    assertThat(files(run)).noneMatch(name -> name.contains("graalwasm")).noneMatch(name -> name.contains("avgt"));
    assertThat(file(run, COLD + "parse.hlog")).as("a fused phase").doesNotExist();
  }

  @Test
  void shouldStayInItsFolderWhateverTheIdsAre() throws IOException {
    RunData run = SampleRuns.hostile().readFrom(out);
    Histograms.write(run);
    assertThat(files(run)).isNotEmpty().allMatch(name -> name.matches("[A-Za-z0-9._-]+"));
    // Per fixture, 2 profiles: 5 histograms an arm of plain Java and Wasmtime, 6 of Chicory, in two files each; JMH's.
    assertThat(files(run)).hasSize((2 * 2 * (5 + 6 + 6) + 3 * 2 * 3) * 2);
  }

  @Test
  void shouldNameEachFileOnce() {
    FileNames names = new FileNames();
    assertThat(List.of(names.of("a/b"), names.of("a:b"), names.of("A_b"))).containsExactly("a_b", "a_b-2", "A_b-3");
    assertThat(names.of("x".repeat(999))).hasSize(200);
  }

  private static Path file(RunData run, String name) {
    return run.folder().histograms().resolve(name);
  }

  private static List<String> files(RunData run) throws IOException {
    try (Stream<Path> files = Files.list(run.folder().histograms())) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
