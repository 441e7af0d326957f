package dev.coldstart.report.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.OperatingSystemMXBean;
import dev.coldstart.record.RunData;
import dev.coldstart.record.io.BigRun;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.merge.Merge;
import dev.coldstart.report.export.SummaryWriter;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Makes all files of a run of 540,000 launches, as from 1,000 shards with 60 blocks of 9 arms each, in its own JVM, and
 * prints how long each step took: of the run as it is, and of the shards, which are first merged, of one machine and of
 * 1,000 different ones. The limit is 60 s and 1 GB resident, each. It is not part of the tests, because it takes some
 * minutes; start it with
 * {@code mvn test -pl reports/report -am -Dtest=ScaleBenchmark -Dsurefire.failIfNoSpecifiedTests=false}.
 */
class ScaleBenchmark {

  private static final BigRun RUN = new BigRun(1, 1, 4, 60_000);
  private static final int SHARDS = 1_000;
  private static final long MOST_MS = 60_000;

  /** A page of many machines must not grow with their number. */
  private static final long MOST_PAGE_BYTES = 2_000_000;

  private static final long MOST_RESIDENT_MB = 1_000;

  /** The rest of the limit is for the JVM's memory outside its heap. */
  private static final String HEAP = "-Xmx768m";

  private static final OperatingSystemMXBean JVM = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  @TempDir
  Path out;

  @Test
  void shouldReportHalfAMillionLaunches() throws IOException, InterruptedException {
    report(RUN.writeTo(out).path().toString());
  }

  @Test
  void shouldMergeAThousandShardsOfOneMachine() throws IOException, InterruptedException {
    RUN.writeTo(out, SHARDS, shard -> "one");
    report(out.toString(), Files.createDirectory(out.resolve("merged")).toString());
  }

  @Test
  void shouldMergeAThousandMachines() throws IOException, InterruptedException {
    RUN.writeTo(out, SHARDS, shard -> "host" + shard);
    report(out.toString(), Files.createDirectory(out.resolve("merged")).toString());
  }

  private static void report(String... args) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    List<String> command = new ArrayList<>(
        List.of(java.toString(), HEAP, "-cp", System.getProperty("java.class.path"), ScaleBenchmark.class.getName()));
    command.addAll(List.of(args));
    Process child = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(child.getInputStream().readAllBytes(), UTF_8);
    System.out.println(RUN.launches() + " launches, " + HEAP + "\n" + said);
    assertThat(child.waitFor()).as(said).isZero();
  }

  /** @param args the run's folder; or a folder of shards, and one for the run that they are merged into */
  public static void main(String[] args) throws IOException {
    long startNs = System.nanoTime();
    Path folder = args.length == 1
        ? Path.of(args[0])
        : timed("merging", () -> Merge.of(List.of(Path.of(args[0])), Path.of(args[1]))).folder().path();
    RunData run = timed("reading", () -> RunReader.read(folder));
    Summary summary = timed("statistics", () -> Summary.of(run));
    timed("page", () -> RunPage.write(run, summary, run.folder().reportHtml()));
    timed("summary", () -> SummaryWriter.write(run.folder(), summary));
    timed("other files", () -> SummaryWriter.writeOthers(run, summary, run.folder()));
    long tookMs = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - startNs);
    long residentMb = peakResidentMb();
    System.out.println("all: " + tookMs + " of " + MOST_MS + " ms, " + residentMb + " of " + MOST_RESIDENT_MB + " MB");
    long pageBytes = Files.size(run.folder().reportHtml());
    System.out.println("page: " + pageBytes + " of " + MOST_PAGE_BYTES + " bytes");
    System.exit(pageBytes <= MOST_PAGE_BYTES && tookMs <= MOST_MS && residentMb <= MOST_RESIDENT_MB ? 0 : 1);
  }

  /** From Linux's line {@code VmHWM:  123456 kB}. */
  private static long peakResidentMb() throws IOException {
    String line =
        Files.readAllLines(Path.of("/proc/self/status")).stream().filter(l -> l.startsWith("VmHWM")).findFirst().get();
    return Long.parseLong(line.replaceAll("[^0-9]", "")) * 1_024 / 1_000_000;
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
