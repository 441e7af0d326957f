package dev.coldstart.report.history;

import dev.coldstart.record.Manifest;
import dev.coldstart.record.io.WholeFile;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.export.SummaryFile;
import dev.coldstart.report.html.Html;
import dev.coldstart.report.text.ArmNames;
import dev.coldstart.report.text.RunFacts;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.estimate.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The runs in a folder.
 *
 * @param runs the newest first
 */
public record IndexPage(List<RunOutline> runs, Path target) {

  /** The page has to open in a browser. The folders of all runs stay. */
  static final int MOST_RUNS = 500;

  /** Distinguishes our page from one that somebody else put there. */
  static final String GENERATOR = "coldstart index";

  private static final String MARK = "<meta name=\"generator\" content=\"" + GENERATOR + "\">";

  /** @param ratio with its interval */
  record Best(String fixture, String arm, String ratio) {}

  /**
   * Writes {@code index.html}, replacing an older one.
   *
   * @return the page's file
   * @throws UncheckedIOException if the folder cannot be read or the page cannot be written
   */
  public static Path write(Path out) {
    Path target = out.resolve("index.html");
    try {
      if (Files.exists(target) && !Files.readString(target).contains(MARK)) {
        throw new IOException("its place holds a page that coldstart did not make; move it away");
      }
      WholeFile.write(target, render(out));
    } catch (IOException e) {
      throw new UncheckedIOException("the list of runs " + target + " cannot be written: " + e.getMessage(), e);
    }
    return target;
  }

  public static String render(Path out) {
    return Html.render("history/index.jte",
        new IndexPage(RunOutline.in(out, Integer.MAX_VALUE), out.resolve("index.html")));
  }

  List<RunOutline> whole() {
    return runs.stream().filter(run -> !run.isDamaged()).toList();
  }

  List<RunOutline> damaged() {
    return runs.stream().filter(RunOutline::isDamaged).limit(MOST_RUNS).toList();
  }

  /** The reason why a run's ratios are not shown; empty if they are. */
  static String why(RunOutline run) {
    if (run.summary() == null) {
      return SafeText.brief(run.problem());
    }
    return switch (run.status()) {
      case SOUND, INDICATIVE -> "";
      case DO_NOT_TRUST -> VerdictWords.NOT_TRUSTED;
      case NOTHING_MEASURED -> "no valid launch";
    };
  }

  /** One per fixture in which something was compared. */
  static List<Best> best(RunOutline run) {
    ArmNames names = new ArmNames(run.manifest());
    return run.manifest()
        .fixtures()
        .stream()
        .flatMap(fixture -> least(run.summary(), fixture.id())
            .map(row -> new Best(SafeText.brief(RunFacts.title(fixture)), arm(run.manifest(), names, row), ratio(row)))
            .stream())
        .toList();
  }

  private static Optional<SummaryFile.ArmRow> least(SummaryFile summary, String fixture) {
    return summary.compared()
        .stream()
        .filter(row -> row.fixture().equals(fixture) && row.verdict() != null)
        // An inconclusive arm is used only if there is no other.
        .min(Comparator.comparing((SummaryFile.ArmRow row) -> row.verdict() == Verdict.INCONCLUSIVE)
            .thenComparing(row -> row.ratio().value()));
  }

  private static String arm(Manifest manifest, ArmNames names, SummaryFile.ArmRow row) {
    return SafeText.brief(manifest.arm(row.key()).map(arm -> names.of(arm).text()).orElse(row.arm()));
  }

  private static String ratio(SummaryFile.ArmRow row) {
    return VerdictWords.times(row.ratio())
        + (row.verdict() == Verdict.INCONCLUSIVE ? ", " + Verdict.INCONCLUSIVE.word() : "");
  }
}
