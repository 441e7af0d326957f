package dev.coldstart.report.history;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.report.export.SummaryFile;
import dev.coldstart.stats.run.Baselines;
import dev.coldstart.stats.run.RunStatus;
import dev.coldstart.stats.run.RunsCompared;
import dev.coldstart.stats.run.Summary;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The runs that lie beside one and began before it, and what has changed since the newest of them that it can be
 * compared with. Launches are read of that one alone.
 *
 * @param untilThis the run itself, then those that began before it, the newest first; those that cannot be read are not
 * among them
 * @param changes since the newest that is comparable; null where none is
 * @param passedOver newer ones that are not, and damaged ones
 */
public record EarlierRuns(List<RunOutline> untilThis, RunsCompared changes, List<PassedOver> passedOver) {

  /** So many folders are looked into at most: each costs some ms. */
  public static final int MOST_FOLDERS = 100;

  /** @param reason why it was not compared with, in words */
  public record PassedOver(String run, String reason) {}

  /** A folder that cannot be listed holds none, for the run is whole without its neighbours. */
  public static EarlierRuns of(RunData run, Summary summary) {
    RunOutline itself = new RunOutline(run.folder(), run.manifest(), SummaryFile.of(run.folder().id(), summary), null);
    List<RunOutline> untilThis = new ArrayList<>(List.of(itself));
    List<PassedOver> passedOver = new ArrayList<>();
    RunsCompared changes = null;
    for (RunOutline other : beside(run)) {
      if (other.isDamaged()) {
        passedOver.add(new PassedOver(other.folder().id(), text(other, other.problem())));
      } else if (other.manifest().startedAt().isBefore(run.manifest().startedAt())) {
        untilThis.add(other);
        if (changes == null) {
          changes = compared(other, itself, run, summary, passedOver);
        }
      }
    }
    return new EarlierRuns(List.copyOf(untilThis), changes, List.copyOf(passedOver));
  }

  /** Whether two runs say that they ran on the same kind of machine: not by its kernel, which is updated. */
  public static boolean areAlike(Manifest.Machine one, Manifest.Machine other) {
    return Objects.equals(one.processor(), other.processor())
        && Objects.equals(one.architecture(), other.architecture()) && one.processors() == other.processors();
  }

  private static List<RunOutline> beside(RunData run) {
    try {
      return RunOutline.in(run.folder().path().toAbsolutePath().getParent(), MOST_FOLDERS);
    } catch (UncheckedIOException e) {
      return List.of();
    }
  }

  /** Null where they cannot be compared, which is then said. */
  private static RunsCompared compared(RunOutline other, RunOutline itself, RunData run, Summary summary,
      List<PassedOver> passedOver) {
    String reason = reason(other, itself).orElse(null);
    if (reason == null) {
      try {
        return RunsCompared.of(alike(RunReader.read(other.folder().path()), run), run, summary);
      } catch (RunFormatException | IllegalArgumentException | UncheckedIOException e) {
        reason = text(other, e.getMessage());
      }
    }
    passedOver.add(new PassedOver(other.folder().id(), reason));
    return null;
  }

  private static Optional<String> reason(RunOutline other, RunOutline itself) {
    if (other.summary() == null) {
      return Optional.of(text(other, other.problem()));
    }
    if (!areAlike(other.manifest().machine(), itself.manifest().machine())) {
      return Optional.of("it ran on another machine");
    }
    if (other.summary().status() == RunStatus.DO_NOT_TRUST) {
      return Optional.of("it is not to be trusted");
    }
    return itself.summary().compared().stream().anyMatch(row -> isComparable(row, other.summary()))
        ? Optional.empty()
        : Optional.of("no arm has a ratio with an interval in both");
  }

  private static boolean isComparable(SummaryFile.ArmRow row, SummaryFile other) {
    return row.ratio().hasInterval()
        && other.compared().stream().anyMatch(same -> same.key().equals(row.key()) && same.ratio().hasInterval());
  }

  /** With the baseline that was chosen for the run's own report. */
  private static RunData alike(RunData other, RunData run) {
    List<String> chosen = baselines(run);
    return chosen.size() != 1 || chosen.equals(baselines(other)) ? other : Baselines.choose(other, chosen.get(0));
  }

  private static List<String> baselines(RunData run) {
    return run.manifest().arms().stream().filter(Arm::baseline).map(Arm::configuration).distinct().toList();
  }

  /** A page that is handed on names no folder of the machine. */
  private static String text(RunOutline run, String problem) {
    return problem.replace(run.folder().path().toString(), run.folder().id());
  }
}
