package dev.coldstart.validation.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.report.html.Html;
import dev.coldstart.report.page.Browser;
import dev.coldstart.validation.estimate.ValidationCampaign;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** Whether everybody can read the page: on every screen, on paper and without scripts. */
class ValidationInBrowserTest {

  /** A4 between the usual margins. */
  private static final int PAPER_PX = 718;

  private static final int[] SCREENS_PX = {320, 390, 768, 1056, 1400, 3840};

  @RegisterExtension
  static final Browser BROWSER = new Browser();

  @TempDir
  private Path folder;

  @Test
  void shouldBeReadableEverywhere() {
    assertReadable(page(SampleValidation.standard(folder)));
  }

  @Test
  void shouldBeReadableWithLongNames() {
    String name = "averylongnamewithoutanyplacetobreakitbutthatmustnotwidenthepage".repeat(2);
    assertReadable(page(SampleValidation.of(folder, 60, name, name + "2", name)));
  }

  @Test
  void shouldBreakNoRuleOfAccessibility() {
    BROWSER.openWithoutScripts(page(SampleValidation.standard(folder)));
    BROWSER.unfold();
    assertThat(BROWSER.count(".tip, thead button")).as("what a script adds").isZero();
    assertThat(BROWSER.accessibilityFaults("html")).isEmpty();
  }

  @Test
  void shouldAskForNothingButItself() {
    Path page = page(SampleValidation.standard(folder));
    BROWSER.requests();
    BROWSER.open(page);
    BROWSER.unfold();
    assertThat(BROWSER.requests()).containsOnly(page.toUri().toString());
    assertThat(BROWSER.messages()).as("what the browser complains of").isEmpty();
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

  private Path page(ValidationCampaign campaign) {
    Path target = folder.resolve("validation.html");
    Html.write(target, ValidationPage.render(campaign, target));
    return target;
  }
}
