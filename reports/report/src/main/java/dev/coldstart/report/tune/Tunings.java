package dev.coldstart.report.tune;

import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.Tuning;
import dev.coldstart.record.io.TuningFolder;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.export.SummaryFile;
import dev.coldstart.report.history.RunOutline;
import dev.coldstart.report.html.RawFiles;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.report.text.RunFacts;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.RunStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The tunings in a folder, the newest first.
 *
 * @param more how many older ones are not shown; empty where all are
 */
public record Tunings(List<Row> rows, String more) {

  private static final int MOST = 100;

  /**
   * @param href empty where the tuning has no page
   * @param chosen the arm's id; "n/a" where nothing was chosen
   * @param ratio to the fastest that the runtime is without tuning, or why none is told
   */
  record Row(String id, String href, String when, String runtime, String fixture, String chosen, String ratio) {}

  /** @param startedAt the earliest there is where the file cannot be read */
  private record Dated(Instant startedAt, Row row) {}

  /** @param runs those in the same folder */
  public static Tunings of(Path out, List<RunOutline> runs, Path target) {
    List<Row> rows = TuningFolder.in(out)
        .stream()
        .map(folder -> row(folder, runs, target))
        .sorted(Comparator.comparing(Dated::startedAt).reversed().thenComparing(dated -> dated.row().id()))
        .map(Dated::row)
        .toList();
    int more = rows.size() - MOST;
    return new Tunings(rows.stream().limit(MOST).toList(),
        more <= 0 ? "" : Format.count(more, "older tuning is", "older tunings are") + " not shown.");
  }

  private static Dated row(TuningFolder folder, List<RunOutline> runs, Path target) {
    String href = Files.exists(folder.html()) ? RawFiles.link(folder.html(), target, "").href() : "";
    String id = SafeText.brief(folder.id());
    try {
      Tuning tuning = folder.read();
      String chosen = tuning.end() == null ? Format.MISSING : SafeText.brief(tuning.end().chosen());
      return new Dated(tuning.startedAt(), new Row(id, href, RunFacts.date(tuning.startedAt()),
          SafeText.brief(tuning.runtime()), SafeText.brief(tuning.fixture()), chosen, told(folder, tuning, runs)));
    } catch (RunFormatException e) {
      String no = Format.MISSING;
      return new Dated(Instant.MIN, new Row(id, "", no, no, no, no, SafeText.brief(e.getMessage())));
    }
  }

  private static String told(TuningFolder folder, Tuning tuning, List<RunOutline> runs) {
    if (!tuning.isComplete()) {
      return "it has not come to its end";
    }
    Optional<RunStatus> status = folder.endRun(tuning)
        .flatMap(run -> runs.stream().filter(outline -> outline.folder().id().equals(run.id())).findFirst())
        .map(RunOutline::summary)
        .map(SummaryFile::status);
    if (status.isEmpty()) {
      return "its last run is not here, or has no summary";
    }
    return status.get() == RunStatus.DO_NOT_TRUST ? VerdictWords.NOT_TRUSTED : ratio(tuning);
  }

  /** To the one that is hardest to beat: what a reader would take without tuning, if he knew. */
  private static String ratio(Tuning tuning) {
    return tuning.end()
        .ratios()
        .stream()
        .filter(ratio -> TuneChoice.isUntuned(tuning, ratio))
        .max(Comparator.comparingDouble(ratio -> TuneChoice.estimate(ratio).value()))
        .map(Tunings::ratio)
        .orElse(Format.MISSING);
  }

  private static String ratio(Tuning.Ratio ratio) {
    Estimate estimate = TuneChoice.estimate(ratio);
    String interval = Quantity.interval(estimate);
    String range = interval.isEmpty() ? "" : " (" + interval + ")";
    return VerdictWords.times(estimate.value()) + range + " of " + SafeText.brief(ratio.to());
  }
}
