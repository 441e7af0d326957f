package dev.coldstart.report.scenario;

import dev.coldstart.record.Arm;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.report.text.VerdictWords;
import dev.coldstart.stats.scenario.BurstCurve;
import dev.coldstart.stats.scenario.CallCurve;
import dev.coldstart.stats.scenario.MemoryUse;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What to see in the scenarios' drawings, as sentences of what was measured; each empty where there is too little. */
final class ScenarioWords {

  private ScenarioWords() {}

  /** The arm whose calls change most. */
  static String calls(RunView view, List<CallCurve> arms) {
    return arms.stream()
        .filter(arm -> arm.calls() > 2 && change(arm) > 0 && Double.isFinite(change(arm)))
        .max(Comparator.comparingDouble(arm -> Math.abs(Math.log(change(arm)))))
        .map(arm -> "Look at " + name(view, arm.arm()) + ": its second call takes " + Format.time(latencyNs(arm, 2))
            + ", its last, call " + arm.calls() + ", " + Format.time(latencyNs(arm, arm.calls())) + ".")
        .orElse("");
  }

  private static double change(CallCurve arm) {
    return latencyNs(arm, arm.calls()) / latencyNs(arm, 2);
  }

  private static double latencyNs(CallCurve arm, int call) {
    return arm.at()
        .stream()
        .filter(at -> at.call() == call)
        .findFirst()
        .map(at -> at.latencyNs().value())
        .orElse(Double.NaN);
  }

  static String memory(RunView view, List<MemoryUse> arms) {
    List<MemoryUse> read = arms.stream().filter(arm -> Double.isFinite(arm.firstBytes().value())).toList();
    Comparator<MemoryUse> byFirst = Comparator.comparingDouble(arm -> arm.firstBytes().value());
    if (read.isEmpty()) {
      return "";
    }
    MemoryUse least = read.stream().min(byFirst).orElseThrow();
    MemoryUse most = read.stream().max(byFirst).orElseThrow();
    return "With one live instance, " + holds(view, least) + (least == most ? "" : ", and " + holds(view, most)) + "."
        + hungriest(view, arms);
  }

  private static String holds(RunView view, MemoryUse arm) {
    return name(view, arm.arm()) + " holds " + Format.bytes(arm.firstBytes().value());
  }

  private static String hungriest(RunView view, List<MemoryUse> arms) {
    return arms.stream()
        .filter(MemoryUse::isInstanceSeen)
        .max(Comparator.comparingDouble(arm -> arm.instanceBytes().value()))
        .map(arm -> " One instance more takes " + Format.bytes(arm.instanceBytes().value()) + " in "
            + name(view, arm.arm()) + ".")
        .orElse("");
  }

  /** One arm at its most starts. */
  private record Crowd(Arm arm, BurstCurve.At at) {

    double ratio() {
      return at.ratio().value();
    }
  }

  static String burst(RunView view, List<BurstCurve> arms) {
    List<Crowd> all = arms.stream().flatMap(ScenarioWords::crowds).toList();
    int starts = all.stream().mapToInt(crowd -> crowd.at().starts()).max().orElse(0);
    List<Crowd> most = all.stream().filter(crowd -> crowd.at().starts() == starts).toList();
    if (most.isEmpty()) {
      return "";
    }
    if (!view.isTrusted()) {
      return "What neighbours cost is " + VerdictWords.NOT_TRUSTED + ".";
    }
    Crowd worst = most.stream().max(Comparator.comparingDouble(Crowd::ratio)).orElseThrow();
    Crowd best = most.stream().min(Comparator.comparingDouble(Crowd::ratio)).orElseThrow();
    return "Of " + starts + " started at once, the slowest takes " + takes(view, worst)
        + (worst == best ? "" : ", and " + takes(view, best)) + ".";
  }

  /** Only what can be told from a start alone. */
  private static Stream<Crowd> crowds(BurstCurve arm) {
    return arm.at()
        .stream()
        .filter(at -> at.starts() > 1 && Double.isFinite(at.ratio().value()))
        .map(at -> new Crowd(arm.arm(), at));
  }

  private static String takes(RunView view, Crowd crowd) {
    Quantity ratio = Quantity.ratio(crowd.at().ratio());
    return ratio.value() + " the time of one alone" + (ratio.interval().isEmpty() ? "" : " (" + ratio.interval() + ")")
        + " in " + name(view, crowd.arm());
  }

  private static String name(RunView view, Arm arm) {
    return ScenarioGroup.name(view, arm).text();
  }
}
