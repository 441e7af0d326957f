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

/** Which arm of a fixture is faster, and by how much. */
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

  /** What belongs to the verdict, and the next faster arm where it is not told from that; may be empty. */
  public String note(ArmSummary arm) {
    String open =
        view.openBefore(arm.arm()).map(other -> "not told from " + view.names().inRowOf(arm.arm(), other)).orElse("");
    return VerdictWords.joined("; ", VerdictWords.note(arm, view.summary()), open);
  }

  /** Work ahead of time, in words; empty where nothing was done. */
  public static String preparation(Preparation preparation) {
    return preparation == null
        ? ""
        : preparation.label() + ": " + Quantity.time(preparation.tookMs() * 1e6) + ", "
            + Quantity.size(preparation.bytes());
  }
}
