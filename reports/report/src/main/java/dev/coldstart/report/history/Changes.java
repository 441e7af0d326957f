package dev.coldstart.report.history;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.Layout;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.record.text.ShellWords;
import dev.coldstart.report.export.SummaryFile;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.estimate.Verdict;
import dev.coldstart.stats.run.References;
import dev.coldstart.stats.run.RunsCompared.ArmChange;
import dev.coldstart.stats.run.RunsCompared;
import dev.coldstart.stats.run.Summary;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The changes since the last comparable run, and the history of the ratios, from the runs next to this one that began
 * before it. Only the last comparable run's launches are read.
 *
 * @param target the page's file
 * @param untilThis the run itself, then the runs that began before it, the newest first; without runs that cannot be
 * read
 * @param runs the newest comparable run and this one; null if there is none
 * @param passedOver newer runs that are not comparable, and damaged ones
 */
public record Changes(Path target, List<RunOutline> untilThis, RunsCompared runs, List<PassedOver> passedOver) {

  static final int MOST_CLEAR = 40;
  static final int MOST_OTHERS = 60;
  static final int MOST_PASSED_OVER = 5;

  /** Limits the number of folders read: each costs some ms. */
  private static final int MOST_FOLDERS = 100;

  /** @param reason in words, why it was not compared */
  public record PassedOver(String run, String reason) {}

  /** If the folder cannot be listed, it counts as empty: the run is complete without its neighbours. */
  public static Changes of(RunData run, Summary summary, Path target) {
    return of(run, summary, target, run.folder().path().toAbsolutePath().getParent());
  }

  /** @param folder with the earlier runs */
  public static Changes of(RunData run, Summary summary, Path target, Path folder) {
    RunOutline itself = new RunOutline(run.folder(), run.manifest(), SummaryFile.of(run.folder().id(), summary), null);
    List<RunOutline> untilThis = new ArrayList<>(List.of(itself));
    List<PassedOver> passedOver = new ArrayList<>();
    RunsCompared runs = null;
    for (RunOutline other : in(folder)) {
      if (other.isDamaged()) {
        passedOver.add(new PassedOver(other.folder().id(), text(other, other.problem())));
      } else if (other.manifest().startedAt().isBefore(run.manifest().startedAt())) {
        untilThis.add(other);
        if (runs == null) {
          runs = compared(other, itself, run, summary, passedOver);
        }
      }
    }
    return new Changes(target, untilThis, runs, passedOver);
  }

  /** Whether two runs report the same kind of machine, and the same page cache. */
  static boolean areAlike(Manifest one, Manifest other) {
    return one.machine().isLike(other.machine()) && one.plan().isCold() == other.plan().isCold();
  }

  private static List<RunOutline> in(Path folder) {
    try {
      return RunOutline.in(folder, MOST_FOLDERS);
    } catch (UncheckedIOException e) {
      return List.of();
    }
  }

  /** Null if they cannot be compared; the reason is then added to the skipped runs. */
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
    if (other.manifest().plan().isCold() != itself.manifest().plan().isCold()) {
      return Optional.of("only one of the two was launched with a cold page cache");
    }
    if (!areAlike(other.manifest(), itself.manifest())) {
      return Optional.of(itself.manifest().machine().processor() == null
          ? "it ran on another machine, or on one with an unknown processor"
          : "it ran on another machine");
    }
    if (!other.isTrusted()) {
      return Optional.of("a control failed in it, or it measured nothing");
    }
    return itself.summary().compared().stream().anyMatch(row -> isComparable(row, other.summary()))
        ? Optional.empty()
        : Optional.of("no arm and fixture in common with enough blocks in both");
  }

  private static boolean isComparable(SummaryFile.ArmRow row, SummaryFile other) {
    return row.ratio().hasInterval() && other.of(row.key()).filter(same -> same.ratio().hasInterval()).isPresent();
  }

  /** Uses the baseline that was chosen for the run's own report. */
  private static RunData alike(RunData other, RunData run) {
    List<String> chosen = baselines(run);
    return chosen.size() != 1 || chosen.equals(baselines(other))
        ? other
        : References.withBaseline(other, chosen.get(0));
  }

  private static List<String> baselines(RunData run) {
    return run.manifest().arms().stream().filter(Arm::baseline).map(Arm::configuration).distinct().toList();
  }

  /** Removes the machine's folders: the page may be passed on. */
  private static String text(RunOutline run, String problem) {
    return problem.replace(run.folder().path().toString(), run.folder().id());
  }

  /** The changes with a verdict of faster or slower. */
  List<ArmChange> clear() {
    return runs.arms().stream().filter(Changes::isClear).toList();
  }

  /** All other common arms. */
  List<ArmChange> others() {
    return runs.arms().stream().filter(arm -> !isClear(arm)).toList();
  }

  private static boolean isClear(ArmChange arm) {
    return arm.verdict() == Verdict.FASTER || arm.verdict() == Verdict.SLOWER;
  }

  /** The main finding. */
  String sentence() {
    if (runs == null) {
      return none(untilThis.size() - 1);
    }
    if (!runs.isTrusted()) {
      return "The change is " + VerdictWords.NOT_TRUSTED + ".";
    }
    if (runs.arms().size() == 1 && clear().isEmpty()) {
      return "The one ratio to the baseline that both runs have did not change clearly.";
    }
    String all = "Of " + ratios(runs.arms().size()) + " that both runs have, one for each arm and fixture, ";
    return clear().isEmpty()
        ? all + "none changed clearly."
        : all + count(Verdict.SLOWER) + " became slower and " + count(Verdict.FASTER) + " faster.";
  }

  private static String ratios(int count) {
    return Format.count(count, "ratio", "ratios") + " to the baseline";
  }

  private static String none(int runs) {
    return switch (runs) {
      case 0 -> "There is no earlier run in this folder to compare this one with.";
      case 1 -> "The only earlier run in this folder cannot be compared with this one.";
      default -> "None of the " + runs + " earlier runs in this folder can be compared with this one.";
    };
  }

  private long count(Verdict verdict) {
    return runs.arms().stream().filter(arm -> arm.verdict() == verdict).count();
  }

  /** The number of other ratios, and what they have in common. */
  String othersTitle() {
    return Format.count(others().size(), "ratio", "ratios")
        + (runs.isTrusted() ? " without a clear change" : ", without a verdict");
  }

  /** In words, how many ratios are not shown and where to find them; empty if all are shown. */
  String more() {
    int more = Math.max(0, clear().size() - MOST_CLEAR) + Math.max(0, others().size() - MOST_OTHERS);
    return more == 0
        ? ""
        : Format.count(more, "more ratio is", "more ratios are") + " shown by: " + Layout.here().command() + " compare "
            + ShellWords
                .toPaste(Stream.of(runs.first(), runs.second()).map(run -> SafeText.brief(run.folder().id())).toList());
  }
}
