package dev.coldstart.report.export;

import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunData;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.answer.AnswerTable;
import dev.coldstart.report.run.CommandLines.Repetition;
import dev.coldstart.report.run.FindingWords;
import dev.coldstart.report.machine.MachineTable;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.run.StatusLine;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.report.text.RunFacts;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** A run as Markdown, for an issue or the summary of a CI job. */
final class MarkdownSummary {

  /** An issue is limited to 65,536 characters. */
  static final int MOST_ROWS = 60;

  private static final int MOST_FIXTURES = 20;
  private static final int MOST_REASONS = 10;
  private static final int LONGEST_COMMAND = 2_000;

  private final RunView view;
  private final List<String> lines = new ArrayList<>();

  private MarkdownSummary(RunView view) {
    this.view = view;
  }

  /** Renders {@code summary.md}. */
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
    Manifest manifest = view.run().manifest();
    paragraph("- Run: " + Markdown.text(manifest.runId()));
    view.facts().forEach(fact -> lines.add("- " + fact.name() + ": " + Markdown.text(fact.value())));
    lines.add("- Blocks for each fixture: at most " + RunFacts.blocks(manifest.plan()) + " (preset "
        + Markdown.text(manifest.plan().preset()) + ")");
    paragraph(Markdown.sentences(status.conduct()));
    MachineTable machines = new MachineTable(view);
    if (!machines.isEmpty()) {
      paragraph(Markdown.sentences(MachineTable.scope(view) + " " + machines.found()));
    }
    if (!status.doubts().isEmpty()) {
      paragraph("What to distrust:");
      list(status.doubts());
    }
  }

  private void answers() {
    paragraph(
        "Typical time from the spawn of a fresh process to its first correct response, and the ratio to the baseline of the"
            + " same profile and JDK; in parentheses its 95 % confidence interval. A difference of less than "
            + Format.percent(view.summary().margin()) + " counts as none." + shared());
    List<FixtureFacts> fixtures = view.fixtures();
    fixtures.stream().limit(MOST_FIXTURES).map(fixture -> new AnswerTable(view, fixture)).forEach(this::answer);
    if (fixtures.size() > MOST_FIXTURES) {
      paragraph(more(fixtures.size() - MOST_FIXTURES));
    }
  }

  private String shared() {
    String shared = view.names().sharedSentence();
    return shared.isEmpty() ? "" : " " + Markdown.text(shared);
  }

  private void answer(AnswerTable table) {
    paragraph("### " + Markdown.text(table.fixture().title()));
    paragraph("**" + Markdown.sentences(FindingWords.of(view, table.fixture()).text()) + "**");
    paragraph("| Arm | First response, ms | Ratio to baseline | Verdict | Launches |");
    lines.add("|---|---|---|---|--:|");
    List<String> rows = new ArrayList<>();
    table.ran().forEach(arm -> rows.add(row(table, arm)));
    table.notRun()
        .forEach(arm -> rows.add("| " + Markdown.text(view.name(arm).text()) + " | | | did not run: "
            + Markdown.text(arm.notRun()) + " | |"));
    rows.stream().limit(MOST_ROWS).forEach(lines::add);
    if (rows.size() > MOST_ROWS) {
      paragraph(more(rows.size() - MOST_ROWS));
    }
  }

  private String row(AnswerTable table, ArmSummary arm) {
    boolean baseline = arm.arm().baseline();
    String name = Markdown.text(view.name(arm.arm()).text());
    String ratio = Format.number(arm.ratio().value());
    String note = table.note(arm);
    return "| " + (baseline ? "**" + name + "**" : name) + " | " + Format.number(arm.typicalMs()) + " | "
        + (baseline ? ratio : Quantity.withInterval(ratio, arm.ratio())) + " | "
        + VerdictWords.brief(arm, view.summary()) + (note.isEmpty() ? "" : "; " + Markdown.text(note)) + " | " + arm.n()
        + (arm.invalid() == 0 ? "" : ", " + arm.invalid() + " invalid") + " |";
  }

  private void howToRepeat() {
    Repetition repetition = Repetition.of(view.run().manifest());
    paragraph("To repeat it, in a checkout:");
    lines.add("");
    repetition.commands().forEach(command -> lines.add("- " + Markdown.code(SafeText.brief(command, LONGEST_COMMAND))));
    paragraph(Markdown.sentences(repetition.needs()));
    paragraph("Compare only ratios between machines or runs, never milliseconds.");
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

  /**
   * Escapes external text for Markdown. Text that reads the same with and without Markdown is unchanged; everything
   * else goes into a code span, where it cannot become mark-up, a link, a mention or a picture. Backslashes would not
   * work: GitHub looks for mentions and addresses after it has removed them.
   */
  static final class Markdown {

    private static final Pattern PLAIN =
        Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} \u00a0.,:;()/'\"=+%×·–−…-]*");

    /** Plain text that Markdown still interprets: an address, an issue number, an emoji's name, a list item. */
    private static final Pattern MADE_OF_LETTERS =
        Pattern.compile("//|www\\.|\\bgh-\\d|:\\w+:|^\\d+[.)](?: |$)", Pattern.CASE_INSENSITIVE);

    private static final int LONGEST_SENTENCES = 2_000;

    private static final Pattern BACKTICKS = Pattern.compile("`+");

    private Markdown() {}

    /** In one line and shortened; also for table cells. */
    static String text(String raw) {
      return plainOrCode(SafeText.brief(raw));
    }

    /** The same for text written by this program, except for names in it. */
    static String sentences(String text) {
      return plainOrCode(SafeText.brief(text, LONGEST_SENTENCES));
    }

    private static String plainOrCode(String line) {
      return PLAIN.matcher(line).matches() && !MADE_OF_LETTERS.matcher(line).find() ? line : code(line);
    }

    /** A code span, fenced by more backticks than it contains. */
    static String code(String line) {
      int longest = BACKTICKS.matcher(line).results().map(MatchResult::group).mapToInt(String::length).max().orElse(0);
      String fence = "`".repeat(longest + 1);
      String space = line.startsWith("`") || line.endsWith("`") ? " " : "";
      // A pipe ends a cell even in a code span, and a backslash before it may itself follow another backslash.
      return fence + space + line.replace('|', '¦') + space + fence;
    }
  }
}
