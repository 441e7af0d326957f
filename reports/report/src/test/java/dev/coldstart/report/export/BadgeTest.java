package dev.coldstart.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.report.page.Nothing;
import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.report.page.CheckedRuns;
import dev.coldstart.report.run.RunView;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.RunStatus;
import dev.coldstart.stats.run.Summary;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class BadgeTest {

  @TempDir
  Path out;

  @Test
  void shouldNameTheArmWithTheLeastRatio() {
    RunData run = CheckedRuns.standard().readFrom(out);
    assertThat(answer(run, CheckedRuns.sound(run))).isEqualTo("Wasmtime, jni (default) 2.02 × Plain Java");
  }

  @Test
  void shouldSayThatARunIsNotToBeTrusted() {
    RunData run = CheckedRuns.standard().readFrom(out);
    assertThat(answer(run, CheckedRuns.failed(run, "a reason"))).isEqualTo("do not trust this run");
  }

  @Test
  void shouldSayThatARunIsIndicative() {
    RunData run = CheckedRuns.standard().readFrom(out);
    assertThat(answer(run, as(run, RunStatus.INDICATIVE))).endsWith("× Plain Java, indicative");
  }

  @Test
  void shouldBeUnsureWhereTheRunIs() {
    RunData run = SampleRuns.blocks(2).readFrom(out);
    assertThat(answer(run, as(run, RunStatus.SOUND))).isEqualTo("inconclusive");
  }

  @Test
  void shouldSayThatNothingWasCompared() {
    RunData run = CheckedRuns.only(SampleRuns.standard(), Arm::baseline).readFrom(out);
    assertThat(answer(run, as(run, RunStatus.SOUND))).isEqualTo("n/a");
  }

  @Test
  void shouldBeOnePictureThatNeedsNoOther() throws Exception {
    RunData run = CheckedRuns.standard().readFrom(out);
    Badge.writeAll(run, CheckedRuns.sound(run), run.folder().badges());
    String svg = Files.readString(run.folder().badges().resolve("hello.svg"));
    Element root = parsed(svg).getDocumentElement();
    assertThat(root.getElementsByTagName("title").item(0).getTextContent()).isEqualTo(root.getAttribute("aria-label"))
        .isEqualTo("Hello on the JVM: Wasmtime, jni (default) 2.02 × Plain Java".replace("2.02 ×", "2.02\u00a0×"));
    assertThat(root.getAttribute("role")).isEqualTo("img");
    assertThat(svg).doesNotContain("href", "url(", "@import", "<style", "<script");
    assertThat(Double.parseDouble(root.getAttribute("width"))).isBetween(200.0, 900.0);
  }

  @Test
  void shouldEscapeAndCutWhatIsFromOutside() throws Exception {
    String evil = "</text><script>alert(1)</script>\u0000\u001b" + "x".repeat(5_000);
    SampleRun sample = SampleRuns.hostile();
    RunData run = sample.withManifest(m -> titled(m, evil)).readFrom(out);
    Badge.writeAll(run, as(run, RunStatus.SOUND), run.folder().badges());
    try (var files = Files.list(run.folder().badges())) {
      List<Path> all = files.toList();
      assertThat(all).hasSize(2);
      for (Path file : all) {
        assertThat(Files.readString(file)).doesNotContain("<script").hasSizeLessThan(2_000);
        assertThat(parsed(Files.readString(file)).getElementsByTagName("text").getLength()).isEqualTo(2);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "ar-EG"})
  void shouldBeTheSameInEachLocale(String tag) {
    RunData run = CheckedRuns.standard().readFrom(out);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      String expected = badge(run, CheckedRuns.sound(run)).drawn().toString();
      Locale.setDefault(Locale.forLanguageTag(tag));
      assertThat(badge(run, CheckedRuns.sound(run)).drawn().toString()).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  private static Summary as(RunData run, RunStatus status) {
    return new Summary(0.02, status, List.of(), List.of(), Estimate.NONE, Summary.of(run).arms(), List.of(),
        Nothing.EFFORT, Nothing.SCENARIOS, List.of(), List.of(), List.of(), List.of(), List.of());
  }

  private static Manifest titled(Manifest m, String title) {
    List<FixtureFacts> fixtures = m.fixtures()
        .stream()
        .map(f -> new FixtureFacts(f.id(), title, f.standsFor(), f.wasmBytes(), f.sha256(), f.event(),
            f.responseBytes(), f.series()))
        .toList();
    return Records.with(m, "fixtures", fixtures);
  }

  private static Badge badge(RunData run, Summary summary) {
    RunView view = new RunView(run, summary);
    return Badge.of(view, view.fixtures().stream().filter(f -> f.id().equals("hello")).findFirst().orElseThrow());
  }

  private static String answer(RunData run, Summary summary) {
    return badge(run, summary).answer().replace('\u00a0', ' ');
  }

  private static Document parsed(String svg) throws Exception {
    return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
  }
}
