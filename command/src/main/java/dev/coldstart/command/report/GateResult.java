package dev.coldstart.command.report;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.text.ArmNames;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.Regression;
import dev.coldstart.stats.run.Regression.Outcome;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a gate found.
 *
 * @param judged each arm by what the run says of it, with what the gate says in the end
 * @param most the largest difference that is allowed, as a fraction of the baseline's time
 * @param isTrusted whether the run may be trusted; otherwise it gives no ratios
 */
public record GateResult(Map<Regression, Outcome> judged, Manifest manifest, double most, boolean isTrusted) {

  public boolean has(Outcome outcome) {
    return judged.containsValue(outcome);
  }

  /** A line for each arm. */
  public List<String> lines() {
    return judged.keySet()
        .stream()
        .map(one -> outcome(one) + ": " + name(one) + " in " + one.arm().arm().fixture()
            + (one.arm().arm().ran() ? " takes " + ratio(one) + " the time of its baseline" : "") + why(one))
        .toList();
  }

  /** The arms in a sentence, such as {@code Chicory (interpreter, 1.7.5) in hello}. */
  public static String names(List<Regression> all, Manifest manifest) {
    ArmNames names = new ArmNames(manifest);
    return all.stream()
        .map(one -> names.of(one.arm().arm()).inSentence() + " in " + one.arm().arm().fixture())
        .collect(Collectors.joining(", "));
  }

  /** A table for a pull request. */
  public String markdown() {
    return "| arm | fixture | time, compared with the baseline | more than " + Format.percent(most)
        + " slower? |\n|---|---|---|---|\n"
        + judged.keySet()
            .stream()
            .map(one -> "| " + name(one).replace("|", "\\|") + " | " + one.arm().arm().fixture() + " | " + ratio(one)
                + " | " + outcome(one) + " |\n")
            .collect(Collectors.joining());
  }

  /** As github-action-benchmark reads it: customSmallerIsBetter. Only finite ratios of a run that is trusted. */
  public String ratios() {
    List<Map<String, Object>> all = judged.keySet()
        .stream()
        .map(Regression::arm)
        .filter(arm -> isTrusted && Double.isFinite(arm.ratio().value()))
        .<Map<String, Object>>map(arm -> Map.of("name", arm.arm().arm() + " in " + arm.arm().fixture(), "unit", "ratio",
            "value", arm.ratio().value()))
        .toList();
    return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(all);
  }

  private String name(Regression one) {
    return new ArmNames(manifest).of(one.arm().arm()).inSentence();
  }

  private static String ratio(Regression one) {
    ArmSummary arm = one.arm();
    return Quantity.withInterval(VerdictWords.times(arm.ratio().value()), arm.ratio());
  }

  private String outcome(Regression one) {
    return switch (judged.get(one)) {
      case NONE -> "not slower";
      case SUSPECTED -> "slower";
      case UNDECIDED -> one.outcome() == Outcome.SUSPECTED ? "slower in one run only" : "cannot tell";
    };
  }

  /** Why nothing can be told, and what to do about it. Empty if something can. */
  private String why(Regression one) {
    Arm arm = one.arm().arm();
    if (one.outcome() != Outcome.UNDECIDED) {
      return "";
    }
    if (!arm.ran()) {
      return " was not run: " + arm.notRun();
    }
    if (!isTrusted) {
      return "; the run is not to be trusted";
    }
    return "; " + (one.arm().ratio().hasInterval() ? "its interval contains the limit" : "it has no interval")
        + ": measure more blocks";
  }
}
