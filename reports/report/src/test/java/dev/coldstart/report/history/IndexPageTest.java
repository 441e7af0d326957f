package dev.coldstart.report.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.report.export.SummaryWriter;
import dev.coldstart.report.html.Scripts;
import dev.coldstart.report.page.CheckedRuns;
import dev.coldstart.report.page.RunPage;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class IndexPageTest {

  @TempDir
  Path out;

  @Test
  void shouldListTheNewestRunFirstWithItsLeastRatio() throws IOException {
    write(out, "older", "2026-01-01T00:00:00Z", true);
    write(out, "newer", "2026-02-01T00:00:00Z", true);
    String html = Files.readString(IndexPage.write(out));
    assertThat(html.indexOf("href=\"./newer/report.html\"")).isPositive()
        .isLessThan(html.indexOf("href=\"./older/report.html\""));
    assertThat(text(html)).contains("sound", "1 Feb 2026, 00:00 UTC",
        "Hello: Wasmtime, jni (default) 2.02 × (1.97–2.07)", "Synthetic CPU");
  }

  @Test
  void shouldTellNoRatioOfARunThatIsNotToBeTrusted() {
    write(out, "bad", "2026-01-01T00:00:00Z", false);
    assertThat(text(IndexPage.render(out))).contains("do not trust", "not to be trusted").doesNotContain("Hello:");
  }

  @Test
  void shouldSayWhatCannotBeReadAndWhy() throws IOException {
    write(out, "good", "2026-01-01T00:00:00Z", true);
    Files.writeString(Files.createDirectories(out.resolve("damaged")).resolve("manifest.json"), "{\"schema\":1}");
    SampleRuns.blocks(1).writeTo(out);
    String html = text(IndexPage.render(out));
    assertThat(html).contains("Folders that cannot be read damaged", "good",
        "no summary.json; scripts/coldstart report makes it");
  }

  @Test
  void shouldHoldWithoutRuns() {
    assertThat(IndexPage.render(out)).contains("There is no run in this folder").doesNotContain("<table");
  }

  @Test
  void shouldLeaveAPageThatIsNotOfOurMaking() throws IOException {
    Path target = Files.writeString(out.resolve("index.html"), "my own page");
    assertThatThrownBy(() -> IndexPage.write(out)).isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("move it away");
    assertThat(target).hasContent("my own page");
    Files.delete(target);
    IndexPage.write(out);
    assertThat(IndexPage.write(out)).exists();
  }

  @Test
  void shouldEscapeAllThatComesFromOutside() throws IOException {
    String evil = "<script>alert(1)</script>";
    RunData run = SampleRuns.hostile().readFrom(out);
    SummaryWriter.write(run.folder(), CheckedRuns.sound(run));
    Files.move(run.folder().path(), out.resolve(evil.replace('/', '-')));
    Path damaged = Files.createDirectories(out.resolve("<img src=x>"));
    Files.writeString(damaged.resolve("manifest.json"), "{\"schema\":\"" + evil.repeat(100) + "\"}");
    String html = IndexPage.render(out);
    assertThat(Scripts.removed(html)).doesNotContain("<script", "<img", "NaN", ">null<", "http://", "https://")
        .contains("&lt;img");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "ar-EG"})
  void shouldBeTheSameInEveryLocale(String tag) {
    write(out, "one", "2026-01-01T00:00:00Z", true);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      String expected = IndexPage.render(out);
      Locale.setDefault(Locale.forLanguageTag(tag));
      assertThat(IndexPage.render(out)).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  public static void write(Path out, String id, String startedAt, boolean sound) {
    RunData run = named(CheckedRuns.standard(), id, startedAt).readFrom(out);
    Summary summary = sound ? CheckedRuns.sound(run) : CheckedRuns.failed(run, "a control failed");
    SummaryWriter.write(run.folder(), summary);
    RunPage.write(run, Summary.of(run), run.folder().reportHtml());
  }

  private static SampleRun named(SampleRun run, String id, String startedAt) {
    return run.withManifest(m -> Records.with(m, "runId", id, "startedAt", Instant.parse(startedAt)));
  }

  private static String text(String html) {
    return html.replaceAll("(?s)<style>.*?</style>", "")
        .replaceAll("<[^>]*>", " ")
        .replace('\u00a0', ' ')
        .replaceAll("\\s+", " ");
  }
}
