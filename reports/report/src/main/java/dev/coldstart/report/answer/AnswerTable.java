package dev.coldstart.report.answer;

import dev.coldstart.record.Arm.Preparation;
import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.report.chart.RatioColumn;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.run.ArmSummary;
import java.util.List;

/** The arms of one fixture with their times and ratios. */
public record AnswerTable(RunView view, FixtureFacts fixture) {

  /** By typical time. */
  public List<ArmSummary> ran() {
    return view.armsOf(fixture).stream().filter(arm -> arm.arm().ran()).toList();
  }

  public List<Arm> notRun() {
    return view.armsOf(fixture).stream().map(ArmSummary::arm).filter(arm -> !arm.ran()).toList();
  }

  RatioColumn ratios() {
    return RatioColumn.of(view.armsOf(fixture).stream().map(ArmSummary::ratio));
  }

  /**
   * What belongs to the verdict, and the next faster arm if the run shows no clear difference from it; may be empty.
   */
  public String note(ArmSummary arm) {
    String open = view.openBefore(arm.arm())
        .map(other -> "no clear difference from " + view.names().inRowOf(arm.arm(), other))
        .orElse("");
    return VerdictWords.joined("; ", VerdictWords.note(arm, view.summary()), open);
  }

  /** Work done ahead of time, which the time of a launch does not include, in words; empty if there is none. */
  public static String preparation(Preparation preparation) {
    return preparation == null
        ? ""
        : "Not counted, done before the launches: " + preparation.label().replaceAll(" beforehand\\b", "") + " ("
            + Quantity.time(preparation.tookMs() * 1e6) + " with a JVM's start, " + Quantity.size(preparation.bytes())
            + ")";
  }
}
