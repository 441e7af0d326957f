package dev.coldstart.report.text;

import dev.coldstart.record.Arm;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.text.Format;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Phases as named in text. */
public final class PhaseWords {

  private PhaseWords() {}

  /** {@code first invoke} for {@code firstInvoke}. */
  public static String of(String phase) {
    return phase.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
  }

  /** The text for a phase whose time is in another one. */
  public static String in(String holder) {
    return "in " + of(holder);
  }

  public static List<String> all() {
    return PhasesNs.NAMES.stream().map(PhaseWords::of).toList();
  }

  /** {@code parse and compile are part of load}; empty if nothing is fused. */
  public static String fused(Arm arm) {
    Map<String, List<String>> byHolder = PhasesNs.NAMES.stream()
        .filter(arm.fused()::containsKey)
        .collect(Collectors.groupingBy(arm.fused()::get, LinkedHashMap::new,
            Collectors.mapping(PhaseWords::of, Collectors.toList())));
    return byHolder.entrySet()
        .stream()
        .map(e -> listed(e.getValue()) + (e.getValue().size() == 1 ? " is" : " are") + " part of " + of(e.getKey()))
        .collect(Collectors.joining("; "));
  }

  /**
   * {@code 36.2 % of its time in load}.
   *
   * @param ms in the phases' order, NaN if fused; at least one is more than 0
   */
  public static String most(Arm arm, List<Double> ms) {
    DoubleSummaryStatistics apart =
        ms.stream().mapToDouble(Double::doubleValue).filter(Double::isFinite).summaryStatistics();
    String name = PhasesNs.NAMES.get(ms.indexOf(apart.getMax()));
    String holds = arm.fused().containsValue(name) ? " (" + fused(arm) + ")" : "";
    return Format.percent(apart.getMax() / apart.getSum()) + " of its time in " + of(name) + holds;
  }

  private static String listed(List<String> words) {
    int last = words.size() - 1;
    return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
