package dev.coldstart.report.scenario;

import static dev.coldstart.report.page.SoundPage.assertSound;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.BurstLaunch;
import dev.coldstart.record.MemoryLaunch;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.record.SampleScenarios;
import dev.coldstart.record.Scenarios;
import dev.coldstart.record.SizedLaunch;
import dev.coldstart.record.WarmLaunch;
import dev.coldstart.report.html.Scripts;
import dev.coldstart.report.page.RunPage;
import dev.coldstart.report.page.RunPageTest;
import dev.coldstart.stats.run.Summary;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's text about the scenarios. */
public class ScenarioReportTest {

  private static final Scenarios SAMPLE = SampleScenarios.run().scenarios();

  @TempDir
  Path out;
  private int runs;

  @Test
  void shouldSayWhatWasNotRunAndNoMore() {
    String html = html(SampleRuns.blocks(1));
    assertThat(html).doesNotContain("id=\"cold-to-warm\"", "id=\"memory\"", "id=\"burst\"", "href=\"#burst\"");
    assertThat(text(html)).contains(
        "this one has no launches of: Cold to warm; Memory; Second instance; Burst; Behind the Lambda Runtime API; Behind the Lambda"
            + " Runtime API, with its Java client; AWS Lambda's sizes.");
    Scenarios memory = SampleScenarios.lines(SAMPLE.of(MemoryLaunch.class));
    html = html(SampleRuns.blocks(2).withScenarios(memory));
    assertSound(html);
    assertThat(html).contains("id=\"memory\"", "href=\"#memory\"")
        .doesNotContain("id=\"burst\"", "id=\"cold-to-warm\"");
    assertThat(text(html)).contains(
        "this one has no launches of: Cold to warm; Second instance; Burst; Behind the Lambda Runtime API; Behind the Lambda Runtime"
            + " API, with its Java client; AWS Lambda's sizes.");
  }

  /** Each arm takes a fourteenth of the processor fourteen times as long; those of one runtime three times that. */
  @Test
  void shouldDrawFiguresThatMakeACurveAndCompareThem() {
    List<SizedLaunch> launches = SAMPLE.of(MemoryLaunch.class)
        .stream()
        // Twice as many blocks: five are too few for an interval of a ratio.
        .flatMap(l -> IntStream.of(0, SampleScenarios.BLOCKS)
            .mapToObj(more -> new SizedLaunch(l.block() + more, l.position(), l.arm(), l.fixture(), true, null,
                SizedLaunch.sizes(),
                IntStream.of(SizedLaunch.sizes())
                    .mapToLong(mb -> 1_000_000_000L * (l.arm().startsWith("chicory") ? 3 : 1) / mb + l.block())
                    .toArray())))
        .toList();
    String html = html(SampleRuns.blocks(2).withScenarios(SampleScenarios.lines(launches)));
    assertSound(html);
    String section = between(html, "<section id=\"lambda-size\"", "</section>");
    assertThat(section).contains("class=\"plot\"");
    assertThat(text(section)).contains("AWS Lambda's sizes", "128 MB", "1769 MB",
        "Compared with Plain Java (twin) in the same block: ratio, 95 % interval, and verdict with Holm's adjustment");
    assertThat(text(section)).containsPattern("Chicory, interpreter 3\\.00 × 3\\.00–3\\.00, slower 3\\.00 ×")
        .containsPattern("1\\.00 × 1\\.00–1\\.00, equivalent");
  }

  @Test
  void shouldSayWhoOvertakesWhom() {
    String html = html(SampleScenarios.run());
    assertSound(html);
    String section = between(html, "<section id=\"cold-to-warm\"", "</section>");
    assertThat(text(section))
        .containsPattern("Wasmtime \\(jni\\) overtakes Chicory \\(interpreter\\) at call \\d+ \\(\\d+–\\d+\\)\\.")
        .contains("not within 500 calls", "ahead at every call", "overtaken", "1: call 7 answered something else");
    assertThat(section).contains("class=\"ring rt-", "<title>Wasmtime (jni) overtakes");
  }

