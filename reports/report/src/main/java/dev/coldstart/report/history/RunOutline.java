package dev.coldstart.report.history;

import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.report.export.SummaryFile;
import dev.coldstart.stats.run.RunStatus;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * A run in a list of many runs: its manifest and its summary, without its launches.
 *
 * @param manifest null if it cannot be read
 * @param summary null if it cannot be read
 * @param problem what could not be read, and what to do; null if both could
 */
public record RunOutline(RunFolder folder, Manifest manifest, SummaryFile summary, String problem) {

  /**
   * The runs in a folder that have a manifest, the newest first; those with a damaged manifest come last.
   *
   * @param most limits the number of runs, because each costs some ms. Keeps those whose names sort last; a run's name
   * begins with its date
   * @throws UncheckedIOException if the folder cannot be read
   */
  static List<RunOutline> in(Path out, int most) {
    return RunFolder.foldersIn(out, "the runs")
        .stream()
        .map(RunFolder::new)
        .filter(folder -> Files.exists(folder.manifest()))
        .sorted(Comparator.comparing(RunFolder::id).reversed())
        .limit(most)
        .map(RunOutline::of)
        .sorted(Comparator.comparing(RunOutline::startedAt, Comparator.nullsLast(Comparator.reverseOrder())))
        .toList();
  }

  /** Reads one run. */
  public static RunOutline of(RunFolder folder) {
    Manifest manifest = null;
    try {
      manifest = RunReader.manifest(folder.path());
      return new RunOutline(folder, manifest, SummaryFile.read(folder), null);
    } catch (RunFormatException e) {
      return new RunOutline(folder, manifest, null, e.getMessage());
    }
  }

  /** Whether its manifest is unreadable, so that nothing is known of it. */
  public boolean isDamaged() {
    return manifest == null;
  }

  /** How far it can be trusted; null if unknown. */
  public RunStatus status() {
    return summary == null ? null : summary.status();
  }

  /** Whether its summary exists and its ratios can be trusted. */
  public boolean isTrusted() {
    return summary != null && summary.status().isTrusted();
  }

  private Instant startedAt() {
    return isDamaged() ? null : manifest.startedAt();
  }
}
