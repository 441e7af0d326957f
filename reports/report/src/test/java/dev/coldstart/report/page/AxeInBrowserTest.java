package dev.coldstart.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that the pages are accessible, as far as axe can detect. */
class AxeInBrowserTest {

  /** Each element together with its parent. */
  private static final String KINDS =
      "return [...new Set([...document.body.querySelectorAll('*')].map(e => [e.parentElement, e]"
          + ".map(one => one.tagName + '.' + one.getAttribute('class')).join(' > ')))].sort()";

  @RegisterExtension
  static final Browser BROWSER = new Browser();

  /**
   * Pages of a run have most of their markup in common: for the second and third, only checks parts the first has not.
   */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"STANDARD | html", "FAILED_CONTROL | header, #answers, #noise",
      "SCENARIOS | #cold-to-warm, #memory, #burst", "RUNS | html", "COMPARED | html"})
  void shouldBreakNoRuleWithoutScripts(SamplePage page, String where) {
    BROWSER.openWithoutScripts(page.file());
    BROWSER.unfold();
    assertThat(BROWSER.count(".tip, thead button")).as("what a script adds").isZero();
    assertThat(BROWSER.accessibilityFaults(where)).isEmpty();
  }

  /** Foreign names change the text of elements, but no colour. */
  @Test
  void shouldBreakNoRuleWithHostileNames() {
    BROWSER.openWithoutScripts(SamplePage.HOSTILE.file());
    BROWSER.unfold();
    assertThat(BROWSER.markupFaults("html")).isEmpty();
  }

  /** A script adds the same everywhere, except for the choice of arms, which only the page of a run has. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"STANDARD | .tools, thead, .tip", "RUNS | html", "COMPARED | thead, .tip"})
  void shouldBreakNoRuleWithScripts(SamplePage page, String where) {
    BROWSER.open(page.file());
    BROWSER.unfold();
    assertThat(BROWSER.count(".tip")).as("what a script adds").isOne();
    assertThat(BROWSER.accessibilityFaults(where)).isEmpty();
  }

  /** Colours are checked on a page with fewer elements. */
  @Test
  void shouldLookAtEachKindOfElement() {
    BROWSER.open(SamplePage.SCENARIOS.file());
    BROWSER.unfold();
    long all = BROWSER.count("*");
    Object kinds = BROWSER.run(KINDS);
    BROWSER.keepOneOfEachKind();
    assertThat(BROWSER.run(KINDS)).isEqualTo(kinds);
    assertThat(BROWSER.count("*")).isLessThan(all / 2);
  }

  @Test
  void shouldSeeWhatItIsAskedFor() {
    BROWSER.open(SamplePage.RUNS.file());
    BROWSER.run("document.querySelector('h1').innerHTML = '<span style=\"color: #999\">pale</span><img>'");
    assertThat(BROWSER.accessibilityFaults("html")).anyMatch(violation -> violation.startsWith("color-contrast"))
        .anyMatch(violation -> violation.startsWith("image-alt"));
  }
}