  @Test
  void shouldSayWhatIsHeldInMemory() {
    String section = text(between(html(SampleScenarios.run()), "<section id=\"memory\"", "</section>"));
    assertThat(section).contains("instances per GiB", "1.05 MB n too small 4 1: exit code 134", "counts shared pages")
        .containsPattern("2\\.\\d\\d MB 2\\.\\d\\d–2\\.\\d\\d 4\\d\\d 4\\d\\d–4\\d\\d 5 0");
  }

  @Test
  void shouldSayWhereASlopeIsNotToldApartFromNothing() {
    List<MemoryLaunch> flat = SAMPLE.of(MemoryLaunch.class)
        .stream()
        .map(l -> l.valid()
            ? new MemoryLaunch(l.block(), l.position(), l.arm(), l.fixture(), true, null, new int[] {1, 2},
                new long[] {50_000_000, 50_000_000 + (l.block() - 2) * 1_000}, 60_000_000L)
            : l)
        .toList();
    String html = html(SampleRuns.blocks(2).withScenarios(SampleScenarios.lines(flat)));
    assertSound(html);
    assertThat(text(html)).contains("no clear difference from 0 n/a");
  }

  @Test
  void shouldSayHowABurstGoesAndWhatTheHarnessWasLate() {
    String section = text(between(html(SampleScenarios.run()), "<section id=\"burst\"", "</section>"));
    assertThat(section).contains("Burst", "starts at once", "µs 5 0", "1: exit code 134", "this machine (2 processors)")
        .containsPattern("Chicory, interpreter 4 \\d+ ms \\d+–\\d+ \\d+ ms \\d+–\\d+ (1\\.9|2\\.0)\\d ×");
  }

  @Test
  void shouldListInEachTableWhatIsNotLaunchedAndWhy() {
    String reason = "</td><img src=x>answers once";
    Scenarios without = SampleScenarios.lines(
        SAMPLE.of(WarmLaunch.class).stream().filter(l -> !l.arm().startsWith("chicory.")).toList(),
        SAMPLE.of(MemoryLaunch.class).stream().filter(l -> !l.arm().startsWith("chicory.")).toList(),
        SAMPLE.of(BurstLaunch.class).stream().filter(l -> !l.arm().startsWith("chicory.")).toList());
    SampleRun run = SampleScenarios.run().withScenarios(without);
    String html = html(run.withManifest(m -> SampleScenarios.planned(m, Map.of("chicory.interpreter", reason))));
    assertSound(html);
    assertThat(html).doesNotContain("<img");
    for (String id : List.of(Scenarios.COLD_TO_WARM, Scenarios.MEMORY, Scenarios.BURST)) {
      assertThat(text(between(html, "<section id=\"" + id + "\"", "</section>")))
          .contains("Chicory, interpreter Not launched here: &lt;/td&gt;&lt;img src=x&gt;answers once");
    }
  }

  @Test
  void shouldHoldWhenNoLaunchIsValid() {
    Scenarios failed =
        SampleScenarios
            .lines(
                SAMPLE.of(WarmLaunch.class)
                    .stream()
                    .map(l -> new WarmLaunch(l.block(), l.position(), l.arm(), l.fixture(), false, "timeout", null,
                        null))
                    .toList(),
                SAMPLE.of(MemoryLaunch.class)
                    .stream()
                    .map(l -> new MemoryLaunch(l.block(), l.position(), l.arm(), l.fixture(), false, "timeout", null,
                        null, null))
                    .toList(),
                SAMPLE.of(BurstLaunch.class)
                    .stream()
                    .map(l -> new BurstLaunch(l.block(), l.arm(), l.fixture(), l.starts(), l.index(), false, "timeout",
                        null, null))
                    .toList());
    String html = html(SampleRuns.blocks(2).withScenarios(failed));
    assertSound(html);
    assertThat(text(html)).contains("No valid launch.", "In no burst did all launches answer.", "5: timeout");
  }

