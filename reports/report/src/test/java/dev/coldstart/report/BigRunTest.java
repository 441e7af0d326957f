package dev.coldstart.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.BigRuns;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.text.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs of many arms and of many launches. In CI the latter has more than a million, which takes a minute; elsewhere a
 * fifth of them. To see the steps and their times:
 * {@code mvn test -pl reports/report -am -Dtest=BigRunTest -Dsurefire.failIfNoSpecifiedTests=false -Dcoldstart.big.blocks=2500}
 */
class BigRunTest {

  private static final int FIXTURES = 20;
  private static final int ARMS = 20;
  private static final int CONTROLS = 2;

  /** Of each arm; with controls and warm-up, a million launches and a hundred thousand. */
  private static final int BLOCKS =
      Integer.getInteger("coldstart.big.blocks", System.getenv("CI") == null ? 500 : 2_500);

  private static final long MOST_PAGE_BYTES = 1_500_000;

  /** What is made of a run of 400 arms takes this, however many launches it has. */
  private static final long ARMS_MB = 80;

  /** A record of boxed numbers would take 600. */
  private static final long LAUNCH_BYTES = 140;

  @TempDir
  Path out;

  @Test
  void shouldDrawEachOfFortyThousandLaunches() throws IOException, InterruptedException {
    RunFolder folder = BigRuns.write(out, FIXTURES, 100);
    report(folder, 256);
    String page = Files.readString(folder.reportHtml());
    assertThat(Files.size(folder.reportHtml())).isLessThan(MOST_PAGE_BYTES);
    assertThat(dotsOfLaunches(page)).isEqualTo(FIXTURES * ARMS * 100);
    assertThat(page).doesNotContain(" launch is drawn").contains("These are the first 3 of 20");
  }

  @Test
  void shouldMakeAllOfAMillionLaunchesInALittleMemory() throws IOException, InterruptedException {
    RunFolder folder = BigRuns.write(out, FIXTURES, BLOCKS);
    long launches = (long) FIXTURES * (ARMS + CONTROLS) * (BLOCKS + 1);
    report(folder, ARMS_MB + launches * LAUNCH_BYTES / (1 << 20));
    int every = (FIXTURES * ARMS * BLOCKS + 39_999) / 40_000;
    String page = Files.readString(folder.reportHtml());
    assertThat(Files.size(folder.reportHtml())).isLessThan(MOST_PAGE_BYTES);
    assertThat(page)
        .contains("Every " + Format.ordinal(every) + " launch is drawn, and the fastest and the slowest of each arm")
        .contains(FIXTURES * (ARMS + CONTROLS) * BLOCKS + " launches count");
    assertThat(dotsOfLaunches(page)).isBetween((long) FIXTURES * ARMS * (BLOCKS / every),
        (long) FIXTURES * ARMS * (BLOCKS / every + 3));
    assertThat(folder.histograms()).isNotEmptyDirectory();
    assertThat(Files.readString(folder.summaryJson())).contains("\"n\" : " + BLOCKS);
  }

  private static long dotsOfLaunches(String page) {
    String section = page.substring(page.indexOf("<section id=\"launches\""), page.indexOf("<section id=\"steady"));
    return Pattern.compile("class=\"dots\" d=\"([^\"]*)\"")
        .matcher(section)
        .results()
        .mapToLong(path -> path.group(1).chars().filter(letter -> letter == 'z').count())
        .sum();
  }

  /** In a JVM of its own, whose heap is bounded. */
  private static void report(RunFolder folder, long heapMb) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    Process child =
        new ProcessBuilder(List.of(java.toString(), "-Xmx" + heapMb + "m", "-cp", System.getProperty("java.class.path"),
            BigRunReport.class.getName(), folder.path().toString())).redirectErrorStream(true).start();
    String said = new String(child.getInputStream().readAllBytes(), UTF_8);
    System.out.println("in " + heapMb + " MB of heap:\n" + said);
    assertThat(child.waitFor()).as(said).isZero();
  }
}
