package dev.coldstart.report;

import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.text.Format;
import dev.coldstart.stats.run.ArmSummary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** What the verdicts of a fixture were taken against, said once for all its arms. */
final class Margins {

  private Margins() {}

  /** Empty where nothing was judged. */
  static String of(RunView view, FixtureFacts fixture) {
    Map<String, Double> byGroup = byGroup(view, fixture);
    if (byGroup.isEmpty() || !view.isTrusted()) {
      return "";
    }
    double declared = view.summary().margin();
    String asDeclared = Format.percent(declared);
    Map<String, Double> raised = new LinkedHashMap<>(byGroup);
    raised.values().removeIf(margin -> margin <= declared);
    if (raised.isEmpty()) {
      return "Margin of the verdicts: " + asDeclared + ", as declared.";
    }
    if (byGroup.values().stream().distinct().count() == 1) {
      double margin = raised.values().iterator().next();
      return "Margin of the verdicts: the noise floor, " + Format.percent(margin) + "; " + asDeclared
          + " was declared.";
    }
    String each = raised.entrySet()
        .stream()
        .map(group -> Format.percent(group.getValue()) + " (" + group.getKey() + ")")
        .collect(Collectors.joining(", "));
    return "Margin of the verdicts: " + asDeclared + ", as declared, and the noise floor where that is more: " + each
        + ".";
  }

  /** By profile and JDK, as the arms are named. */
  private static Map<String, Double> byGroup(RunView view, FixtureFacts fixture) {
    Map<String, Double> byGroup = new LinkedHashMap<>();
    for (ArmSummary arm : view.armsOf(fixture)) {
      if (Double.isFinite(arm.comparison().margin()) && arm.verdict() != null) {
        byGroup.put(view.names().group(arm.arm()), arm.comparison().margin());
      }
    }
    return byGroup;
  }
}
