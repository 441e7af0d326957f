package dev.coldstart.validation.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.report.html.Html;
import dev.coldstart.report.page.Browser;
import dev.coldstart.validation.estimate.ValidationCampaign;
import dev.coldstart.validation.faults.SampleTrials;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Checks that the page is readable on every screen, on paper and without scripts. */
class ValidationInBrowserTest {

  /** A4 between the usual margins. */
  private static final int PAPER_PX = 718;

  /** The narrowest phone, tablet and desktop that the style sheet distinguishes, and the widest screen. */
  private static final int[] SCREENS_PX = {320, 737, 1057, 3840};

  @RegisterExtension
  static final Browser BROWSER = new Browser();

  @TempDir
  private static Path folder;
  private static Path standard;

  @BeforeAll
  static void writePage() {
    standard = page("standard", SampleValidation.standard(folder.resolve("standard")));
  }

  @Test
  void shouldBeReadableEverywhere() {
    assertReadable(standard);
  }

  @Test
  void shouldBeReadableWithLongNames() {
    String name = "averylongnamewithoutanyplacetobreakitbutthatmustnotwidenthepage".repeat(2);
    assertReadable(page("long", SampleValidation.of(folder.resolve("long"), 60, name, name + "2", name)));
  }

  @Test
  void shouldBeReadableWithFaults() throws IOException {
    Path page = folder.resolve("faults.html");
    Html.write(page, FaultsPage.render(SampleTrials.result("averylongwordwithoutanyplacetobreakit".repeat(5)), page));
    assertReadable(page);
    BROWSER.openWithoutScripts(page);
    assertThat(BROWSER.accessibilityFaults("html")).isEmpty();
    assertThat(BROWSER.faultsWithoutStyle(page, folder)).isEmpty();
  }

  @Test
  void shouldBreakNoRuleOfAccessibility() {
    BROWSER.openWithoutScripts(standard);
    BROWSER.unfold();
    assertThat(BROWSER.count(".tip, thead button")).as("what a script adds").isZero();
    assertThat(BROWSER.accessibilityFaults("html")).isEmpty();
  }

  @Test
  void shouldAskForNothingButItself() {
    BROWSER.requests();
    BROWSER.open(standard);
    BROWSER.unfold();
    assertThat(BROWSER.requests()).containsOnly(standard.toUri().toString());
    assertThat(BROWSER.messages()).as("what the browser complains of").isEmpty();
  }

  @Test
  void shouldBeReadableWhereItsStyleIsNotAllowed() throws IOException {
    assertThat(BROWSER.faultsWithoutStyle(standard, folder)).isEmpty();
  }

  private static void assertReadable(Path page) {
    BROWSER.open(page);
    BROWSER.unfold();
    for (int widthPx : SCREENS_PX) {
      BROWSER.resize(widthPx, 1000);
      assertThat(BROWSER.layoutFaults()).as("at %d px", widthPx).isEmpty();
    }
    BROWSER.openWithoutScripts(page);
    BROWSER.unfold();
    BROWSER.resize(320, 1000);
    assertThat(BROWSER.layoutFaults()).as("without scripts").isEmpty();
    BROWSER.resize(PAPER_PX, 1000);
    BROWSER.show("print", "light");
    assertThat(BROWSER.layoutFaults()).as("on paper").isEmpty();
    BROWSER.show("screen", "light");
  }

  private static Path page(String name, ValidationCampaign campaign) {
    Path target = folder.resolve(name).resolve("validation.html");
    Html.write(target, ValidationPage.render(campaign, target));
    return target;
  }
}
