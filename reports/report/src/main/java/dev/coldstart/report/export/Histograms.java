package dev.coldstart.report.export;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.JmhResult;
import dev.coldstart.record.Launch;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.RunData;
import dev.coldstart.record.Scenarios;
import dev.coldstart.record.WarmLaunch;
import dev.coldstart.record.io.WholeFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Writes a run's times as HdrHistogram logs, for tools that read those: the first response and each phase of each arm's
 * counted launches, JMH's samples, and the calls from cold to warm. One log per kind, in ns; each histogram has its own
 * tag. The raw data stays the source: a histogram keeps only 3 digits.
 */
final class Histograms implements AutoCloseable {

  private static final int SIGNIFICANT_DIGITS = 3;

  private final PrintStream out;
  private final HistogramLogWriter log;
  private final FileNames tags = new FileNames();
  private final long startedMs;
  private final long endedMs;

  private Histograms(RunData run, String kind, Path file) throws IOException {
    out = new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8);
    startedMs = run.manifest().startedAt().toEpochMilli();
    endedMs = run.manifest().endedAt() == null ? startedMs : run.manifest().endedAt().toEpochMilli();
    log = new HistogramLogWriter(out);
    log.outputComment("[" + kind + ": each interval is the whole run; recorded in ns, Interval_Max in ms]");
    log.outputLogFormatVersion();
    log.outputStartTime(startedMs);
    log.setBaseTime(startedMs);
    log.outputBaseTime(startedMs);
    log.outputLegend();
  }

  /** Fills a folder, replacing files of the same names. A kind without values gets no file. */
  static void write(RunData run, Path folder) throws IOException {
    Files.createDirectories(folder);
    write(run, "cold", folder, cold -> run.arms().forEach(cold::cold));
    if (!run.jmh().isEmpty()) {
      write(run, "jmh", folder, jmh -> run.jmh().forEach(jmh::jmh));
    }
    if (!run.scenarios().of(WarmLaunch.class).isEmpty()) {
      write(run, Scenarios.COLD_TO_WARM, folder, warm -> run.arms().forEach(arm -> warm.calls(run, arm.arm())));
    }
  }

  private static void write(RunData run, String kind, Path folder, Consumer<Histograms> adding) throws IOException {
    WholeFile.write(folder.resolve(kind + ".hlog"), fresh -> {
      try (Histograms log = new Histograms(run, kind, fresh)) {
        adding.accept(log);
      }
    });
  }

  private void cold(ArmLaunches arm) {
    cold(arm, "firstResponse", Launch::firstResponseNs);
    for (String phase : PhasesNs.NAMES) {
      cold(arm, phase, launch -> launch.phaseNs(phase));
    }
  }

  private void cold(ArmLaunches arm, String what, Function<Launch, Long> ns) {
    Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);
    for (double time : Launch.values(arm.counted(), ns)) {
      // The run's reader warns of negative phases; a histogram cannot hold them.
      if (time >= 0) {
        histogram.recordValue((long) time);
      }
    }
    add(histogram, arm.arm().fixture(), arm.arm().arm(), what);
  }

  private void jmh(JmhResult result) {
    Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);
    result.samples().forEach(sample -> histogram.recordValueWithCount(sample.valueNs(), sample.count()));
    add(histogram, result.fixture(), result.configuration(), result.benchmark(), result.mode());
  }

  /** Without the first call, which is part of the first response. */
  private void calls(RunData run, Arm arm) {
    Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);
    run.scenarios()
        .of(WarmLaunch.class)
        .stream()
        .filter(launch -> launch.valid() && launch.key().equals(arm.key()))
        .flatMapToLong(launch -> LongStream.of(launch.callNs()))
        .forEach(histogram::recordValue);
    add(histogram, arm.fixture(), arm.arm(), "calls");
  }

  /**
   * Skips a histogram without values, whose percentiles would print as 0. A tag must not contain a comma, white space
   * or a line break; a file name has none either.
   */
  private void add(Histogram histogram, String... tag) {
    if (histogram.getTotalCount() > 0) {
      histogram.setTag(tags.of(tag));
      histogram.setStartTimeStamp(startedMs);
      histogram.setEndTimeStamp(endedMs);
      log.outputIntervalHistogram(histogram);
    }
  }

  @Override
  public void close() throws IOException {
    log.close();
    // A PrintStream does not throw on errors.
    if (out.checkError()) {
      throw new IOException("a log was not written completely");
    }
  }
}
