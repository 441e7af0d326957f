package dev.coldstart.report.answer;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.estimate.Verdict;
import dev.coldstart.stats.run.ArmSummary;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Arms against fixtures, the ratio in each cell: the answer in ten seconds.
 *
 * @param rows by runtime, then by configuration: a runtime's place never depends on its result
 */
public record Overview(List<FixtureFacts> fixtures, List<Row> rows) {

  record Row(ArmName name, List<Cell> cells) {}

  /**
   * @param shade the style sheet's class for the size of the difference
   * @param ratio empty where there is none
   * @param note the median, and the verdict where the ratio alone would mislead
   */
  record Cell(String shade, String ratio, String note) {

    private static final Cell NOT_RUN = new Cell("", "", "did not run");
    private static final Cell NO_LAUNCH = new Cell("", "", "no launch counts");
    private static final Cell ABSENT = new Cell("", "", Format.MISSING);
    private static final String BASELINE = "baseline";

    /** The ratio that a word stands for; null where it stands there itself. */
    String sortedAs() {
      return ratio.equals(BASELINE) ? "1" : null;
    }
  }

  public static Overview of(RunView view) {
    Map<String, Arm> arms = new LinkedHashMap<>();
    view.arms().forEach(arm -> arms.putIfAbsent(arm.arm(), arm));
    List<String> configurations = arms.values().stream().map(Arm::configuration).distinct().toList();
    List<Row> rows = arms.values()
        .stream()
        .sorted(Comparator.<Arm>comparingInt(arm -> view.names().of(arm).mark().place())
            .thenComparing(arm -> configurations.indexOf(arm.configuration())))
        .map(arm -> new Row(view.names().of(arm), cells(view, arm)))
        .toList();
    return new Overview(view.fixtures(), rows);
  }

  private static List<Cell> cells(RunView view, Arm arm) {
    return view.fixtures()
        .stream()
        .map(fixture -> view.armsOf(fixture)
            .stream()
            .filter(summary -> summary.arm().arm().equals(arm.arm()))
            .findFirst()
            .map(found -> cell(view, found))
            .orElse(Cell.ABSENT))
        .toList();
  }

  private static Cell cell(RunView view, ArmSummary arm) {
    if (!arm.arm().ran()) {
      return Cell.NOT_RUN;
    }
    if (arm.n() == 0) {
      return Cell.NO_LAUNCH;
    }
    String median = Format.number(arm.firstResponseMs().value(), "ms");
    if (arm.arm().baseline()) {
      return new Cell("", Cell.BASELINE, median);
    }
    boolean clear = view.isTrusted() && (arm.verdict() == Verdict.FASTER || arm.verdict() == Verdict.SLOWER);
    String word = view.isTrusted() ? arm.verdict() == null ? "" : arm.verdict().word() : "not to be trusted";
    String note = clear || word.isEmpty() ? median : median + ", " + word;
    return new Cell(clear ? shade(arm.ratio().value()) : "", VerdictWords.times(arm.ratio().value()), note);
  }

  /** Steps of about a factor 2.5, the same either way. */
  private static String shade(double ratio) {
    double factor = Math.max(ratio, 1 / ratio);
    int step = factor < 1.5 ? 1 : factor < 4 ? 2 : factor < 10 ? 3 : 4;
    return (ratio < 1 ? "faster-" : "slower-") + step;
  }
}
