package dev.coldstart.html;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.coldstart.results.RunData;
import dev.coldstart.results.SampleRun;
import dev.coldstart.results.SampleRuns;
import dev.coldstart.results.SampleScenarios;
import dev.coldstart.stats.RunsCompared;
import dev.coldstart.stats.Summarizer;
import dev.coldstart.stats.Summary;
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
    breaksNoRule(page(LeverRuns.withLevers(SampleRuns.standard())), preferredColorScheme);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1"})
  void shouldBreakNoRuleOfAxeWhereAControlFailed(String preferredColorScheme) throws Exception {
    breaksNoRule(failed(), preferredColorScheme);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1"})
  void shouldBreakNoRuleOfAxeWithScenarios(String preferredColorScheme) throws Exception {
    breaksNoRule(page(SampleScenarios.run()), preferredColorScheme);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1"})
  void shouldBreakNoRuleOfAxeInTheListOfRuns(String preferredColorScheme) throws Exception {
    breaksNoRule(index(), preferredColorScheme);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1"})
  void shouldBreakNoRuleOfAxeWhereRunsAreCompared(String preferredColorScheme) throws Exception {
    breaksNoRule(compared(SampleRuns.standard()), preferredColorScheme);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "1"})
  void shouldBreakNoRuleOfAxeInATuning(String preferredColorScheme) throws Exception {
    breaksNoRule(scriptable(TuneReportTest.hostile(out)), preferredColorScheme);
  }

  @Test
  void shouldFitANarrowScreenInATuning() throws Exception {
    fitsANarrowScreen(scriptable(TuneReportTest.hostile(out)));
  }

  @Test
  void shouldFitANarrowScreenWithManyRuns() throws Exception {
    fitsANarrowScreen(index());
  }

  @Test
  void shouldFitANarrowScreenWhereRunsAreCompared() throws Exception {
    fitsANarrowScreen(compared(SampleRuns.hostile()));
  }

  private String index() throws IOException {
    IndexReportTest.write(out, "good", "2026-01-02T00:00:00Z", true);
    IndexReportTest.write(out, "older", "2026-01-01T12:00:00Z", true);
    IndexReportTest.write(out, "bad", "2026-01-01T00:00:00Z", false);
    Path damaged = Files.createDirectories(out.resolve("x".repeat(100)));
    Files.writeString(damaged.resolve("manifest.json"), "{}");
    return scriptable(IndexReport.render(out));
  }

  private String compared(SampleRun second) {
    RunData before = CompareReportTest.slower(SampleRuns.standard()).readFrom(out.resolve("before"));
    return scriptable(CompareReport.render(RunsCompared.of(before, second.readFrom(out.resolve("after")), 0.02)));
  }

  private void breaksNoRule(String html, String preferredColorScheme) throws Exception {
    String violations = "r.violations.map(v => v.id + ' ' + v.nodes[0].html).join('; ')";
    String script = axe() + ";axe.run(document.body).then(r => show(" + violations + "))";
    String dom =
        chromium.open(withScript(html, script), out, "--blink-settings=preferredColorScheme=" + preferredColorScheme);
    assertThat(result(dom)).isEmpty();
  }

  @Test
  void shouldFitANarrowScreenWithHostileNames() throws Exception {
    fitsANarrowScreen(page(LeverRuns.withLevers(SampleRuns.hostile())));
  }

  @Test
  void shouldFitANarrowScreenWhereAControlFailed() throws Exception {
    fitsANarrowScreen(failed());
  }

  @Test
  void shouldFitANarrowScreenWithScenarios() throws Exception {
    fitsANarrowScreen(page(SampleScenarios.run()));
  }

  @Test
  void shouldFitANarrowScreenWithScenariosOfHostileNames() throws Exception {
    fitsANarrowScreen(page(ScenarioReportTest.hostile()));
  }

  private void fitsANarrowScreen(String html) throws Exception {
    String page = html.replace("&", "&amp;").replace("\"", "&quot;");
    String frame = "<body><iframe id=\"page\" width=\"320\" height=\"600\" srcdoc=\"" + page + "\"></iframe></body>";
    String script =
        "document.getElementById('page').onload = e => {"
            + "const root = e.target.contentDocument.documentElement; show(root.scrollWidth - root.clientWidth)}";
    assertThat(result(chromium.open(withScript(frame, script), out))).isEqualTo("0");
  }

  private String page(SampleRun sample) {
    RunData run = sample.readFrom(out);
    return page(run, Summarizer.of(run));
  }

  private String failed() {
    RunData run = CheckedRuns.standard().readFrom(out);
    return page(run, CheckedRuns.failed(run, "seen: " + "x".repeat(500)));
  }

  private static String page(RunData run, Summary summary) {
    return scriptable(HtmlReport.render(run, summary, run.folder().reportHtml()));
  }

  /** Without the policy that forbids scripts, the test's own too, and with all that is folded away shown. */
  private static String scriptable(String html) {
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
