package dev.coldstart.report.history;

import dev.coldstart.record.Manifest;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.chart.Glyphs;
import dev.coldstart.report.chart.Svg;
import dev.coldstart.report.export.SummaryFile;
import dev.coldstart.report.html.Html;
import dev.coldstart.report.html.RawFiles;
import dev.coldstart.report.text.ArmNames;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.report.text.RunFacts;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.report.tune.Tunings;
import dev.coldstart.stats.estimate.Verdict;
import dev.coldstart.stats.run.RunStatus;
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
 * @param more how many older ones are not shown; empty where all are
 */
public record IndexPage(String stylesheet, Svg glyphs, List<Row> rows, String more, List<Damaged> damaged,
    History history, Tunings tunings) {

  /** A page has to open in a browser; the folders of all runs stay. */
  static final int MOST_RUNS = 500;

  /**
   * @param href empty where the run has no page
   * @param look the style sheet's class for its status
   * @param best one a fixture
   * @param why nothing is said of its ratios; empty where something is
   */
  record Row(String id, String href, String when, String preset, String commit, String machine, String jdks,
      String status, String look, List<Best> best, String why) {}

  /** @param ratio with its interval */
  record Best(String fixture, String arm, String ratio) {}

  record Damaged(String id, String reason) {}

  /** Tells a page of ours from one that somebody else put there. */
  static final String MARK = "<meta name=\"generator\" content=\"coldstart index\">";

  /**
   * Writes {@code index.html} in place of an older one.
   *
   * @return where it lies
   * @throws UncheckedIOException when the folder cannot be read or the page not be written
   */
  public static Path write(Path out) {
    Path target = out.resolve("index.html");
    try {
      if (Files.exists(target) && !Files.readString(target).contains(MARK)) {
        throw new IOException("a page that coldstart did not make is in its place; move it away");
      }
      Files.writeString(target, render(out));
    } catch (IOException e) {
      throw new UncheckedIOException("the list of runs " + target + " cannot be written: " + e.getMessage(), e);
    }
    return target;
  }

  public static String render(Path out) {
    return Html.render("history/index.jte", of(RunOutline.in(out), out.resolve("index.html"), Html.stylesheet()));
  }

  static IndexPage of(List<RunOutline> runs, Path target, String stylesheet) {
    List<RunOutline> whole = runs.stream().filter(run -> !run.isDamaged()).toList();
    int more = whole.size() - MOST_RUNS;
    return new IndexPage(stylesheet, Glyphs.definitions(),
        whole.stream().limit(MOST_RUNS).map(run -> row(run, target)).toList(),
        more <= 0 ? "" : Format.count(more, "older run is", "older runs are") + " not shown.",
        runs.stream()
            .filter(RunOutline::isDamaged)
            .limit(MOST_RUNS)
            .map(run -> new Damaged(SafeText.brief(run.folder().id()), SafeText.brief(run.problem())))
            .toList(),
        History.of(whole, History.Bound.PAGE), Tunings.of(target.toAbsolutePath().getParent(), whole, target));
  }

  private static Row row(RunOutline run, Path target) {
    Manifest manifest = run.manifest();
    SummaryFile summary = run.summary();
    boolean page = Files.exists(run.folder().reportHtml());
    return new Row(SafeText.brief(run.folder().id()),
        page ? RawFiles.link(run.folder().reportHtml(), target, "").href() : "", RunFacts.date(manifest.startedAt()),
        SafeText.brief(manifest.plan().preset()), SafeText.brief(RunFacts.commit(manifest)),
        SafeText.brief(RunFacts.machine(manifest.machine())), SafeText.brief(RunFacts.jdks(manifest.jdks())),
        summary == null ? Format.MISSING : summary.status().word(),
        summary == null ? "nothing" : "word-" + summary.status().word().replace(' ', '-'),
        isTold(summary) ? best(run) : List.of(), why(run));
  }

  private static boolean isTold(SummaryFile summary) {
    return summary != null && summary.status() != RunStatus.DO_NOT_TRUST;
  }

  private static String why(RunOutline run) {
    return run.summary() == null
        ? SafeText.brief(run.problem())
        : isTold(run.summary()) ? "" : VerdictWords.NOT_TRUSTED;
  }

  private static List<Best> best(RunOutline run) {
    ArmNames names = new ArmNames(run.manifest());
    return run.manifest()
        .fixtures()
        .stream()
        .map(fixture -> least(run.summary(), fixture.id())
            .map(row -> new Best(title(fixture), arm(run.manifest(), names, row), ratio(row))))
        .flatMap(Optional::stream)
        .toList();
  }

  /** Empty where nothing was compared. */
  private static Optional<SummaryFile.ArmRow> least(SummaryFile summary, String fixture) {
    return summary.compared()
        .stream()
        .filter(row -> row.fixture().equals(fixture) && row.verdict() != null)
        // One that the run is unsure of is told only where there is no other.
        .min(Comparator.comparing((SummaryFile.ArmRow row) -> row.verdict() == Verdict.UNSURE)
            .thenComparing(row -> row.ratio().value()));
  }

  private static String title(Manifest.FixtureFacts fixture) {
    return SafeText.brief(fixture.title() == null ? fixture.id() : fixture.title());
  }

  private static String arm(Manifest manifest, ArmNames names, SummaryFile.ArmRow row) {
    return manifest.arms()
        .stream()
        .filter(any -> any.arm().equals(row.arm()) && any.fixture().equals(row.fixture()))
        .findFirst()
        .map(any -> SafeText.brief(names.of(any).text()))
        .orElseGet(() -> SafeText.brief(row.arm()));
  }

  private static String ratio(SummaryFile.ArmRow row) {
    String interval = Quantity.interval(row.ratio());
    return VerdictWords.times(row.ratio().value()) + (interval.isEmpty() ? "" : " (" + interval + ")")
        + (row.verdict() == Verdict.UNSURE ? ", " + Verdict.UNSURE.word() : "");
  }
}
