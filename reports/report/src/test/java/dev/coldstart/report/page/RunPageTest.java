package dev.coldstart.report.page;

import static dev.coldstart.report.page.SoundPage.assertSound;
import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Counter;
import dev.coldstart.record.Launch;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleLaunch;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.answer.LaunchStrips;
import dev.coldstart.report.html.Scripts;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.RunStatus;
import dev.coldstart.stats.run.Summary;
import dev.coldstart.stats.run.Warning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

public class RunPageTest {

  /** A script that a browser would run, which excludes the page's data. */
  public static final Pattern EXECUTABLE = Pattern.compile("<script(?! type=\"application/json\")");

  @TempDir
  Path out;

  @Test
  void shouldWriteOneFileThatNeedsNoOther() throws IOException {
    RunData run = SampleRuns.standard().readFrom(out);
    Path target = run.folder().reportHtml();
    RunPage.write(run, Summary.of(run), target);
    assertThat(Scripts.removed(Files.readString(target))).startsWith("<!DOCTYPE html>")
        .contains("default-src 'none'")
        .doesNotContainPattern(EXECUTABLE)
        .doesNotContain("<link", "<img", "@import", "http://", "https://", "url(");
  }

  @Test
  void shouldShowEveryNumberOfTheSummary() {
    RunData run = SampleRuns.standard().readFrom(out);
    Summary summary = Summary.of(run);
    String html = text(run, summary);
    for (ArmSummary arm : summary.arms()) {
      if (arm.n() > 0) {
        assertThat(html)
            .contains(Format.number(arm.firstResponseMs().value()) + " " + Quantity.interval(arm.firstResponseMs()))
            .contains(Format.number(arm.typicalMs()));
        assertThat(html).contains(VerdictWords.brief(arm, summary).replace('\u00a0', ' '));
        assertThat(html).contains(Format.number(arm.counters().of(Counter.CPU)));
      }
    }
    assertThat(html).contains("Did not run: GraalWasm, jit default — needs a JDK with JVMCI", "1 invalid",
        "Not counted, done before the launches: CDS archive (1.50 s with a JVM's start, 12.3 MB)");
  }

  @Test
  void shouldSayWhatIsFusedAndWhatWasFound() {
    RunData run = SampleRuns.standard().readFrom(out);
    assertThat(text(run, warning(run, "the machine was busy")))
        .contains("parse and compile are counted in instantiate", "compile is counted in parse", "in instantiate")
        .contains("The run completed all blocks of these launches.",
            "4 of 16 combinations of an arm and a fixture did not run; the reasons are below each fixture's table.")
        .contains("the machine was busy", "1: exit code 134");
  }

  @Test
  void shouldSayHowToRepeatIt() {
    RunData run = SampleRuns.standard().readFrom(out);
    assertThat(html(run, Summary.of(run))).contains("<a href=\"#repeat\">", "id=\"repeat\"")
        .contains("\nmvn verify -DskipTests\nscripts/coldstart run --preset default --seed 42</code>");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 9, 10, 30})
  void shouldHoldWithAnyNumberOfBlocks(int blocks) {
    RunData run = SampleRuns.blocks(blocks).readFrom(out);
    String html = html(run, Summary.of(run));
    assertSound(html);
    assertThat(html.contains("have fewer than 20 valid launches; ")).isEqualTo(blocks > 0 && blocks < 20);
    assertThat(html.contains(">Nothing measured<")).isEqualTo(blocks == 0);
    assertThat(html.contains("class=\"box\"")).isEqualTo(blocks >= LaunchStrips.FEWEST_FOR_BOX);
  }

  @Test
  void shouldHoldWhenNoLaunchIsValid() {
    SampleRun allInvalid = SampleRuns.standard().withLaunches(RunPageTest::timedOut);
    RunData run = allInvalid.readFrom(out);
    String html = html(run, Summary.of(run));
    assertSound(html);
    assertThat(html).contains("no valid launch", "0 launches were counted");
  }

  @Test
  void shouldSayThatJmhDidNotRunAndThatARunWasKilled() {
    RunData run = SampleRuns.killed().readFrom(out);
    String html = html(run, Summary.of(run));
    assertSound(html);
    assertThat(html).contains("Not measured: this run has no JMH results", "The run has not ended")
        .doesNotContain("class=\"curves\"", "href=\"./jmh\"");
  }

  @Test
  void shouldEscapeAllThatComesFromOutside() {
    RunData run = SampleRuns.hostile().readFrom(out);
    String html = html(run, warning(run, "</style><script>alert(1)</script>"));
    assertSound(html);
    assertThat(Scripts.removed(html)).doesNotContainPattern(EXECUTABLE)
        .doesNotContain("<img")
        .contains("&lt;img", "&lt;script&gt;");
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-US", "de-DE", "ar-EG"})
  void shouldBeTheSameInEveryLocale(String tag) {
    RunData run = SampleRuns.standard().readFrom(out);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      String expected = html(run, Summary.of(run));
      Locale.setDefault(Locale.forLanguageTag(tag));
      assertThat(html(run, Summary.of(run))).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void shouldOfferAChoiceOfArmsWhereThereIsOne() {
    SampleRun standard = SampleRuns.standard();
    RunData run = standard.readFrom(out.resolve("all"));
    assertThat(html(run, Summary.of(run))).containsOnlyOnce("<div class=\"tools\"");
    RunData baseline = CheckedRuns.only(standard, arm -> arm.baseline()).readFrom(out.resolve("few"));
    assertThat(html(baseline, Summary.of(baseline))).doesNotContain("<div class=\"tools\"");
  }

  @Test
  void shouldStaySmallWithManyLaunches() {
    RunData run = SampleRuns.blocks(200).readFrom(out);
    long counted = run.arms().stream().mapToLong(arm -> arm.counted().size()).sum();
    assertThat(counted).isGreaterThanOrEqualTo(40 * 60 - 100);
    assertThat(html(run, Summary.of(run)).length()).isLessThan(1_500_000);
  }

  @Test
  void shouldLinkRawFilesFromWhereThePageStands() {
    RunData run = SampleRuns.blocks(2).readFrom(out);
    String elsewhere = RunPage.render(run, Summary.of(run), out.resolve("a page.html"));
    assertThat(elsewhere).contains("href=\"./" + run.folder().id() + "/launches.jsonl\"", "href=\"./summary.csv\"");
    assertThat(html(run, Summary.of(run))).contains("href=\"./launches.jsonl\"", "href=\"./summary.csv\"");
  }

  private static Summary warning(RunData run, String warning) {
    return new Summary(0.02, RunStatus.SOUND, List.of(), List.of(), Estimate.NONE, Summary.of(run).arms(), List.of(),
        Nothing.EFFORT, Nothing.SCENARIOS, List.of(), List.of(new Warning.Noted(warning)), List.of(), List.of(),
        List.of());
  }

  private static Launch timedOut(Launch l) {
    return SampleLaunch.invalid(l, "timeout");
  }

  private static String html(RunData run, Summary summary) {
    return RunPage.render(run, summary, run.folder().reportHtml());
  }

  /** The text that a reader sees: no markup, one space between words. */
  private static String text(RunData run, Summary summary) {
    return html(run, summary).replaceAll("<[^>]*>", " ").replace('\u00a0', ' ').replaceAll("\\s+", " ");
  }
}
