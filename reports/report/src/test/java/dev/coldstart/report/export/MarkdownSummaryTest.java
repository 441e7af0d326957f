package dev.coldstart.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.report.page.Nothing;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.report.page.CheckedRuns;
import dev.coldstart.report.page.Golden;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.RunStatus;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownSummaryTest {

  @TempDir
  Path out;

  @ParameterizedTest
  @ValueSource(strings = {"und", "en-US", "de-DE", "ar-EG"})
  void shouldWriteTheSameInEachLocale(String tag) throws IOException {
    Locale before = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(tag));
      RunData run = CheckedRuns.standard().readFrom(out);
      SummaryWriter.writeOthers(run, CheckedRuns.sound(run), run.folder());
      Golden.check("export/summary.md", Files.readString(run.folder().summaryMd()));
    } finally {
      Locale.setDefault(before);
    }
  }

  @Test
  void shouldSayFirstThatARunIsNotToBeTrustedAndWhy() {
    RunData run = CheckedRuns.standard().readFrom(out);
    String text = MarkdownSummary.render(run, CheckedRuns.failed(run, "a *reason*"));
    assertThat(text).startsWith("## coldstart: Do not trust\n")
        .contains("\n- `the control a *reason* in noop has no valid launch`\n");
    assertThat(text).contains("not to be trusted: a control failed").doesNotContain("slower, ", "faster, ");
  }

  @Test
  void shouldLetNothingFromOutsideBecomeMarkup() {
    RunData run = SampleRuns.hostile().readFrom(out);
    String text = MarkdownSummary.render(run, Summary.of(run));
    assertThat(text.replaceAll("(?<!`)(`+)(?!`).*?(?<!`)\\1(?!`)", "")).doesNotContain("<", "onerror", "|'");
    List<String> rows = text.lines().filter(line -> line.startsWith("|")).toList();
    assertThat(rows).isNotEmpty().allSatisfy(row -> assertThat(row.chars().filter(c -> c == '|').count()).isEqualTo(6));
  }

  @Test
  void shouldEndATableWhereAnIssueWouldBeFull() {
    RunData run = SampleRuns.standard().readFrom(out);
    Summary summary = Summary.of(run);
    ArmSummary hello =
        summary.arms().stream().filter(arm -> arm.arm().fixture().equals("hello")).findFirst().orElseThrow();
    Summary many = new Summary(0.02, RunStatus.SOUND, List.of(), List.of(), Estimate.NONE,
        Collections.nCopies(MarkdownSummary.MOST_ROWS + 3, hello), List.of(), Nothing.EFFORT, Nothing.SCENARIOS,
        List.of(), List.of(), List.of(), List.of(), List.of());
    assertThat(MarkdownSummary.render(run, many)).contains("… 3 more in report.html");
    assertThat(MarkdownSummary.render(run, many).lines().filter(line -> line.startsWith("| **")))
        .hasSize(MarkdownSummary.MOST_ROWS);
  }
}
