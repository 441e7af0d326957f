package dev.coldstart.report.export;

import static dev.coldstart.report.export.SummaryJson.ends;

import dev.coldstart.record.Counter;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.ArmSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * The fields that {@code summary.json} and {@code summary.csv} have of one arm and fixture, in their order. A value
 * that was not obtained is NaN or null here and null in the file, so that each arm has the same fields.
 */
final class ArmFields {

  private static final Set<String> IN_THE_ID = Set.of("runtime", "configuration", "profile", "jdk");
  private static final String AFTER_THE_ANSWER = "phasesMedianMs";
  private static final Map<String, Function<ArmSummary, Object>> ALL = new LinkedHashMap<>();

  static {
    ALL.put("arm", arm -> arm.arm().arm());
    ALL.put("runtime", arm -> arm.arm().runtime());
    ALL.put("configuration", arm -> arm.arm().configuration());
    ALL.put("profile", arm -> arm.arm().profile());
    ALL.put("jdk", arm -> arm.arm().jdk());
    ALL.put("fixture", arm -> arm.arm().fixture());
    ALL.put("control", arm -> arm.arm().isControl() ? arm.arm().control().kind() : null);
    ALL.put("n", ArmSummary::n);
    ALL.put("typicalMs", ArmSummary::typicalMs);
    estimate("firstResponse", "Median", "Ms", ArmSummary::firstResponseMs);
    estimate("ratio", "", "", ArmSummary::ratio);
    estimate("ratioPooledBoot", "", "", ArmSummary::pooledRatio);
    ALL.put("pHolm", arm -> arm.comparison().p());
    ALL.put("shiftMs", arm -> arm.comparison().shiftMs());
    ALL.put("a12", arm -> arm.comparison().a12());
    ALL.put("verdict", ArmSummary::verdict);
    ALL.put("moreBlocks", arm -> arm.comparison().moreBlocks());
    ALL.put("invalid", ArmSummary::invalid);
    ALL.put(AFTER_THE_ANSWER, arm -> ends(arm.phasesMs(), Estimate::value));
    ALL.put("phasesCiLowMs", arm -> ends(arm.phasesMs(), Estimate::low));
    ALL.put("phasesCiHighMs", arm -> ends(arm.phasesMs(), Estimate::high));
    estimate("afterBoot", "Median", "Ms", ArmSummary::afterBootMs);
    for (Counter counter : Counter.shown()) {
      ALL.put(counter.medianKey(), arm -> arm.counters().of(counter));
      if (counter == Counter.CPU) {
        ALL.put("cpuPerWallMedian", arm -> arm.counters().cpuPerWall());
      }
    }
    ALL.put("preparation", arm -> arm.arm().preparation());
    ALL.put("notRun", arm -> arm.arm().notRun());
  }

  /** Those that answer: without what an arm's id says already, and what comes after the answer. */
  static final List<String> ANSWER = ALL.keySet()
      .stream()
      .takeWhile(name -> !name.equals(AFTER_THE_ANSWER))
      .filter(name -> !IN_THE_ID.contains(name))
      .toList();

  private ArmFields() {}

  private static void estimate(String of, String median, String unit, Function<ArmSummary, Estimate> estimate) {
    ALL.put(of + median + unit, arm -> estimate.apply(arm).value());
    ALL.put(of + "CiLow" + unit, arm -> estimate.apply(arm).low());
    ALL.put(of + "CiHigh" + unit, arm -> estimate.apply(arm).high());
  }

  /** By name. @param arm null for the names alone */
  static Map<String, Object> of(ArmSummary arm) {
    Map<String, Object> fields = new LinkedHashMap<>();
    ALL.forEach((name, value) -> fields.put(name, arm == null ? null : value.apply(arm)));
    return fields;
  }
}
