package dev.coldstart.report.noise;

import dev.coldstart.record.Arm;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.run.RunView;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.ControlResult;
import java.util.Comparator;
import java.util.List;

/** What the run found when it checked itself. */
record ControlTable(RunView view) {

  /** More repeat what is known: that they held. */
  private static final int MOST_FOLDED = 60;

  /** Those that failed first; without those that are folded. */
  List<ControlResult> shown() {
    return view.summary()
        .controls()
        .stream()
        .filter(control -> !isFolded(control))
        .sorted(Comparator.comparing(control -> !control.failed()))
        .toList();
  }

  /**
   * One a compared arm and fixture, and they did not fail: too many to read. Of too many those that are furthest off,
   * for in the others there is less to see.
   */
  List<ControlResult> folded() {
    List<ControlResult> folded = allFolded();
    return folded.size() <= MOST_FOLDED
        ? folded
        : folded.stream()
            .sorted(Comparator.comparingDouble(control -> -Math.abs(control.measured().value() - control.expected())))
            .limit(MOST_FOLDED)
            .toList();
  }

  /** How many folded ones are left out, in words; empty when that is none. */
  String more() {
    int left = allFolded().size() - MOST_FOLDED;
    return left <= 0
        ? ""
        : Format.count(left, "control", "controls") + " more, which measured less: summary.json has them.";
  }

  private List<ControlResult> allFolded() {
    return view.summary().controls().stream().filter(ControlTable::isFolded).toList();
  }

  private static boolean isFolded(ControlResult control) {
    return control.kind().equals(ControlResult.BOOT) && !control.failed();
  }

  /** How many held, failed and were not judged, in words. */
  String found() {
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

  static String kind(ControlResult control) {
    return switch (control.kind()) {
      case Arm.Control.AA -> "A/A: the same command twice";
      case Arm.Control.BUSY -> "Positive: a known delay";
      case ControlResult.BOOT -> "Boot, which no runtime can touch";
      default -> control.kind();
    };
  }

  static String outcome(ControlResult control) {
    return control.held() == null ? "not judged" : control.held() ? "held" : "failed";
  }

  static String measured(ControlResult control) {
    Estimate measured = control.judgedBy();
    String value = difference(control, measured.value());
    return measured.hasInterval()
        ? value + " (" + difference(control, measured.low()) + " to " + difference(control, measured.high()) + ")"
        : value;
  }

  /** Whatever the unit, as what the arm takes more than the other: a ratio of 1.003 is +0.3 %. */
  static String difference(ControlResult control, double value) {
    return control.unit().equals(ControlResult.RATIO)
        ? Format.signed((value - 1) * 100, "%")
        : Format.signed(value, control.unit());
  }
}
