package dev.coldstart.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether everybody can use the pages, as far as axe can tell. */
class AxeInBrowserTest {

  @RegisterExtension
  static final Browser BROWSER = new Browser();

  /** The others are of the same markup, with other names and more of it. */
  @ParameterizedTest
  @EnumSource(names = {"STANDARD", "FAILED_CONTROL", "SCENARIOS", "HOSTILE", "RUNS", "COMPARED"})
  void shouldBreakNoRuleWithoutScripts(SamplePage page) {
    BROWSER.openWithoutScripts(page.file());
    BROWSER.unfold();
    assertThat(BROWSER.count(".tip, thead button")).as("what a script adds").isZero();
    assertThat(BROWSER.accessibilityFaults()).isEmpty();
  }

  /** A script adds the same everywhere, but for the choice of arms, which a page of a run alone has. */
  @ParameterizedTest
  @EnumSource(names = {"STANDARD", "RUNS", "COMPARED"})
  void shouldBreakNoRuleWithScripts(SamplePage page) {
    BROWSER.open(page.file());
    BROWSER.unfold();
    assertThat(BROWSER.count(".tip")).as("what a script adds").isOne();
    assertThat(BROWSER.accessibilityFaults()).isEmpty();
  }

  @Test
  void shouldSeeWhatItIsAskedFor() {
    BROWSER.open(SamplePage.RUNS.file());
    BROWSER.run("document.querySelector('h1').innerHTML = '<span style=\"color: #999\">pale</span><img>'");
    assertThat(BROWSER.accessibilityFaults()).anyMatch(violation -> violation.startsWith("color-contrast"))
        .anyMatch(violation -> violation.startsWith("image-alt"));
  }
}
