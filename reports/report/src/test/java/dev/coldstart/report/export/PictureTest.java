package dev.coldstart.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.report.chart.Svg;
import dev.coldstart.report.page.CheckedRuns;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

class PictureTest {

  private static final Path REFERENCE = Path.of("../reference");

  @TempDir
  Path out;

  @Test
  void shouldShowEachRatioWithItsInterval() throws Exception {
    RunData run = CheckedRuns.standard().readFrom(out);
    Element svg = parsed(Picture.drawn(run, CheckedRuns.sound(run)));
    assertThat(svg.getTextContent()).contains("Time to first response, in multiples of Plain Java's")
        .contains("each compared with the baseline of its profile and JDK")
        .contains("Synthetic CPU, 2 processors · Synthetic 25.0.3+9 · 2 Jan 2026, 03:04 UTC · commit 0123456789ab")
        .contains("Wasmtime, jni (default)", "2.02\u00a0× (1.97–2.07)", "28 launches of each arm");
    assertThat(svg.getAttribute("aria-label")).isEqualTo(svg.getElementsByTagName("title").item(0).getTextContent())
        .contains("Hello: from 2.02\u00a0× (Wasmtime, jni (default)) to ");
  }

  @Test
  void shouldStandAloneInBothThemes() {
    RunData run = CheckedRuns.standard().readFrom(out);
    assertThat(Picture.drawn(run, CheckedRuns.sound(run)).toString())
        .contains("prefers-color-scheme: dark", ".rt-0{color:#4a515c}", ".rt-0{color:#c3c9d2}")
        .doesNotContain("href", "url(", "@import", "@font-face", "<script", "var(");
  }

  @Test
  void shouldClaimNothingOfARunThatIsNotToBeTrusted() throws Exception {
    RunData run = CheckedRuns.standard().readFrom(out);
    Element svg = parsed(Picture.drawn(run, CheckedRuns.failed(run, "a reason")));
    assertThat(svg.getTextContent()).contains("Do not trust this run: a control failed.").doesNotContain("\u00a0×");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 30})
  void shouldHoldWithAnyNumberOfBlocks(int blocks) throws Exception {
    RunData run = SampleRuns.blocks(blocks).readFrom(out);
    String text = parsed(Picture.drawn(run, Summary.of(run))).getTextContent();
    assertThat(text).doesNotContain("NaN", "Infinity", "1 launches");
    String launches = blocks == 0 ? "nothing was compared" : blocks == 1 ? "1 launch of each arm" : "launches of each";
    assertThat(text).contains(launches);
  }

  @Test
  void shouldSayThatNothingWasCompared() throws Exception {
    RunData run = CheckedRuns.only(SampleRuns.standard(), Arm::baseline).readFrom(out);
    Element svg = parsed(Picture.drawn(run, Summary.of(run)));
    assertThat(svg.getAttribute("aria-label")).contains("nothing was compared");
  }

  @Test
  void shouldTellNamesApartThatDifferAtTheirEnd() throws Exception {
    String ending = "x".repeat(80) + ", memory in byte arrays, module digest ";
    SampleRun run = SampleRuns.blocks(6).withArms(arm -> labelled(arm, arm.label() + ending + arm.profile()));
    var texts = parsed(picture(run)).getElementsByTagName("text");
    List<String> cut = IntStream.range(0, texts.getLength())
        .mapToObj(i -> texts.item(i).getTextContent())
        .filter(text -> text.startsWith("Chicory, interpreter") && text.contains("…"))
        .toList();
    assertThat(cut).hasSize(4).allMatch(text -> text.endsWith("digest default (default)") || text.endsWith("(appcds)"));
    assertThat(cut.subList(0, 2)).doesNotHaveDuplicates();
  }

  @Test
  void shouldEscapeAndCutWhatIsFromOutside() throws Exception {
    SampleRun hostile = SampleRuns.hostile();
    RunData run = hostile.readFrom(out);
    Svg svg = Picture.drawn(run, Summary.of(run));
    assertThat(svg.toString()).doesNotContain("<img", "<script").hasSizeLessThan(20_000);
    assertThat(parsed(svg).getElementsByTagName("text").getLength()).isPositive();
  }

  @Test
  void shouldBeTheSameInEachLocale() {
    RunData run = CheckedRuns.standard().readFrom(out);
    Summary summary = CheckedRuns.sound(run);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      String expected = Picture.drawn(run, summary).toString();
      for (String tag : List.of("en-US", "de-DE", "ar-EG")) {
        Locale.setDefault(Locale.forLanguageTag(tag));
        assertThat(Picture.drawn(run, summary)).hasToString(expected);
      }
    } finally {
      Locale.setDefault(before);
    }
  }

  /** Otherwise the README would show something that its raw data do not say. */
  @ParameterizedTest
  @MethodSource("kept")
  void shouldBeWhatTheRawDataOfTheReferenceSay(Path picture) throws IOException {
    RunData run = RunReader.read(picture.getParent());
    assertThat(Picture.drawn(run, Summary.of(run)) + "\n")
        .as(picture + " is not what its raw data say: scripts/readme-picture")
        .isEqualTo(Files.readString(picture));
  }

  static List<Path> kept() throws IOException {
    try (Stream<Path> runs = Files.list(REFERENCE)) {
      return runs.map(run -> run.resolve("summary.svg")).filter(Files::exists).sorted().toList();
    }
  }

  private Svg picture(SampleRun sample) {
    RunData run = sample.readFrom(out);
    return Picture.drawn(run, Summary.of(run));
  }

  private static Arm labelled(Arm a, String label) {
    return Records.with(a, "label", label);
  }

  private static Element parsed(Svg svg) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(svg.toString())))
        .getDocumentElement();
  }
}
