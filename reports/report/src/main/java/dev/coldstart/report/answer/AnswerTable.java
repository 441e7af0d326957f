package dev.coldstart.report.answer;

import dev.coldstart.record.Arm.Preparation;
import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.chart.RatioColumn;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.run.ArmSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which arm of a fixture is faster, and by how much. */
public record AnswerTable(RunView view, FixtureFacts fixture) {

  /** By first response. */
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
    return Stream.of(VerdictWords.note(arm, view.summary()), open)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }

  /** Work ahead of time, in words; empty where nothing was done. */
  public static String preparation(Preparation preparation) {
    return preparation == null
        ? ""
        : preparation.label() + ": " + Format.time(preparation.tookMs() * 1e6) + ", "
            + Format.bytes(preparation.bytes());
  }

  /** What the verdicts were taken against, said once for all arms; empty where nothing was judged. */
  public String margin() {
    // By profile and JDK, as the arms are named.
    Map<String, Double> byGroup = new LinkedHashMap<>();
    for (ArmSummary arm : view.armsOf(fixture)) {
      if (Double.isFinite(arm.comparison().margin()) && arm.verdict() != null) {
        byGroup.put(view.names().group(arm.arm()), arm.comparison().margin());
      }
    }
    if (byGroup.isEmpty() || !view.isTrusted()) {
      return "";
    }
    double declared = view.summary().margin();
    String asDeclared = Format.percent(declared);
    List<String> raised = byGroup.entrySet()
        .stream()
        .filter(group -> group.getValue() > declared)
        .map(group -> Format.percent(group.getValue()) + " (" + group.getKey() + ")")
        .toList();
    if (raised.isEmpty()) {
      return "Margin of the verdicts: " + asDeclared + ", as declared.";
    }
    return byGroup.values().stream().distinct().count() == 1
        ? "Margin of the verdicts: the noise floor, " + Format.percent(byGroup.values().iterator().next()) + "; "
            + asDeclared + " was declared."
        : "Margin of the verdicts: " + asDeclared + ", as declared, and the noise floor where that is more: "
            + String.join(", ", raised) + ".";
  }
}
