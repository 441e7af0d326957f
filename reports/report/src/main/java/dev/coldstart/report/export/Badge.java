package dev.coldstart.report.export;

import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.RunData;
import dev.coldstart.record.io.WholeFile;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.chart.Svg;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.estimate.Verdict;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.RunStatus;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The answer of one fixture as a small picture for other web pages: the fixture and its best arm. It stands alone, so
 * it contains its colours and uses no style sheet.
 *
 * @param subject on the left
 * @param answer on the right
 */
record Badge(String subject, String answer, String ground) {

  private static final int LONGEST = 60;
  private static final int HEIGHT_PX = 20;
  private static final int BESIDE_TEXT_PX = 6;

  // Each has a contrast of at least 4.5:1 to white letters. The words say the same as the colours.
  private static final String SUBJECT_GROUND = "#4a515c";
  private static final String SOUND = "#00684f";
  private static final String OPEN = "#8a4b00";
  private static final String NOT_TRUSTED = "#a8071a";

  /**
   * Writes one badge per fixture into a folder, {@code <fixture>.svg}, replacing older ones.
   *
   * @throws IOException if one cannot be written
   */
  static void writeAll(RunData run, Summary summary, Path folder) throws IOException {
    RunView view = new RunView(run, summary);
    FileNames names = new FileNames();
    Files.createDirectories(folder);
    for (FixtureFacts fixture : view.fixtures()) {
      WholeFile.write(folder.resolve(names.of(fixture.id()) + ".svg"), Badge.of(view, fixture).drawn() + "\n");
    }
  }

  static Badge of(RunView view, FixtureFacts fixture) {
    String subject = fixture.title() + " on the JVM";
    RunStatus status = view.summary().status();
    if (!status.isTrusted()) {
      return new Badge(subject, status.word() + " this run", NOT_TRUSTED);
    }
    if (status == RunStatus.NOTHING_MEASURED) {
      return new Badge(subject, status.word(), NOT_TRUSTED);
    }
    List<ArmSummary> compared = view.measured(fixture).stream().filter(arm -> !arm.arm().baseline()).toList();
    if (compared.isEmpty()) {
      return new Badge(subject, Format.MISSING, OPEN);
    }
    String answer = best(compared).map(arm -> answer(view, arm)).orElse(Verdict.INCONCLUSIVE.word());
    boolean sound = status == RunStatus.SOUND && best(compared).isPresent();
    return new Badge(subject, status == RunStatus.SOUND ? answer : answer + ", " + status.word(), sound ? SOUND : OPEN);
  }

  /** The arm with the lowest ratio among those with a verdict other than inconclusive. */
  static Optional<ArmSummary> best(List<ArmSummary> compared) {
    return compared.stream()
        .filter(arm -> arm.verdict() != null && arm.verdict() != Verdict.INCONCLUSIVE)
        .min(Comparator.comparingDouble(arm -> arm.ratio().value()));
  }

  private static String answer(RunView view, ArmSummary arm) {
    return view.name(arm.arm()).text() + " " + VerdictWords.times(arm.ratio().value())
        + view.baselineOf(arm.arm()).map(baseline -> " " + baseline.runtimeLabel()).orElse("");
  }

  Svg drawn() {
    String left = SafeText.brief(subject, LONGEST);
    String right = SafeText.brief(answer, LONGEST);
    double leftPx = Svg.textPx(left) + 2 * BESIDE_TEXT_PX;
    double rightPx = Svg.textPx(right) + 2 * BESIDE_TEXT_PX;
    Svg svg = new Svg()
        .open("svg", "xmlns", "http://www.w3.org/2000/svg", "width", leftPx + rightPx, "height", HEIGHT_PX, "role",
            "img", "aria-label", left + ": " + right)
        .text("title", left + ": " + right)
        .leaf("rect", "width", leftPx + rightPx, "height", HEIGHT_PX, "rx", 3, "fill", SUBJECT_GROUND)
        .leaf("rect", "x", leftPx, "width", rightPx, "height", HEIGHT_PX, "rx", 3, "fill", ground)
        .open("g", "fill", "#fff", "font-family", "Verdana, DejaVu Sans, sans-serif", "font-size", Svg.FONT_PX);
    return words(words(svg, left, BESIDE_TEXT_PX), right, leftPx + BESIDE_TEXT_PX).close().close();
  }

  /** The length is an estimate, so {@code textLength} makes the viewer keep to it. */
  private static Svg words(Svg svg, String words, double x) {
    return svg.text("text", words, "x", x, "y", 14, "textLength", Svg.textPx(words), "lengthAdjust",
        "spacingAndGlyphs");
  }
}
