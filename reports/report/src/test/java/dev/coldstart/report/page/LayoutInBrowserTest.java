package dev.coldstart.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.RunData;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Checks that all text is readable: from the narrowest screen to the widest, and on paper. */
class LayoutInBrowserTest {

  /** A4 between the usual margins. */
  private static final int PAPER_PX = 718;

  /** The narrowest phone, tablet and desktop that the style sheet distinguishes, and the widest screen. */
  private static final int[] SCREENS_PX = {320, 390, 737, 1057, 1280, 3840};

  @RegisterExtension
  static final Browser BROWSER = new Browser();

  @ParameterizedTest
  @EnumSource
  void shouldCutNoTextAndLayNoneOverAnother(SamplePage page) {
    BROWSER.open(page.file());
    assertShowsOnPaperAllThatIsFolded();
    BROWSER.unfold();
    for (int widthPx : SCREENS_PX) {
      BROWSER.resize(widthPx, 1000);
      assertThat(BROWSER.layoutFaults()).as("at %d px", widthPx).isEmpty();
    }
  }

  private static void assertShowsOnPaperAllThatIsFolded() {
    BROWSER.resize(PAPER_PX, 1000);
    BROWSER.show("print", "light");
    assertThat(BROWSER.layoutFaults()).as("on paper").isEmpty();
    assertThat(BROWSER.count("main > section:last-of-type")).isOne();
    assertThat(BROWSER.texts("main table, main pre")).hasSize((int) BROWSER.count("main table, main pre"));
    BROWSER.show("screen", "light");
  }

  @ParameterizedTest
  @EnumSource
  void shouldCutNoTextWithoutScripts(SamplePage page) {
    BROWSER.openWithoutScripts(page.file());
    BROWSER.unfold();
    BROWSER.resize(320, 1000);
    assertThat(BROWSER.layoutFaults()).isEmpty();
  }

  /** A column that is out of sight is not read. The page of real launches has names and texts of the usual length. */
  @Test
  void shouldScrollNoTableSidewaysOnADesktop() {
    BROWSER.open(SamplePage.REFERENCE.file());
    BROWSER.unfold();
    BROWSER.resize(1280, 900);
    assertThat(BROWSER.scrolledSideways(".scroll")).isEmpty();
  }

  /** Thirteen columns have room, too; more begin another table. */
  @Test
  void shouldScrollNoOverviewOfManyModulesSidewaysOnADesktop() {
    BROWSER.open(SamplePage.MODULES.file());
    BROWSER.resize(1280, 900);
    assertThat(BROWSER.texts(".overview thead th.named")).hasSizeGreaterThan(13).doesNotHaveDuplicates();
    assertThat(BROWSER.texts(".overview tbody tr")).as("an arm of the control's fixture alone")
        .noneMatch(row -> row.matches("(?s)Plain Java\\s+(n/a\\s*)+"));
    assertThat(BROWSER.scrolledSideways(".scroll:has(> .overview)")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1280, 900", "390, 800"})
  void shouldShowTheAnswerOnTheFirstScreen(int widthPx, int heightPx) {
    BROWSER.open(SamplePage.REFERENCE.file());
    BROWSER.resize(widthPx, heightPx);
    assertShowsTheAnswer(heightPx);
    assertThat(BROWSER.scrolledSideways(".scroll:has(> .overview)")).isEmpty();
    // The tables with all numbers are wider than a phone: the check above can see it.
    assertThat(BROWSER.scrolledSideways(".scroll:has(> .answer)").isEmpty()).isEqualTo(widthPx > 1000);
  }

  private static void assertShowsTheAnswer(int heightPx) {
    assertThat((Number) BROWSER.run("return document.querySelector('.winners').getBoundingClientRect().bottom"))
        .extracting(Number::doubleValue, InstanceOfAssertFactories.DOUBLE)
        .isLessThanOrEqualTo(heightPx);
  }

  /** The run with the most of the project's fixtures, as the README shows it. */
  @Test
  void shouldShowTheAnswersOfManyFixturesOnTheFirstScreen(@TempDir Path out) throws IOException {
    RunData run = RunReader
        .read(SamplePage.referenceRun(one -> one.fixturesFolder() == null, manifest -> manifest.fixtures().size()));
    BROWSER.open(
        Files.writeString(out.resolve("report.html"), RunPage.render(run, Summary.of(run), run.folder().reportHtml())));
    BROWSER.resize(1280, 900);
    assertShowsTheAnswer(900);
    BROWSER.resize(390, 800);
    assertShowsTheAnswer(800);
  }

  @Test
  void shouldSeeWhatItIsAskedFor() {
    BROWSER.open(SamplePage.STANDARD.file());
    BROWSER.resize(1400, 1000);
    BROWSER.run("const [one, other, third] = document.querySelectorAll('.tick-labels text');"
        + "other.setAttribute('x', one.getAttribute('x'));" + "third.setAttribute('x', '110%');"
        + "document.querySelector('td.main').style.cssText = 'max-width: 9px; padding: 0';"
        + "document.querySelector('main').append(Object.assign(document.createElement('p'),"
        + " {textContent: 'x'.repeat(500), style: 'overflow: hidden; overflow-wrap: normal'}))");
    assertThat(BROWSER.layoutFaults()).anyMatch(fault -> fault.startsWith("into \""))
        .anyMatch(fault -> fault.startsWith("beyond its chart: "))
        .anyMatch(fault -> fault.contains(" px wider than its box: "))
        .anyMatch(fault -> fault.startsWith("cut: "));
  }
}
