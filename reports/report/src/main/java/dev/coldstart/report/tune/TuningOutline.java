package dev.coldstart.report.tune;

import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.Tuning;
import dev.coldstart.record.io.TuningFolder;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.history.RunOutline;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.run.RunStatus;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A tuning in a list of many.
 *
 * @param tuning null if it cannot be read
 * @param ratio to the fastest untuned arm of the runtime, or why there is none
 */
public record TuningOutline(TuningFolder folder, Tuning tuning, String ratio) {

  static final int MOST = 100;

  /**
   * The tunings in a folder, the newest first; those that cannot be read come last.
   *
   * @param runs those in the same folder
   */
  public static List<TuningOutline> of(Path out, List<RunOutline> runs) {
    return TuningFolder.in(out)
        .stream()
        .map(folder -> of(folder, runs))
        .sorted(
            Comparator.comparing(TuningOutline::startedAt).reversed().thenComparing(outline -> outline.folder().id()))
        .toList();
  }

  private static TuningOutline of(TuningFolder folder, List<RunOutline> runs) {
    try {
      Tuning tuning = folder.read();
      return new TuningOutline(folder, tuning, told(folder, tuning, runs));
    } catch (RunFormatException e) {
      return new TuningOutline(folder, null, SafeText.brief(e.getMessage()));
    }
  }

  private Instant startedAt() {
    return tuning == null ? Instant.MIN : tuning.startedAt();
  }

  private static String told(TuningFolder folder, Tuning tuning, List<RunOutline> runs) {
    if (!tuning.isComplete()) {
      return "it is incomplete";
    }
    Optional<RunStatus> status = folder.endRun(tuning)
        .flatMap(run -> runs.stream().filter(outline -> outline.folder().id().equals(run.id())).findFirst())
        .map(RunOutline::status);
    if (status.isEmpty()) {
      return "its final run is missing, or has no summary";
    }
    return status.get().isTrusted() ? ratio(tuning) : VerdictWords.NOT_TRUSTED;
  }

  /** The ratio to the arm that is hardest to beat: the best choice without tuning. */
  private static String ratio(Tuning tuning) {
    return tuning.end()
        .ratios()
        .stream()
        .filter(ratio -> TuneChoice.isUntuned(tuning, ratio))
        .max(Comparator.comparingDouble(ratio -> TuneChoice.estimate(ratio).value()))
        .map(ratio -> VerdictWords.times(TuneChoice.estimate(ratio)) + " the time of " + SafeText.brief(ratio.to()))
        .orElse(Format.MISSING);
  }
}
