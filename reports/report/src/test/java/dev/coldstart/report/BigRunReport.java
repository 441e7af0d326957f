package dev.coldstart.report;

import com.sun.management.OperatingSystemMXBean;
import dev.coldstart.record.Histograms;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunReader;
import dev.coldstart.stats.run.JmhShaped;
import dev.coldstart.stats.run.Summarizer;
import dev.coldstart.stats.run.Summary;
import dev.coldstart.stats.run.SummaryWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Makes all that is made of a run in a JVM of its own, whose heap can be bounded, and says how long each step took. */
final class BigRunReport {

  private static final OperatingSystemMXBean JVM = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private BigRunReport() {}

  /** @param args the run's folder */
  public static void main(String[] args) {
    Path folder = Path.of(args[0]);
    RunData run = timed("reading", () -> RunReader.read(folder));
    Summary summary = timed("statistics", () -> Summarizer.of(run));
    timed("page", () -> HtmlReport.write(run, summary, run.folder().reportHtml()));
    timed("summaries", () -> SummaryWriter.write(run.folder(), summary));
    timed("summary.md", () -> MarkdownSummary.write(run, summary));
    timed("JMH's shape", () -> JmhShaped.write(run));
    timed("badges", () -> Badges.write(run, summary));
    timed("histograms", () -> Histograms.write(run));
  }

  private static void timed(String step, Runnable work) {
    timed(step, () -> {
      work.run();
      return step;
    });
  }

  private static <T> T timed(String step, Supplier<T> work) {
    long startNs = System.nanoTime();
    long cpuNs = JVM.getProcessCpuTime();
    T made = work.get();
    System.out.println(String.format(Locale.ROOT, "%-12s %6d ms, %6d ms on processors", step,
        TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs),
        TimeUnit.NANOSECONDS.toMillis(JVM.getProcessCpuTime() - cpuNs)));
    return made;
  }
}
