package dev.coldstart.report.scenario;

import dev.coldstart.record.Arm;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.ArmName;
import dev.coldstart.stats.scenario.BreakEven;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which arm of a group overtakes which, and when.
 *
 * @param found in sentences, the earliest first, as many as a reader takes in
 * @param more how many are left to the table, in words; empty when none is
 * @param names of the columns, and of the rows
 * @param rows of each arm against each
 */
record BreakEvenTable(List<String> found, String more, List<ArmName> names, List<Row> rows) {

  private static final int MOST_FOUND = 6;
  private static final String NONE = "No arm that answers later overtakes one that answers earlier.";

  record Row(ArmName name, List<String> cells) {}

  static BreakEvenTable of(RunView view, List<Arm> arms) {
    List<BreakEven> all =
        view.summary().scenarios().breakEvens().stream().filter(between -> arms.contains(between.arm())).toList();
    List<BreakEven> reached = all.stream()
        .filter(BreakEven::isReached)
        .sorted(Comparator.comparingDouble(between -> between.atCall().value()))
        .toList();
    List<String> found = new ArrayList<>(reached.stream().limit(MOST_FOUND).map(of -> sentence(view, of)).toList());
    if (reached.isEmpty() && !all.isEmpty()) {
      found.add(NONE);
    }
    return new BreakEvenTable(found,
        reached.size() > MOST_FOUND ? reached.size() - MOST_FOUND + " more are in the table." : "",
        arms.stream().map(arm -> ScenarioGroup.name(view, arm)).toList(),
        arms.stream().map(arm -> row(view, arms, all, arm)).toList());
  }

  private static Row row(RunView view, List<Arm> arms, List<BreakEven> all, Arm arm) {
    return new Row(ScenarioGroup.name(view, arm), arms.stream().map(other -> cell(all, arm, other)).toList());
  }

  /** When an arm is ahead of the baseline of its group; "baseline" for that itself. */
  static String againstBaseline(RunView view, List<Arm> arms, Arm arm) {
    if (arm.baseline()) {
      return "baseline";
    }
    return arms.stream()
        .filter(Arm::baseline)
        .findFirst()
        .map(baseline -> cell(view.summary().scenarios().breakEvens(), arm, baseline))
        .orElse(Format.MISSING);
  }

  private static String cell(List<BreakEven> all, Arm arm, Arm other) {
    if (arm.equals(other)) {
      return "";
    }
    return between(all, arm, other).map(BreakEvenTable::call)
        .or(() -> between(all, other, arm).map(BreakEvenTable::ofTheEarlier))
        .orElse(Format.MISSING);
  }

  private static Optional<BreakEven> between(List<BreakEven> all, Arm arm, Arm against) {
    return all.stream().filter(of -> of.arm().equals(arm) && of.against().equals(against)).findFirst();
  }

  private static String ofTheEarlier(BreakEven other) {
    if (other.isReached()) {
      return "overtaken";
    }
    return other.everAhead() ? "ahead at call " + other.calls() : "ahead at every call";
  }

  /** {@code 312 (250–400)}, {@code not within 2000 calls} or {@code 312 (250–not within 2000)}. */
  static String call(BreakEven between) {
    double high = between.atCall().high();
    if (!between.atCall().hasInterval()) {
      return at(between);
    }
    if (Double.isFinite(high)) {
      return at(between) + " (" + Format.whole(between.atCall().low()) + "–" + Format.whole(high) + ")";
    }
    return Double.isFinite(between.atCall().low())
        ? at(between) + " (" + Format.whole(between.atCall().low()) + " – not within " + between.calls() + ")"
        : at(between);
  }

  private static String at(BreakEven between) {
    return between.isReached()
        ? Format.whole(between.atCall().value())
        : "not within " + Format.count(between.calls(), "call", "calls");
  }

  static String sentence(RunView view, BreakEven reached) {
    return ScenarioGroup.name(view, reached.arm()).text() + " overtakes "
        + ScenarioGroup.name(view, reached.against()).text() + " at call " + call(reached) + ".";
  }
}
