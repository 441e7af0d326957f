package dev.coldstart.report.scenario;

import dev.coldstart.record.Arm;
import dev.coldstart.record.text.Format;
import dev.coldstart.stats.scenario.BreakEven;
import dev.coldstart.stats.scenario.CallCurve;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Which arm of a group overtakes which, and when. @param all between each two of its arms */
record BreakEvenTable(ScenarioGroup<CallCurve> group, List<BreakEven> all) {

  private static final int MOST_FOUND = 6;

  static BreakEvenTable of(ScenarioGroup<CallCurve> group) {
    List<Arm> arms = group.all().stream().map(CallCurve::arm).toList();
    return new BreakEvenTable(group,
        group.view()
            .summary()
            .scenarios()
            .breakEvens()
            .stream()
            .filter(between -> arms.contains(between.arm()))
            .toList());
  }

  List<BreakEven> reached() {
    return all.stream().filter(BreakEven::isReached).toList();
  }

  /** In sentences, the earliest first, as many as a reader takes in. */
  List<String> found() {
    if (reached().isEmpty()) {
      return all.isEmpty() ? List.of() : List.of("No arm that answers later overtakes one that answers earlier.");
    }
    return reached().stream()
        .sorted(Comparator.comparingDouble(between -> between.atCall().value()))
        .limit(MOST_FOUND)
        .map(this::sentence)
        .toList();
  }

  /** How many are left to the table, in words; empty when none is. */
  String more() {
    int left = reached().size() - MOST_FOUND;
    return left > 0 ? left + " more are in the table." : "";
  }

  /** When an arm is ahead of the baseline of its group; "baseline" for that itself. */
  String againstBaseline(Arm arm) {
    return arm.baseline()
        ? "baseline"
        : group.all()
            .stream()
            .map(CallCurve::arm)
            .filter(Arm::baseline)
            .findFirst()
            .map(baseline -> cell(arm, baseline))
            .orElse(Format.MISSING);
  }

  /** From which call on an arm is ahead of another, or why it is not. */
  String cell(Arm arm, Arm other) {
    return arm.equals(other)
        ? ""
        : between(arm, other).map(BreakEvenTable::call)
            .or(() -> between(other, arm).map(BreakEvenTable::ofTheEarlier))
            .orElse(Format.MISSING);
  }

  private Optional<BreakEven> between(Arm arm, Arm against) {
    return all.stream().filter(of -> of.arm().equals(arm) && of.against().equals(against)).findFirst();
  }

  private static String ofTheEarlier(BreakEven other) {
    if (other.isReached()) {
      return "overtaken";
    }
    return other.everAhead() ? "ahead at call " + other.calls() : "ahead at every call";
  }

  /** {@code 312 (250–400)}, {@code not within 2000 calls} or {@code 312 (250 – not within 2000)}. */
  private static String call(BreakEven between) {
    String at = between.isReached()
        ? Format.whole(between.atCall().value())
        : "not within " + Format.count(between.calls(), "call", "calls");
    if (!between.atCall().hasInterval() || !Double.isFinite(between.atCall().low())) {
      return at;
    }
    double high = between.atCall().high();
    String to = Double.isFinite(high) ? "–" + Format.whole(high) : " – not within " + between.calls();
    return at + " (" + Format.whole(between.atCall().low()) + to + ")";
  }

  String sentence(BreakEven reached) {
    return group.name(reached.arm()).text() + " overtakes " + group.name(reached.against()).text() + " at call "
        + call(reached) + ".";
  }
}
