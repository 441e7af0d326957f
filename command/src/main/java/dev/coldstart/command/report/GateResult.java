package dev.coldstart.command.report;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.export.RatioFile;
import dev.coldstart.report.text.ArmNames;
import dev.coldstart.report.text.VerdictWords;
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
public record GateResult(Map<Regression, Outcome> judged, Manifest manifest, GateReference against, double most,
    boolean isTrusted) {

  /**
   * The result for programs.
   *
   * @param against the id of the earlier run or of the JDK; null if the run's own baselines were compared with
   */
  private record Json(int schema, String run, String against, double maxRegression, boolean trusted, String outcome,
      List<Row> arms) {}

  /** @param notRun why it did not run; null if it did */
  private record Row(String arm, String fixture, Double ratio, Double ratioCiLow, Double ratioCiHigh, String outcome,
      String notRun) {}

  private static final int SCHEMA = 1;

  public boolean has(Outcome outcome) {
    return judged.containsValue(outcome);
  }

  /** A line for each arm. */
  public List<String> lines() {
    return judged.keySet()
        .stream()
        .map(one -> outcome(one) + ": " + name(one) + " in " + one.arm().fixture()
            + (one.arm().ran() ? " takes " + ratio(one) + " the time " + against.inSentence() : "") + why(one))
        .toList();
  }

  /** The arms in a sentence, such as {@code Chicory (interpreter, 1.7.5) in hello}. */
  public static String names(List<Regression> all, Manifest manifest) {
    ArmNames names = new ArmNames(manifest);
    return all.stream()
        .map(one -> names.of(one.arm()).inSentence() + " in " + one.arm().fixture())
        .collect(Collectors.joining(", "));
  }

  /** The result as JSON: an object with the outcome of the gate, and one for each arm. What is not known is null. */
  public String json() {
    List<Row> rows = judged.keySet()
        .stream()
        .map(one -> new Row(one.arm().arm(), one.arm().fixture(), finite(one.ratio().value()),
            finite(one.ratio().low()), finite(one.ratio().high()), outcome(one), one.arm().notRun()))
        .toList();
    String outcome = has(Outcome.SUSPECTED) ? "slower" : has(Outcome.UNDECIDED) ? "cannot tell" : "not slower";
    return JsonMapper.shared()
        .writerWithDefaultPrettyPrinter()
        .writeValueAsString(new Json(SCHEMA, manifest.runId(),
            against instanceof GateReference.Baselines ? null : against.brief(), most, isTrusted, outcome, rows))
        + "\n";
  }

  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /** A table for a pull request. */
  public String markdown() {
    return "| arm | fixture | time, compared with " + against.brief() + " | more than " + Format.percent(most)
        + " slower? |\n|---|---|---|---|\n"
        + judged.keySet()
            .stream()
            .map(one -> "| " + cell(name(one)) + " | " + cell(one.arm().fixture()) + " | " + ratio(one) + " | "
                + outcome(one) + " |\n")
            .collect(Collectors.joining());
  }

  /** As github-action-benchmark reads it: customSmallerIsBetter. Only finite ratios of a run that is trusted. */
  public String ratios() {
    return RatioFile.json(judged.keySet()
        .stream()
        .filter(one -> isTrusted && Double.isFinite(one.ratio().value()))
        .map(one -> against.entry(one.arm(), one.ratio().value()))
        .toList());
  }

  /** Names are the user's: they may hold what Markdown or HTML would take for more than text. */
  private static String cell(String text) {
    return SafeText.brief(text).replaceAll("[\\\\`*_\\[\\]<>|~]", "\\\\$0");
  }

  private String name(Regression one) {
    return new ArmNames(manifest).of(one.arm()).inSentence();
  }

  private static String ratio(Regression one) {
    return VerdictWords.times(one.ratio());
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
    Arm arm = one.arm();
    if (one.outcome() != Outcome.UNDECIDED) {
      return "";
    }
    if (!arm.ran()) {
      return " was not run: " + arm.notRun();
    }
    if (!isTrusted) {
      return "; the run is not to be trusted";
    }
    return "; " + (one.ratio().hasInterval() ? "its interval contains the limit" : "it has no interval")
        + against.advice();
  }
}
