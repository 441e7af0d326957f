package dev.coldstart.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether everybody can use the pages, as far as axe can tell. */
class AxeInBrowserTest {

  @RegisterExtension
  static final Browser BROWSER = new Browser();

  /** Pages of a run have most of their markup alike: of the second and third, what the first has not. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"STANDARD | html", "FAILED_CONTROL | header, #answers, #noise",
      "SCENARIOS | #cold-to-warm, #memory, #burst", "HOSTILE | html", "RUNS | html", "COMPARED | html"})
  void shouldBreakNoRuleWithoutScripts(SamplePage page, String where) {
    BROWSER.openWithoutScripts(page.file());
    BROWSER.unfold();
    assertThat(BROWSER.count(".tip, thead button")).as("what a script adds").isZero();
    assertThat(BROWSER.accessibilityFaults(where)).isEmpty();
  }

  /** A script adds the same everywhere, but for the choice of arms, which a page of a run alone has. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"STANDARD | .tools, thead, .tip", "RUNS | html", "COMPARED | thead, .tip"})
  void shouldBreakNoRuleWithScripts(SamplePage page, String where) {
    BROWSER.open(page.file());
    BROWSER.unfold();
    assertThat(BROWSER.count(".tip")).as("what a script adds").isOne();
    assertThat(BROWSER.accessibilityFaults(where)).isEmpty();
  }

  @Test
  void shouldSeeWhatItIsAskedFor() {
    BROWSER.open(SamplePage.RUNS.file());
    BROWSER.run("document.querySelector('h1').innerHTML = '<span style=\"color: #999\">pale</span><img>'");
    assertThat(BROWSER.accessibilityFaults("html")).anyMatch(violation -> violation.startsWith("color-contrast"))
        .anyMatch(violation -> violation.startsWith("image-alt"));
  }
}
