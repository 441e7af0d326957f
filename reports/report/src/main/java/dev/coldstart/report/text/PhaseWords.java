package dev.coldstart.report.text;

import dev.coldstart.record.Arm;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.text.Format;
import java.util.Collections;
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

  /** {@code parse and compile are counted in load}; empty if nothing is fused. */
  public static String fused(Arm arm) {
    Map<String, List<String>> byHolder = PhasesNs.NAMES.stream()
        .filter(arm.fused()::containsKey)
        .collect(Collectors.groupingBy(arm.fused()::get, LinkedHashMap::new,
            Collectors.mapping(PhaseWords::of, Collectors.toList())));
    return byHolder.entrySet()
        .stream()
        .map(e -> listed(e.getValue()) + (e.getValue().size() == 1 ? " is" : " are") + " counted in " + of(e.getKey()))
        .collect(Collectors.joining("; "));
  }

  /**
   * {@code Endive (interpreter), load takes longest: 31.2 of 138 ms}.
   *
   * @param in the arm's name
   * @param phasesMs by name, without fused ones; not empty
   * @param allMs all phases together
   */
  public static String longest(Arm arm, String in, Map<String, Double> phasesMs, double allMs) {
    Map.Entry<String, Double> longest = Collections.max(phasesMs.entrySet(), Map.Entry.comparingByValue());
    String name = longest.getKey();
    String holds = arm.fused().containsValue(name) ? " (" + fused(arm) + ")" : "";
    return in + ", " + of(name) + " takes longest: " + Format.number(longest.getValue()) + " of "
        + Format.number(allMs, "ms") + holds;
  }

  private static String listed(List<String> words) {
    int last = words.size() - 1;
    return last == 0 ? words.get(0) : String.join(", ", words.subList(0, last)) + " and " + words.get(last);
  }
}
