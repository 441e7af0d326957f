package dev.coldstart.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whether everybody can use the pages, as far as axe can tell. */
class AxeInBrowserTest {

  /** Themes differ in nothing else. */
  private static final String COLOURS = "{runOnly: ['color-contrast', 'link-in-text-block']}";

  private static final String ALL = "{}";

  @RegisterExtension
  static final Browser BROWSER = new Browser();

  /** The others are of the same markup, with other names and more of it. */
  @ParameterizedTest
  @EnumSource(names = {"STANDARD", "FAILED_CONTROL", "SCENARIOS", "HOSTILE", "RUNS", "COMPARED", "VALIDATION"})
  void shouldBreakNoRuleWithoutScripts(SamplePage page) {
    BROWSER.openWithoutScripts(page.file());
    BROWSER.unfold();
    assertThat(BROWSER.count(".tip, thead button")).as("what a script adds").isZero();
    assertThat(violationsInBothThemes()).isEmpty();
  }

  /** A script adds the same everywhere, but for the choice of arms, which a page of a run alone has. */
  @ParameterizedTest
  @EnumSource(names = {"STANDARD", "RUNS", "COMPARED"})
  void shouldBreakNoRuleWithScripts(SamplePage page) {
    BROWSER.open(page.file());
    BROWSER.unfold();
    assertThat(BROWSER.count(".tip")).as("what a script adds").isOne();
    assertThat(violationsInBothThemes()).isEmpty();
  }

  private static List<String> violationsInBothThemes() {
    BROWSER.driver().executeScript(Browser.resource("/axe.min.js"));
    BROWSER.show("screen", "dark");
    List<String> violations = violations(COLOURS);
    BROWSER.show("screen", "light");
    violations.addAll(violations(ALL));
    return violations;
  }

  @Test
  void shouldSeeWhatItIsAskedFor() {
    BROWSER.open(SamplePage.RUNS.file());
    BROWSER.run("document.querySelector('h1').innerHTML = '<span style=\"color: #999\">pale</span><img>'");
    assertThat(violationsInBothThemes()).anyMatch(violation -> violation.startsWith("color-contrast"))
        .anyMatch(violation -> violation.startsWith("image-alt"));
  }

  @SuppressWarnings("unchecked")
  private static List<String> violations(String options) {
    String script = "const done = arguments[0];" + "axe.run({resultTypes: ['violations'], preload: false, ..." + options
        + "}).then(" + "r => done(r.violations.map(v => v.id + ' ' + v.nodes[0].html)), e => done([String(e)]))";
    return (List<String>) BROWSER.driver().executeAsyncScript(script);
  }
}
