package dev.coldstart.report.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Manifest;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.report.export.SummaryWriter;
import dev.coldstart.report.page.RunPage;
import dev.coldstart.report.page.SoundPage;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.Doubt;
import dev.coldstart.stats.run.RunStatus;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChangesTest {

  private static final String JANUARY = "2026-01-01T00:00:00Z";
  private static final String FEBRUARY = "2026-02-01T00:00:00Z";

  @TempDir
  Path out;

  @Test
  void shouldShowClearChangesAndFoldTheRest() {
    written(SampleRuns.standard(), "january", JANUARY);
    Page page = page(written(ComparePageTest.slower(SampleRuns.standard()), "february", FEBRUARY));
    assertThat(page.text()).contains(
        "Of 8 ratios to the baseline that both runs have, one for each arm and fixture, 2 became slower and 0 faster.")
        .contains("Compared with january, of 1 Jan 2026, 00:00 UTC, commit 0123456789ab")
        .contains("slower, 30 % more")
        .contains("JVM arguments and commit are the same in both")
        .contains("6 ratios without a clear change")
        .contains("From run to run")
        .contains("does not overlap the previous one in 1 of 4 arms: Chicory (interpreter, default)");
    assertThat(SoundPage.ids(page.html())).doesNotHaveDuplicates().contains("changed-0", "unchanged-0");
    // Arms without a change are folded away.
    assertThat(page.html().indexOf("1.30\u00a0× slower"))
        .isLessThan(page.html().indexOf("6 ratios without a clear change"));
  }

  @Test
  void shouldLinkTheOtherRunsPageFromWhereThisOneStands() throws IOException {
    RunData january = written(SampleRuns.standard(), "january", JANUARY);
    RunData february = written(SampleRuns.standard(), "february", FEBRUARY);
    assertThat(page(february).html()).doesNotContain("january/report.html");
    Files.writeString(january.folder().reportHtml(), "");
    assertThat(page(february).html()).contains("href=\"./../january/report.html\"");
  }

  @Test
  void shouldNotCompareColdLaunchesWithWarmOnes() {
    written(SampleRuns.standard(), "warm", JANUARY);
    RunData cold = written(
        SampleRuns.standard()
            .withManifest(m -> Records.with(m, "plan", Records.with(m.plan(), "pageCache", Manifest.Plan.COLD))),
        "cold", FEBRUARY);
    assertThat(page(cold).text()).contains("warm: only one of the two was launched with a cold page cache")
        .doesNotContain("From run to run");
    assertThat(page(cold).html()).contains("cold: each launch reads its files from the disk")
        .contains("The page cache was emptied of each arm's files before each launch")
        .doesNotContain("The page cache is warm");
  }

  @Test
  void shouldSayThatThereIsNoEarlierRun() {
    written(SampleRuns.standard(), "february", FEBRUARY);
    assertThat(page(written(SampleRuns.standard(), "january", JANUARY)).text())
        .contains("There is no earlier run in this folder to compare this one with.")
        .doesNotContain("Compared with", "From run to run");
  }

  @Test
  void shouldSayWhyNoRunIsComparableAndNameADamagedOne() throws IOException {
    written(SampleRuns.blocks(2), "few", JANUARY);
    Path damaged = Files.createDirectories(out.resolve("<img src=x>"));
    Files.writeString(damaged.resolve("manifest.json"), "{");
    Page page = page(written(SampleRuns.standard(), "february", FEBRUARY));
    assertThat(page.text()).contains("The only earlier run in this folder cannot be compared with this one.")
        .contains("Not compared with:", "few: no arm and fixture in common with enough blocks in both",
            "&lt;img src=x&gt;: ");
    assertThat(page.html()).doesNotContain("<img", out.toString());
  }

  @Test
  void shouldSayNothingOfChangesWhereTheRunIsNotToBeTrusted() {
    written(SampleRuns.standard(), "january", JANUARY);
    RunData run = written(ComparePageTest.slower(SampleRuns.standard()), "february", FEBRUARY);
    Summary summary = Summary.of(run);
    Summary failed = new Summary(summary.margin(), RunStatus.DO_NOT_TRUST, List.of(new Doubt.NoControl()),
        summary.controls(), Estimate.NONE, summary.arms(), summary.jmhBias(), summary.effort(), summary.scenarios(),
        List.of(), summary.warnings(), List.of(), List.of(), List.of());
    assertThat(page(run, failed).text())
        .contains("The change is not to be trusted: a control failed.", "8 ratios, without a verdict")
        .doesNotContain("slower, ");
  }

  @Test
  void shouldBeTheSameAgainAndInEachLocale() {
    written(SampleRuns.standard(), "january", JANUARY);
    RunData run = written(ComparePageTest.slower(SampleRuns.standard()), "february", FEBRUARY);
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.ROOT);
      String expected = page(run).html();
      Locale.setDefault(Locale.GERMANY);
      assertThat(page(run).html()).isEqualTo(expected);
    } finally {
      Locale.setDefault(before);
    }
  }

  private record Page(String html) {

    /** Only the section, with one space between words. */
    String text() {
      String section = html.substring(html.indexOf("<section id=\"changes\""));
      return section.substring(0, section.indexOf("</section>"))
          .replaceAll("<[^>]*>", " ")
          .replace('\u00a0', ' ')
          .replaceAll("\\s+", " ")
          .replace(" ,", ",");
    }
  }

  private static Page page(RunData run) {
    return page(run, Summary.of(run));
  }

  private static Page page(RunData run, Summary summary) {
    return new Page(RunPage.render(run, summary, run.folder().reportHtml()));
  }

  /** With its summary, as a run writes it. */
  private RunData written(SampleRun run, String id, String startedAt) {
    RunData data = run.withManifest(m -> started(m, id, startedAt)).readFrom(out);
    SummaryWriter.write(data.folder(), Summary.of(data));
    return data;
  }

  private static Manifest started(Manifest m, String id, String startedAt) {
    return Records.with(m, "runId", id, "startedAt", Instant.parse(startedAt));
  }
}
