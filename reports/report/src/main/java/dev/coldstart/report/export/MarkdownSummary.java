package dev.coldstart.report.export;

import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunData;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.answer.AnswerTable;
import dev.coldstart.report.run.FindingWords;
import dev.coldstart.report.run.Masthead;
import dev.coldstart.report.run.Repetition;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.run.StatusLine;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes a run as Markdown, to be pasted into an issue or shown as the summary of a CI job. */
public final class MarkdownSummary {

  /** An issue holds 65,536 characters. */
  static final int MOST_ROWS = 60;

  private static final int MOST_FIXTURES = 20;
  private static final int MOST_REASONS = 10;
  private static final int LONGEST_COMMAND = 2_000;

  private final RunView view;
  private final List<String> lines = new ArrayList<>();

  private MarkdownSummary(RunView view) {
    this.view = view;
  }

  /**
   * Writes {@code summary.md} in place of an older one.
   *
   * @throws UncheckedIOException when it cannot be written
   */
  public static void write(RunData run, Summary summary) {
    Path target = run.folder().summaryMd();
    try {
      Files.writeString(target, render(run, summary));
    } catch (IOException e) {
      throw new UncheckedIOException("summary=" + target + " cannot be written", e);
    }
  }

  static String render(RunData run, Summary summary) {
    MarkdownSummary markdown = new MarkdownSummary(new RunView(run, summary));
    markdown.head();
    markdown.answers();
    markdown.howToRepeat();
    return String.join("\n", markdown.lines) + "\n";
  }

  private void head() {
    StatusLine status = StatusLine.of(view);
    lines.add("## coldstart: " + status.trust().word());
    paragraph(status.trust().means());
    list(status.trust().reasons());
    paragraph(Markdown.sentences(status.noise()));
    Masthead masthead = Masthead.of(view);
    lines.add("");
    lines.add("- Run: " + Markdown.text(masthead.runId()));
    masthead.facts().forEach(fact -> lines.add("- " + fact.name() + ": " + Markdown.text(fact.value())));
    lines.add("- Blocks of each fixture: " + blocks());
    paragraph(Markdown.sentences(status.conduct()));
    if (!status.doubts().isEmpty()) {
      paragraph("What to distrust:");
      list(status.doubts());
    }
  }

  private String blocks() {
    Manifest.Plan plan = view.run().manifest().plan();
    return "at most " + plan.blocks() + " (preset " + Markdown.text(plan.preset()) + ")";
  }

  private void answers() {
    paragraph(
        "Median time from the spawn of a fresh JVM to its first correct response, and the ratio to the baseline of the"
            + " same profile and JDK; in parentheses the range that holds it with 95 % confidence." + shared());
    var fixtures = view.fixtures();
    fixtures.stream().limit(MOST_FIXTURES).map(fixture -> AnswerTable.of(view, fixture)).forEach(this::answer);
    if (fixtures.size() > MOST_FIXTURES) {
      paragraph(more(fixtures.size() - MOST_FIXTURES));
    }
  }

  private String shared() {
    String shared = view.names().shared();
    return shared.isEmpty() ? "" : " All arms: " + Markdown.text(shared) + ".";
  }

  private void answer(AnswerTable table) {
    paragraph("### " + Markdown.text(table.fixture().title()));
    FindingWords.Finding finding = FindingWords.of(view, table.fixture());
    paragraph("**" + Markdown.sentences(finding.lead()) + "**");
    if (!finding.rest().isEmpty()) {
      paragraph(Markdown.sentences(finding.rest()));
    }
    if (!table.margin().isEmpty()) {
      paragraph(Markdown.sentences(table.margin()));
    }
    lines.add("");
    lines.add("| Arm | First response, ms | Ratio to baseline | Verdict | Launches |");
    lines.add("|---|---|---|---|--:|");
    List<String> rows = new ArrayList<>();
    table.rows().forEach(row -> rows.add(row(row)));
    table.notRun()
        .forEach(arm -> rows.add(
            "| " + Markdown.text(arm.name().text()) + " | | | did not run: " + Markdown.text(arm.reason()) + " | |"));
    rows.stream().limit(MOST_ROWS).forEach(lines::add);
    if (rows.size() > MOST_ROWS) {
      paragraph(more(rows.size() - MOST_ROWS));
    }
  }

  private static String row(AnswerTable.Row row) {
    String name = Markdown.text(row.name().text());
    return "| " + (row.baseline() ? "**" + name + "**" : name) + " | " + within(row.medianMs(), row.medianInterval())
        + " | " + within(row.ratio(), row.ratioInterval()) + " | " + row.verdict()
        + (row.note().isEmpty() ? "" : "; " + Markdown.text(row.note())) + " | " + row.n()
        + (row.invalid().isEmpty() ? "" : ", " + row.invalid()) + " |";
  }

  private static String within(String value, String interval) {
    return interval.isEmpty() ? value : value + " (" + interval + ")";
  }

  private void howToRepeat() {
    Manifest manifest = view.run().manifest();
    Repetition repetition = Repetition.of(manifest);
    paragraph("To repeat it, in a checkout:");
    lines.add("");
    repetition.commands().forEach(command -> lines.add("- " + Markdown.code(SafeText.brief(command, LONGEST_COMMAND))));
    paragraph(Markdown.sentences(repetition.needs()));
    paragraph("Milliseconds of two machines or two runs are not to be compared; ratios are.");
  }

  private void list(List<String> texts) {
    if (texts.isEmpty()) {
      return;
    }
    lines.add("");
    texts.stream().limit(MOST_REASONS).forEach(text -> lines.add("- " + Markdown.text(text)));
    if (texts.size() > MOST_REASONS) {
      lines.add("- " + more(texts.size() - MOST_REASONS));
    }
  }

  private void paragraph(String text) {
    lines.add("");
    lines.add(text);
  }

  private static String more(int count) {
    return "… " + count + " more in report.html";
  }
}
