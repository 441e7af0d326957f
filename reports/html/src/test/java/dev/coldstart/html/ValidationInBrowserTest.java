package dev.coldstart.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.coldstart.stats.ValidationCampaign;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a browser can tell of the validation's page. Skipped where there is none. */
class ValidationInBrowserTest {

  private static final Pattern RESULT = Pattern.compile("<output id=\"result\">(.*?)</output>", Pattern.DOTALL);

  @TempDir Path out;
  private Chromium chromium;

  @BeforeEach
  void needsABrowser() {
    assumeTrue(Chromium.installed().isPresent(), "no chromium on the PATH");
    chromium = Chromium.installed().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1"})
  void shouldBreakNoRuleOfAxeInEitherTheme(String preferredColorScheme) throws Exception {
    String script =
        axe() + ";axe.run(document.body).then(r => show(r.violations.map(v => v.id + ' ' + v.nodes[0].html).join('; ')))";
    Path page = withScript(page(SampleValidation.standard(out)), script);
    String dom = chromium.open(page, out, "--blink-settings=preferredColorScheme=" + preferredColorScheme);
    assertThat(result(dom)).isEmpty();
  }

  @Test
  void shouldFitANarrowScreenWithLongNames() throws Exception {
    String name = "averylongnamewithoutanyplacetobreakitbutthatmustnotwidenthepage".repeat(2);
    String page = page(SampleValidation.of(out, 60, name, name + "2", name));
    String frame =
        "<body><iframe id=\"page\" width=\"320\" height=\"600\" srcdoc=\""
            + page.replace("&", "&amp;").replace("\"", "&quot;") + "\"></iframe></body>";
    String script =
        "document.getElementById('page').onload = e => {"
            + "const root = e.target.contentDocument.documentElement; show(root.scrollWidth - root.clientWidth)}";
    assertThat(result(chromium.open(withScript(frame, script), out))).isEqualTo("0");
  }

  /** Without the policy that forbids scripts, the test's own too. */
  private String page(ValidationCampaign campaign) {
    return ValidationReport.render(campaign, out.resolve("validation.html"))
        .replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "");
  }

  private Path withScript(String html, String script) throws IOException {
    String show = "const show = text => { const o = document.createElement('output'); o.id = 'result';"
        + " o.textContent = text; document.body.append(o) };";
    String tag = "<script>" + show + script.replace("</script", "<\\/script") + "</script></body>";
    return Files.writeString(out.resolve("test.html"), html.replace("</body>", tag));
  }

  private static String axe() throws IOException {
    try (InputStream script = ValidationInBrowserTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), UTF_8);
    }
  }

  private static String result(String dom) {
    Matcher matcher = RESULT.matcher(dom);
    assertThat(matcher.find()).as("the test's script ran").isTrue();
    return matcher.group(1);
  }
}
