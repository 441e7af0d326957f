package dev.coldstart.report.history;

import dev.coldstart.record.Manifest;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.RunData;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.html.RawFiles;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.ArmNames;
import dev.coldstart.report.text.RunFacts;
import dev.coldstart.report.text.Sentences;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.estimate.Verdict;
import dev.coldstart.stats.run.RunsCompared;
import dev.coldstart.stats.run.RunsCompared.ArmChange;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * What has changed since the last run that this one can be compared with, and how it went from run to run. It depends
 * on what lies beside the run.
 *
 * @param sentence what to see
 * @param last the run that was compared with; null where there is none
 * @param differences what else differs from it
 * @param clear changes that are a verdict, by fixture
 * @param others all other arms in common
 * @param more that are not shown; empty where all are
 * @param passedOver runs that were not compared with
 */
public record Changes(String sentence, Last last, List<String> differences, String margin,
    List<ComparePage.Table> clear, Others others, String more, PassedOver passedOver, History history) {

  private static final int MOST_CLEAR = 40;
  private static final int MOST_OTHERS = 60;
  private static final int MOST_PASSED_OVER = 5;

  /** @param href empty where it has no page */
  record Last(String id, String href, String date, String commit) {}

  /** @param title how many, and what they have in common */
  record Others(String title, List<ComparePage.Table> tables) {

    private static final Others NONE = new Others("", List.of());
  }

  /** @param more how many are not named; 0 where all are */
  record PassedOver(List<EarlierRuns.PassedOver> runs, int more) {}

  public static Changes of(RunView view, Path target) {
    EarlierRuns earlier = EarlierRuns.of(view.run(), view.summary());
    RunsCompared compared = earlier.changes();
    PassedOver passedOver = passedOver(earlier.passedOver());
    History history = History.of(earlier.untilThis(), History.Bound.SECTION);
    if (compared == null) {
      return new Changes(none(earlier), null, List.of(), "", List.of(), Others.NONE, "", passedOver, history);
    }
    Tables tables = new Tables(compared);
    return new Changes(tables.sentence(), last(compared.first(), target),
        ComparePage.differences(Sentences.of(compared.differences())), Format.percent(compared.margin()),
        tables.of(tables.clear, MOST_CLEAR), tables.others(), tables.more(compared), passedOver, history);
  }

  private static String none(EarlierRuns earlier) {
    int runs = earlier.untilThis().size() - 1;
    return switch (runs) {
      case 0 -> "There is no earlier run beside this one to compare it with.";
      case 1 -> "The one earlier run beside this one cannot be compared with it.";
      default -> "None of the " + runs + " earlier runs beside this one can be compared with it.";
    };
  }

  private static Last last(RunData run, Path target) {
    Manifest manifest = run.manifest();
    Path page = run.folder().reportHtml();
    return new Last(SafeText.brief(run.folder().id()), Files.exists(page) ? RawFiles.link(page, target, "").href() : "",
        RunFacts.date(manifest.startedAt()), SafeText.brief(RunFacts.commit(manifest)));
  }

  private static PassedOver passedOver(List<EarlierRuns.PassedOver> all) {
    List<EarlierRuns.PassedOver> shown = all.stream()
        .limit(MOST_PASSED_OVER)
        .map(run -> new EarlierRuns.PassedOver(SafeText.brief(run.run()), SafeText.brief(run.reason())))
        .toList();
    return new PassedOver(shown, all.size() - shown.size());
  }

  /** The arms of both runs, apart by whether their change is a verdict. */
  private static final class Tables {

    private final RunsCompared runs;
    private final ArmNames names;
    private final List<ArmChange> clear;
    private final List<ArmChange> rest;

    Tables(RunsCompared runs) {
      Predicate<ArmChange> isClear = arm -> arm.verdict() == Verdict.FASTER || arm.verdict() == Verdict.SLOWER;
      this.runs = runs;
      this.names = new ArmNames(runs.second().manifest());
      this.clear = runs.arms().stream().filter(isClear).toList();
      this.rest = runs.arms().stream().filter(isClear.negate()).toList();
    }

    String sentence() {
      if (!runs.isTrusted()) {
        return "What changed is " + VerdictWords.NOT_TRUSTED + ".";
      }
      String all = Format.count(runs.arms().size(), "arm", "arms") + " in common";
      return clear.isEmpty()
          ? "Of " + all + ", none changed clearly."
          : "Of " + all + ", " + count(Verdict.SLOWER) + " became slower against the baseline and "
              + count(Verdict.FASTER) + " faster.";
    }

    private String count(Verdict verdict) {
      return Format.whole(clear.stream().filter(arm -> arm.verdict() == verdict).count());
    }

    Others others() {
      String what = runs.isTrusted() ? " without a clear change" : ", of which nothing is said";
      return rest.isEmpty()
          ? Others.NONE
          : new Others(Format.count(rest.size(), "arm", "arms") + what, of(rest, MOST_OTHERS));
    }

    String more(RunsCompared compared) {
      int more = Math.max(0, clear.size() - MOST_CLEAR) + Math.max(0, rest.size() - MOST_OTHERS);
      return more == 0
          ? ""
          : Format.count(more, "more arm is", "more arms are") + " in the page of: coldstart compare "
              + SafeText.brief(compared.first().folder().id()) + " " + SafeText.brief(compared.second().folder().id());
    }

    public List<ComparePage.Table> of(List<ArmChange> changes, int most) {
      List<ArmChange> shown = changes.stream().limit(most).toList();
      List<ComparePage.Table> tables = new ArrayList<>();
      for (FixtureFacts fixture : runs.second().manifest().fixtures()) {
        List<ArmChange> ofFixture = shown.stream().filter(arm -> arm.arm().fixture().equals(fixture.id())).toList();
        if (!ofFixture.isEmpty()) {
          tables.add(ComparePage.table(fixture, ofFixture, names, runs.isTrusted()));
        }
      }
      return tables;
    }
  }
}
