package dev.coldstart.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.coldstart.results.RunData;
import dev.coldstart.results.SampleRun;
import dev.coldstart.results.SampleRuns;
import dev.coldstart.stats.Summarizer;
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

/** What only a browser can tell. Skipped where there is none. */
class PageInBrowserTest {

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
    Path page = withScript(page(SampleRuns.standard()), script);
    String dom = chromium.open(page, out, "--blink-settings=preferredColorScheme=" + preferredColorScheme);
    assertThat(result(dom)).isEmpty();
  }

  @Test
  void shouldFitANarrowScreenWithHostileNames() throws Exception {
    String page = page(SampleRuns.hostile()).replace("&", "&amp;").replace("\"", "&quot;");
    String frame = "<body><iframe id=\"page\" width=\"320\" height=\"600\" srcdoc=\"" + page + "\"></iframe></body>";
    String script =
        "document.getElementById('page').onload = e => {"
            + "const root = e.target.contentDocument.documentElement; show(root.scrollWidth - root.clientWidth)}";
    assertThat(result(chromium.open(withScript(frame, script), out))).isEqualTo("0");
  }

  /** Without the policy that forbids scripts, the test's own too, and with all that is folded away shown. */
  private String page(SampleRun sample) {
    RunData run = sample.readFrom(out);
    String html = HtmlReport.render(run, Summarizer.of(run), run.folder().reportHtml());
    return html.replaceFirst("<meta http-equiv=\"Content-Security-Policy\"[^>]*>", "")
        .replace("<details>", "<details open>");
  }

  private Path withScript(String html, String script) throws IOException {
    String show = "const show = text => { const o = document.createElement('output'); o.id = 'result';"
        + " o.textContent = text; document.body.append(o) };";
    String tag = "<script>" + show + script.replace("</script", "<\\/script") + "</script></body>";
    return Files.writeString(out.resolve("test.html"), html.replace("</body>", tag));
  }

  private static String axe() throws IOException {
    try (InputStream script = PageInBrowserTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(script.readAllBytes(), UTF_8);
    }
  }

  private static String result(String dom) {
    Matcher matcher = RESULT.matcher(dom);
    assertThat(matcher.find()).as("the test's script ran").isTrue();
    return matcher.group(1);
  }
}
