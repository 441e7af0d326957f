package dev.coldstart.report.history;

import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.compare.ArmChange;
import dev.coldstart.stats.compare.RunsCompared;
import dev.coldstart.stats.estimate.Verdict;
import java.nio.file.Path;
import java.util.List;

/**
 * What has changed since the last run that this one can be compared with, and how it went from run to run. It depends
 * on what lies beside the run.
 *
 * @param target where the page will stand
 * @param runs that one and this; null where there is none
 */
public record Changes(EarlierRuns earlier, RunsCompared runs, Path target) {

  static final int MOST_CLEAR = 40;
  static final int MOST_OTHERS = 60;
  static final int MOST_PASSED_OVER = 5;

  public static Changes of(RunView view, Path target) {
    EarlierRuns earlier = EarlierRuns.of(view.run(), view.summary());
    return new Changes(earlier, earlier.changes(), target);
  }

  /** Changes that are a verdict. */
  List<ArmChange> clear() {
    return runs.arms().stream().filter(Changes::isClear).toList();
  }

  /** All other arms in common. */
  List<ArmChange> others() {
    return runs.arms().stream().filter(arm -> !isClear(arm)).toList();
  }

  private static boolean isClear(ArmChange arm) {
    return arm.verdict() == Verdict.FASTER || arm.verdict() == Verdict.SLOWER;
  }

  /** What to see. */
  String sentence() {
    if (runs == null) {
      return none(earlier.untilThis().size() - 1);
    }
    if (!runs.isTrusted()) {
      return "What changed is " + VerdictWords.NOT_TRUSTED + ".";
    }
    String all = "Of " + Format.count(runs.arms().size(), "arm", "arms") + " in common, ";
    return clear().isEmpty()
        ? all + "none changed clearly."
        : all + count(Verdict.SLOWER) + " became slower against the baseline and " + count(Verdict.FASTER) + " faster.";
  }

  private static String none(int runs) {
    return switch (runs) {
      case 0 -> "There is no earlier run beside this one to compare it with.";
      case 1 -> "The one earlier run beside this one cannot be compared with it.";
      default -> "None of the " + runs + " earlier runs beside this one can be compared with it.";
    };
  }

  private long count(Verdict verdict) {
    return runs.arms().stream().filter(arm -> arm.verdict() == verdict).count();
  }

  /** How many other arms there are, and what they have in common. */
  String othersTitle() {
    return Format.count(others().size(), "arm", "arms")
        + (runs.isTrusted() ? " without a clear change" : ", of which nothing is said");
  }

  /** How many arms are not shown, and where they are; empty where all are. */
  String more() {
    int more = Math.max(0, clear().size() - MOST_CLEAR) + Math.max(0, others().size() - MOST_OTHERS);
    return more == 0
        ? ""
        : Format.count(more, "more arm is", "more arms are") + " in the page of: coldstart compare "
            + SafeText.brief(runs.first().folder().id()) + " " + SafeText.brief(runs.second().folder().id());
  }
}
