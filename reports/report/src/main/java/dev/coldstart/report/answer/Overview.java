package dev.coldstart.report.answer;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.estimate.Verdict;
import dev.coldstart.stats.run.ArmSummary;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ratios by arm and fixture: the answer at a glance. */
public record Overview(RunView view) {

  /** With fewer arms, none is hard to find. */
  private static final int FEWEST_TO_FILTER = 3;

  /**
   * @param shade the style sheet's class for the size of the difference
   * @param ratio empty if there is none
   * @param note the typical time, and the verdict if the ratio alone would mislead
   */
  record Cell(String shade, String ratio, String note) {

    private static final String BASELINE = "baseline";

    /** The ratio to sort by if the cell shows a word; null if it shows the ratio itself. */
    String sortedAs() {
      return ratio.equals(BASELINE) ? "1" : null;
    }
  }

  /** One per row, by runtime, then by configuration: a runtime's place never depends on its result. */
  List<Arm> arms() {
    Map<String, Arm> arms = new LinkedHashMap<>();
    view.arms().forEach(arm -> arms.putIfAbsent(arm.arm(), arm));
    List<String> configurations = arms.values().stream().map(Arm::configuration).distinct().toList();
    return arms.values()
        .stream()
        .sorted(Comparator.<Arm>comparingInt(arm -> view.name(arm).mark().place())
            .thenComparing(arm -> configurations.indexOf(arm.configuration())))
        .toList();
  }

  /** Whether there are enough arms to need a filter. */
  boolean hasFilter() {
    return arms().size() >= FEWEST_TO_FILTER;
  }

  Cell cell(Arm arm, FixtureFacts fixture) {
    return view.armsOf(fixture)
        .stream()
        .filter(summary -> summary.arm().arm().equals(arm.arm()))
        .findFirst()
        .map(this::cell)
        .orElse(new Cell("", "", Format.MISSING));
  }

  private Cell cell(ArmSummary arm) {
    if (!arm.arm().ran() || arm.n() == 0) {
      return new Cell("", "", arm.arm().ran() ? "no launch counts" : "did not run");
    }
    String typical = Format.number(arm.typicalMs(), "ms");
    if (arm.arm().baseline()) {
      return new Cell("", Cell.BASELINE, typical);
    }
    boolean clear = view.isTrusted() && (arm.verdict() == Verdict.FASTER || arm.verdict() == Verdict.SLOWER);
    String word = view.isTrusted() ? arm.verdict() == null ? "" : arm.verdict().word() : "not to be trusted";
    String note = clear || word.isEmpty() ? typical : typical + ", " + word;
    return new Cell(clear ? shade(arm.ratio().value()) : "", VerdictWords.times(arm.ratio().value()), note);
  }

  /** Steps of about a factor of 2.5, the same in both directions. */
  private static String shade(double ratio) {
    double factor = Math.max(ratio, 1 / ratio);
    int step = factor < 1.5 ? 1 : factor < 4 ? 2 : factor < 10 ? 3 : 4;
    return (ratio < 1 ? "faster-" : "slower-") + step;
  }
}