  @Test
  void shouldHoldWithOneBlockAndWithoutASecondCall() {
    Scenarios few = SampleScenarios.lines(
        SAMPLE.of(WarmLaunch.class)
            .stream()
            .filter(l -> l.block() == 0)
            .map(l -> new WarmLaunch(0, l.position(), l.arm(), l.fixture(), true, null, l.firstResponseNs(),
                new long[0]))
            .toList(),
        SAMPLE.of(MemoryLaunch.class).stream().filter(l -> l.block() == 0).toList(),
        SAMPLE.of(BurstLaunch.class).stream().filter(l -> l.block() == 0 && l.starts() == 2).toList());
    String html = html(SampleRuns.blocks(2).withScenarios(few));
    assertSound(html);
    assertThat(text(html)).contains("not within 1 call", "call 1")
        .contains("n too small")
        .doesNotContain("no clear difference from 0");
  }

  @Test
  void shouldEscapeNamesAndReasons() {
    String html = html(hostile());
    assertSound(html);
    assertThat(Scripts.removed(html)).contains("id=\"burst\"", "&lt;img")
        .doesNotContainPattern(RunPageTest.EXECUTABLE)
        .doesNotContain("<img");
  }

  /** The hostile run with the sample's scenarios, their arms under its ids, and an equally hostile reason. */
  public static SampleRun hostile() {
    SampleRun hostile = SampleRuns.hostile();
    List<String> ids = hostile.manifest().arms().stream().map(arm -> arm.arm()).distinct().toList();
    String evil = "</td><img src=x onerror=alert(1)>" + "x".repeat(5_000);
    return hostile.withScenarios(SampleScenarios.lines(
        SAMPLE.of(WarmLaunch.class)
            .stream()
            .map(l -> new WarmLaunch(l.block(), l.position(), renamed(ids, l.arm()), l.fixture(), l.valid(),
                l.valid() ? null : evil, l.firstResponseNs(), l.callNs()))
            .toList(),
        SAMPLE.of(MemoryLaunch.class)
            .stream()
            .map(l -> new MemoryLaunch(l.block(), l.position(), renamed(ids, l.arm()), l.fixture(), l.valid(),
                l.valid() ? null : evil, l.instances(), l.rssBytes(), l.peakRssBytes()))
            .toList(),
        SAMPLE.of(BurstLaunch.class)
            .stream()
            .map(l -> new BurstLaunch(l.block(), renamed(ids, l.arm()), l.fixture(), l.starts(), l.index(), l.valid(),
                l.valid() ? null : evil, l.lateNs(), l.responseNs()))
            .toList()));
  }

  private static String renamed(List<String> ids, String arm) {
    return ids.stream().filter(id -> id.endsWith(arm)).findFirst().orElseThrow();
  }

  @Test
  void shouldStaySmall() {
    int without = html(SampleRuns.blocks(2)).length();
    int with = html(SampleRuns.blocks(3).withScenarios(SAMPLE)).length();
    long arms = SAMPLE.of(MemoryLaunch.class).stream().map(l -> l.arm() + " " + l.fixture()).distinct().count();
    assertThat(with - without).isLessThan((int) (arms * 16_000));
  }

  private String html(SampleRun sample) {
    RunData run = sample.readFrom(out.resolve("run-" + runs++));
    return RunPage.render(run, Summary.of(run), run.folder().reportHtml());
  }

  private static String between(String html, String from, String to) {
    int start = html.indexOf(from);
    assertThat(start).as(from).isNotNegative();
    return html.substring(start, html.indexOf(to, start));
  }

  /** The text that a reader sees: no markup, one space between words. */
  private static String text(String html) {
    return html.replaceAll("<[^>]*>", " ").replace('\u00a0', ' ').replaceAll("\\s+", " ");
  }
}
