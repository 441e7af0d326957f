package dev.coldstart.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.RunData;
import dev.coldstart.record.io.BigRun;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BigRunTest {

  private static final long MOST_PAGE_BYTES = 1_500_000;

  @TempDir
  Path out;

  @Test
  void shouldKeepAPageOfFourHundredArmsSmall() throws IOException {
    BigRun run = new BigRun(20, 2, 5, 52);
    String page = page(run);
    assertThat(page).contains("Every 2nd launch is drawn; ", "These are the first 3 of 20");
    assertThat(dotsOfLaunches(page)).isEqualTo(20L * run.comparedArms() * 26);
  }

  @Test
  void shouldDrawEachThirdLaunchOfMore() throws IOException {
    BigRun run = new BigRun(2, 2, 5, 1_100);
    String page = page(run);
    assertThat(page).contains("Every 3rd launch is drawn; ", "48400 launches were counted");
    assertThat(dotsOfLaunches(page)).isEqualTo(2L * run.comparedArms() * 367);
  }

  private String page(BigRun big) throws IOException {
    RunData run = RunReader.read(big.writeTo(out).path());
    RunPage.write(run, Summary.of(run), run.folder().reportHtml());
    assertThat(Files.size(run.folder().reportHtml())).isLessThan(MOST_PAGE_BYTES);
    return Files.readString(run.folder().reportHtml());
  }

  private static long dotsOfLaunches(String page) {
    String section = page.substring(page.indexOf("<section id=\"launches\""), page.indexOf("<section id=\"steady"));
    return Pattern.compile("class=\"dots\" d=\"([^\"]*)\"")
        .matcher(section)
        .results()
        .mapToLong(path -> path.group(1).chars().filter(letter -> letter == 'z').count())
        .sum();
  }
}
