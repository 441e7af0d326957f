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
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Ratios by arm and fixture: the answer at a glance. */
public record Overview(RunView view) {

  /** With fewer arms, none is hard to find. */
  private static final int FEWEST_TO_FILTER = 3;

  /** With more columns than this, a table's cells are as narrow as they can be. */
  public static final int MANY = 7;

  /** So many narrow columns fit on a desktop's page. */
  private static final int MOST = 13;

  /** Before a ratio that is no verdict. The table explains it. */
  static final String INCONCLUSIVE = "?";

  /** Before a ratio within the margin. The table explains it. */
  static final String EQUIVALENT = "=";

  /**
   * @param shade the style sheet's class for the size of the difference
   * @param ratio empty if there is none
   * @param note the typical time, or why there is none
   * @param sortedAs the ratio by which the column is sorted; null if the cell's text is that
   */
  record Cell(String shade, String ratio, String note, String sortedAs) {}

  /**
   * One per row, by runtime, then by configuration: a runtime's place never depends on its result. Not those of a
   * fixture that was launched for a control only.
   */
  List<Arm> arms() {
    Map<String, Arm> arms = new LinkedHashMap<>();
    Set<String> shown = view.fixtures().stream().map(FixtureFacts::id).collect(Collectors.toSet());
    view.arms().filter(arm -> shown.contains(arm.fixture())).forEach(arm -> arms.putIfAbsent(arm.arm(), arm));
    List<String> configurations = arms.values().stream().map(Arm::configuration).distinct().toList();
    return arms.values()
        .stream()
        .sorted(Comparator.<Arm>comparingInt(arm -> view.name(arm).mark().place())
            .thenComparing(arm -> configurations.indexOf(arm.configuration())))
        .toList();
  }

  /** The fixtures of each table. A column that is out of sight is not read, so more of them begin another table. */
  List<List<FixtureFacts>> parts() {
    List<FixtureFacts> fixtures = view.fixtures();
    int parts = (fixtures.size() + MOST - 1) / MOST;
    return IntStream.range(0, parts)
        .mapToObj(i -> fixtures.subList(i * fixtures.size() / parts, (i + 1) * fixtures.size() / parts))
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
        .orElse(new Cell("", "", Format.MISSING, null));
  }

  private Cell cell(ArmSummary arm) {
    if (!arm.arm().ran() || arm.n() == 0) {
      return new Cell("", "", arm.arm().ran() ? "no valid launch" : "did not run", null);
    }
    String typical = Format.number(arm.typicalMs(), "ms");
    if (arm.arm().baseline()) {
      return new Cell("", VerdictWords.times(1), typical, null);
    }
    String ratio = VerdictWords.times(arm.ratio().value());
    boolean clear = view.isTrusted() && (arm.verdict() == Verdict.FASTER || arm.verdict() == Verdict.SLOWER);
    return clear
        ? new Cell(shade(arm.ratio().value()), ratio, typical, null)
        : new Cell("", sign(arm) + ratio, typical, Format.number(arm.ratio().value()));
  }

  private String sign(ArmSummary arm) {
    boolean equivalent = view.isTrusted() && arm.verdict() == Verdict.EQUIVALENT;
    return arm.verdict() == null ? "" : (equivalent ? EQUIVALENT : INCONCLUSIVE) + Format.NO_BREAK;
  }

  /** Steps of about a factor of 2.5, the same in both directions. */
  private static String shade(double ratio) {
    double factor = Math.max(ratio, 1 / ratio);
    int step = factor < 1.5 ? 1 : factor < 4 ? 2 : factor < 10 ? 3 : 4;
    return (ratio < 1 ? "faster-" : "slower-") + step;
  }
}
