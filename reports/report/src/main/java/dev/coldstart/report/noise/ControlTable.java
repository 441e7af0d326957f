package dev.coldstart.report.noise;

import dev.coldstart.record.Arm;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.Sentences;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.ControlResult;
import java.util.Comparator;
import java.util.List;

/**
 * What the run found when it checked itself.
 *
 * @param found how many held, failed and were not judged, in words
 * @param rows those that failed first; without those of {@code folded}
 * @param folded one a compared arm and fixture, and they did not fail: too many to read
 * @param more how many of them are left out, in words; empty when that is none
 */
record ControlTable(String found, List<Row> rows, List<Row> folded, String more) {

  /** More repeat what is known: that they held. */
  private static final int MOST_FOLDED = 60;

  /** @param look the style sheet's class */
  record Row(String kind, String fixture, String arm, String against, String expected, String measured, String outcome,
      String look, String text) {}

  static ControlTable of(RunView view) {
    List<ControlResult> all = view.summary().controls();
    return new ControlTable(found(view),
        all.stream()
            .filter(control -> !isFolded(control))
            .sorted(Comparator.comparing(control -> !control.failed()))
            .map(control -> row(view, control))
            .toList(),
        folded(view, all), more((int) all.stream().filter(ControlTable::isFolded).count() - MOST_FOLDED));
  }

  /** Of too many those that are furthest off, for in the others there is less to see. */
  private static List<Row> folded(RunView view, List<ControlResult> all) {
    List<ControlResult> folded = all.stream().filter(ControlTable::isFolded).toList();
    if (folded.size() > MOST_FOLDED) {
      folded = folded.stream()
          .sorted(Comparator.comparingDouble(control -> -Math.abs(control.measured().value() - control.expected())))
          .limit(MOST_FOLDED)
          .toList();
    }
    return folded.stream().map(control -> row(view, control)).toList();
  }

  private static String more(int left) {
    return left <= 0
        ? ""
        : Format.count(left, "control", "controls") + " more, which measured less: summary.json has them.";
  }

  private static boolean isFolded(ControlResult control) {
    return control.kind().equals(ControlResult.BOOT) && !control.failed();
  }

  private static String found(RunView view) {
    List<ControlResult> all = view.summary().controls();
    if (all.isEmpty()) {
      return view.controls().isEmpty()
          ? "This run did not check itself: it is older than the controls, or was made without them."
          : "The controls of this run were not judged.";
    }
    long held = all.stream().filter(control -> Boolean.TRUE.equals(control.held())).count();
    long failed = all.stream().filter(ControlResult::failed).count();
    return (view.controls().isEmpty() ? "No control arm was launched. " : "") + "Of "
        + Format.count(all.size(), "control", "controls") + ", " + held + " held, " + failed + " failed and "
        + (all.size() - held - failed) + " had too few blocks to be judged.";
  }

  private static Row row(RunView view, ControlResult control) {
    return new Row(kind(control.kind()), view.title(control.arm().fixture()), name(view, control.arm()),
        name(view, control.against()), difference(control, control.expected()), measured(control),
        outcome(control.held()), control.failed() ? "failed" : "", SafeText.brief(Sentences.of(control)));
  }

  private static String kind(String kind) {
    return switch (kind) {
      case Arm.Control.AA -> "A/A: the same command twice";
      case Arm.Control.BUSY -> "Positive: a known delay";
      case ControlResult.BOOT -> "Drift: boot, which no runtime can touch";
      default -> kind;
    };
  }

  private static String name(RunView view, Arm arm) {
    return view.names().of(arm).text();
  }

  private static String outcome(Boolean held) {
    return held == null ? "not judged" : held ? "held" : "failed";
  }

  private static String measured(ControlResult control) {
    Estimate measured = control.measured();
    String value = difference(control, measured.value());
    return measured.hasInterval()
        ? value + " (" + difference(control, measured.low()) + " to " + difference(control, measured.high()) + ")"
        : value;
  }

  /** Whatever the unit, as what the arm takes more than the other: a ratio of 1.003 is +0.3 %. */
  private static String difference(ControlResult control, double value) {
    return control.unit().equals(ControlResult.RATIO)
        ? Format.signed((value - 1) * 100, "%")
        : Format.signed(value, control.unit());
  }
}
