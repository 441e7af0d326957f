package dev.coldstart.report.tune;

import static dev.coldstart.report.page.SoundPage.assertSound;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.record.SampleTunings;
import dev.coldstart.record.Tuning;
import dev.coldstart.record.io.TuningFolder;
import dev.coldstart.report.history.IndexPage;
import dev.coldstart.report.history.IndexPageTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class TunePageTest {

  private static final String EVIL = "</code><img src=x onerror=alert(1)>";

  @TempDir
  Path out;

  @Test
  void shouldSayWhatWasChosenAndByWhichRun() throws IOException {
    IndexPageTest.write(out, "one", "2026-01-01T00:00:00Z", true);
    String html = html(SampleTunings.ended("one-tune", "one"));
    assertSound(html);
    assertThat(html).contains("href=\"./../one/report.html\"", "href=\"./tune.json\"");
    assertThat(text(html)).contains("chicory.compiler/appcds+heap-16m/jdk25", "Status of that run: sound",
        "chicory.compiler/default/jdk25 0.600 × 0.550–0.650", "plain-java.twin/appcds+heap-16m/jdk25 1.25 × 1.20–1.30",
        "scripts/coldstart tune --runtime chicory --fixture hello", "These numbers only choose; they are not results")
        .doesNotContain("No clear difference", "not to be trusted", "is incomplete");
  }

  @Test
  void shouldTellEachRound() throws IOException {
    String html = html(SampleTunings.ended("one-tune", "gone"));
    assertThat(text(html)).contains("Generation 1: 4 combinations", "round-01, 3 blocks 4 → 2 1 failed",
        "compiler, appcds the chosen one, or one that it was built from 1 1.50 × kept",
        "interpreter, default 3 6.50 × eliminated: not among the fastest 2 of 3",
        "interpreter, appcds 4 n/a failed: an invalid launch: exit code 1", "Generation 2: 2 combinations",
        "Status of that run: n/a");
    assertThat(html).contains("class=\"falls\"", "class=\"lineage\"").doesNotContain("report.html");
  }

  @Test
  void shouldWarnOfARunThatIsNotToBeTrusted() throws IOException {
    IndexPageTest.write(out, "bad", "2026-01-01T00:00:00Z", false);
    assertThat(text(html(SampleTunings.ended("one-tune", "bad"))))
        .contains("That run is not to be trusted: a control failed.");
  }

  @Test
  void shouldSayWhereTheChosenIsNotShownToBeFaster() throws IOException {
    Tuning t = SampleTunings.ended("one-tune", "gone");
    Tuning.Ratio wide = new Tuning.Ratio(SampleTunings.UNTUNED, 0.98, 0.9, 1.07);
    Tuning.Ratio unknown = new Tuning.Ratio("chicory.interpreter/default/jdk25", null, null, null);
    Tuning.Ratio baseline = new Tuning.Ratio("plain-java.twin/default/jdk25", 1.5, 1.4, 1.6);
    Tuning doubted = with(t, new Tuning.End(t.end().chosen(), "gone", List.of(wide, unknown, baseline), null));
    assertThat(text(html(doubted)))
        .contains("Not shown to be faster than " + SampleTunings.UNTUNED,
            "Not shown to be faster than chicory.interpreter/", "n/a")
        .doesNotContain("faster than plain-java", "lower than plain-java");
  }

  @Test
  void shouldShowATuningThatWasCut() throws IOException {
    String html = html(SampleTunings.cut("one-tune"));
    assertSound(html);
    assertThat(text(html)).contains("This tuning is incomplete", "Nothing has been chosen yet",
        "round-02, 24 blocks: not finished", "The search ended not yet");
  }

  /** The kept tunings have both pages in one folder. */
  @Test
  void shouldBeMadeBesideTheRunThatItEndedWith() throws IOException {
    IndexPageTest.write(out, "one", "2026-01-01T00:00:00Z", true);
    TuningFolder kept = new TuningFolder(out.resolve("one"));
    kept.write(SampleTunings.ended("one-tune", "one"));
    assertThat(Files.readString(TunePage.write(kept))).contains("href=\"./report.html\"");
  }

  @Test
  void shouldEscapeAllThatComesFromOutside() throws IOException {
    String html = html(SampleTunings.hostile(EVIL + "x".repeat(5_000)));
    assertSound(html);
    assertThat(html).contains("&lt;img")
        .doesNotContain("<img", "<script", "http://", "https://")
        .hasSizeLessThan(150_000);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "ar-EG"})
  void shouldBeTheSameInEveryLocale(String tag) throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      String expected = html(SampleTunings.ended("one-tune", "gone"));
      Locale.setDefault(Locale.forLanguageTag(tag));
      assertThat(html(SampleTunings.ended("one-tune", "gone"))).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void shouldBeListedAmongTheRuns() throws IOException {
    IndexPageTest.write(out, "one", "2026-01-01T00:00:00Z", true);
    IndexPageTest.write(out, "bad", "2026-01-01T00:00:00Z", false);
    assertThat(IndexPage.render(out)).doesNotContain("id=\"tunings\"");
    TunePage.write(folder(SampleTunings.ended("a-tune", "one")));
    folder(SampleTunings.ended("b-tune", "bad"));
    folder(SampleTunings.cut("c-tune"));
    folder(SampleTunings.ended("d-tune", "gone"));
    Files.writeString(Files.createDirectories(out.resolve("e-tune")).resolve("tune.json"), "{\"schema\":1}");
    String html = IndexPage.render(out);
    assertThat(html).contains("href=\"./a-tune/tune.html\"").doesNotContain("b-tune/tune.html");
    assertThat(text(html)).contains(
        "a-tune 2 Jan 2026, 03:04 UTC chicory hello chicory.compiler/appcds+heap-16m/jdk25"
            + " 0.600 × (0.550–0.650) the time of chicory.compiler/default/jdk25 b-tune",
        "not to be trusted: a control failed c-tune", "it is incomplete d-tune",
        "its final run is missing, or has no summary e-tune", "tune.json is damaged");
  }

  /** With a run next to it that has equally hostile names. */
  public static String hostile(Path out) throws IOException {
    RunData run = SampleRuns.hostile().readFrom(out);
    Tuning evil = SampleTunings.hostile(EVIL + "x".repeat(500));
    String chosen = run.manifest().arms().get(0).arm();
    Tuning.End end = new Tuning.End(chosen, run.folder().id(), evil.end().ratios(), evil.end().aheadOfTime());
    TuningFolder folder = new TuningFolder(Files.createDirectories(out.resolve("evil-tune")));
    folder.write(with(evil, end));
    return TunePage.render(folder);
  }

  private static Tuning with(Tuning t, Tuning.End end) {
    return Records.with(t, "end", end);
  }

  private String html(Tuning tuning) throws IOException {
    return Files.readString(TunePage.write(folder(tuning)));
  }

  private TuningFolder folder(Tuning tuning) throws IOException {
    String name = tuning.id().length() < 100 ? tuning.id() : "evil-tune";
    TuningFolder folder = new TuningFolder(Files.createDirectories(out.resolve(name)));
    folder.write(tuning);
    return folder;
  }

  private static String text(String html) {
    return html.replaceAll("(?s)<style>.*?</style>", "")
        .replaceAll("<[^>]*>", " ")
        .replace('\u00a0', ' ')
        .replaceAll("\\s+", " ");
  }
}
