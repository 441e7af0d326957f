package dev.coldstart.report.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.report.html.Scripts;
import dev.coldstart.stats.run.RunsCompared;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class ComparePageTest {

  private static final String CHICORY = "chicory.interpreter/default/jdk25";

  @TempDir
  Path one;
  @TempDir
  Path other;

  @Test
  void shouldSayHowARatioChanged() {
    String text = text(html(SampleRuns.standard(), slower(SampleRuns.standard())));
    assertThat(text).contains("slower, 30 % more", "counts as none", "are the same in both", "Indicative")
        .doesNotContain("Do not trust", "NaN");
  }

  @Test
  void shouldSayThatNothingIsSureWhereARunIsNotToBeTrusted() {
    SampleRun failed = SampleRuns.controlled().slowed(launch -> launch.arm().endsWith("+aa"), 1.5);
    String html = html(SampleRuns.controlled(), slower(failed));
    assertThat(html).contains("<title>Do not trust: coldstart");
    assertThat(text(html)).contains("not to be trusted: a control failed").doesNotContain("slower, ", "faster, ");
  }

  @Test
  void shouldHoldWithFewBlocksAndWithoutAnyInCommon() {
    assertThat(text(html(SampleRuns.blocks(0), SampleRuns.blocks(0))))
        .contains("Nothing is compared: no arm has a ratio to the same baseline in both runs.");
    assertThat(text(html(SampleRuns.blocks(2), SampleRuns.blocks(30)))).contains("inconclusive");
  }

  @Test
  void shouldEscapeAllThatComesFromOutside() {
    String html = html(SampleRuns.hostile(), SampleRuns.hostile());
    assertThat(Scripts.removed(html)).doesNotContain("<script", "<img", "NaN", "http://", "https://")
        .contains("&lt;img");
    assertThat(Scripts.removed(html(SampleRuns.standard(), SampleRuns.hostile()))).doesNotContain("<script", "<img")
        .contains("only in the");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "ar-EG"})
  void shouldBeTheSameInEveryLocale(String tag) {
    RunsCompared runs = runs(SampleRuns.standard(), slower(SampleRuns.standard()));
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      String expected = ComparePage.render(runs);
      Locale.setDefault(Locale.forLanguageTag(tag));
      assertThat(ComparePage.render(runs)).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  public static SampleRun slower(SampleRun run) {
    return run.slowedInFirstCall(launch -> launch.arm().equals(CHICORY), 1.3);
  }

  private String html(SampleRun first, SampleRun second) {
    return ComparePage.render(runs(first, second));
  }

  private RunsCompared runs(SampleRun first, SampleRun second) {
    RunData before = first.readFrom(one.resolve("run" + System.nanoTime()));
    return RunsCompared.of(before, second.readFrom(other.resolve("run" + System.nanoTime())), 0.02);
  }

  private static String text(String html) {
    return html.replaceAll("(?s)<style>.*?</style>", "")
        .replaceAll("<[^>]*>", " ")
        .replace('\u00a0', ' ')
        .replaceAll("\\s+", " ");
  }
}
