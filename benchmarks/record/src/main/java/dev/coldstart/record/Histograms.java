package dev.coldstart.record;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Writes a run's times as HdrHistograms, for the tools that read those: the first response and each phase of each arm's
 * launches that count, what JMH sampled, and the calls from cold to warm. Each stands in two files,
 * {@code <name>.us.hgrm} with its percentiles in us and {@code <name>.hlog} with the histogram itself in ns. The raw
 * data stays the source: a histogram keeps 3 digits.
 */
public final class Histograms {

  private static final int SIGNIFICANT_DIGITS = 3;

  /** us, for in ms a steady call of a few ns would print as 0. */
  private static final double NS_PER_US = 1e3;

  /** So many lines between each halving of the distance to 100 %: HdrHistogram's own default. */
  private static final int TICKS_PER_HALF_DISTANCE = 5;

  private final RunData run;
  private final FileNames names = new FileNames();

  private Histograms(RunData run) {
    this.run = run;
  }

  /** Writes the folder {@code histograms}, in place of files of the same names. */
  public static void write(RunData run) {
    Path folder = run.folder().histograms();
    try {
      Files.createDirectories(folder);
      Histograms histograms = new Histograms(run);
      for (ArmLaunches arm : run.arms()) {
        histograms.cold(arm);
      }
      for (JmhResult result : run.jmh()) {
        histograms.jmh(result);
      }
      for (ArmLaunches arm : run.arms()) {
        histograms.calls(arm.arm());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("histograms cannot be written to " + folder + " (" + e + ")", e);
    }
  }

  private void cold(ArmLaunches arm) throws IOException {
    cold(arm, "firstResponse", Launch::firstResponseNs);
    for (String phase : PhasesNs.NAMES) {
      cold(arm, phase, launch -> launch.phaseNs(phase));
    }
  }

  private void cold(ArmLaunches arm, String what, Function<Launch, Long> ns) throws IOException {
    Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);
    for (double time : Launch.values(arm.counted(), ns)) {
      // A negative phase is warned of where the run is read; a histogram cannot hold it.
      if (time >= 0) {
        histogram.recordValue((long) time);
      }
    }
    write(histogram, "cold", arm.arm().fixture(), arm.arm().arm(), what);
  }

  private void jmh(JmhResult result) throws IOException {
    Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);
    result.samples().forEach(sample -> histogram.recordValueWithCount(sample.valueNs(), sample.count()));
    write(histogram, "jmh", result.fixture(), result.configuration(), result.benchmark(), result.mode());
  }

  /** The first call is not among them: it lies in the first response. */
  private void calls(Arm arm) throws IOException {
    Histogram histogram = new Histogram(SIGNIFICANT_DIGITS);
    run.scenarios()
        .coldToWarm()
        .stream()
        .filter(launch -> launch.valid() && launch.key().equals(arm.key()))
        .flatMapToLong(launch -> LongStream.of(launch.callNs()))
        .forEach(histogram::recordValue);
    write(histogram, Scenarios.COLD_TO_WARM, arm.fixture(), arm.arm(), "calls");
  }

  /** No file of no values: an empty one would print as percentiles of 0. */
  private void write(Histogram histogram, String... parts) throws IOException {
    if (histogram.getTotalCount() == 0) {
      return;
    }
    String name = names.of(parts);
    Path folder = run.folder().histograms();
    try (PrintStream out = open(folder.resolve(name + ".us.hgrm"))) {
      histogram.outputPercentileDistribution(out, TICKS_PER_HALF_DISTANCE, NS_PER_US);
      check(out, name);
    }
    try (PrintStream out = open(folder.resolve(name + ".hlog"))) {
      log(histogram, name, out);
      check(out, name);
    }
  }

  private void log(Histogram histogram, String tag, PrintStream out) {
    long startedMs = run.manifest().startedAt().toEpochMilli();
    long endedMs = run.manifest().endedAt() == null ? startedMs : run.manifest().endedAt().toEpochMilli();
    histogram.setTag(tag);
    histogram.setStartTimeStamp(startedMs);
    histogram.setEndTimeStamp(endedMs);
    // Not closed: that would close what it was given.
    @SuppressWarnings("resource")
    HistogramLogWriter writer = new HistogramLogWriter(out);
    writer.outputComment("[" + tag + ": one interval, the whole run; recorded in ns, Interval_Max in ms]");
    writer.outputLogFormatVersion();
    writer.outputStartTime(startedMs);
    writer.setBaseTime(startedMs);
    writer.outputBaseTime(startedMs);
    writer.outputLegend();
    writer.outputIntervalHistogram(histogram);
  }

  private static PrintStream open(Path file) throws IOException {
    return new PrintStream(Files.newOutputStream(file), false, StandardCharsets.UTF_8);
  }

  /** A PrintStream swallows what fails. */
  private static void check(PrintStream out, String name) throws IOException {
    if (out.checkError()) {
      throw new IOException(name + " was not written whole");
    }
  }
}
