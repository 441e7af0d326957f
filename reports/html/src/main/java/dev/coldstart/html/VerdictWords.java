package dev.coldstart.html;

import dev.coldstart.stats.ArmSummary;
import dev.coldstart.stats.Estimate;

/** A verdict as a sentence's end: "Wasmtime is ...". */
final class VerdictWords {

  private VerdictWords() {}

  static String of(ArmSummary arm, double margin) {
    if (arm.arm().baseline()) {
      return "baseline";
    }
    if (arm.verdict() == null) {
      return Numbers.MISSING;
    }
    return switch (arm.verdict()) {
      case FASTER -> times(1 / arm.ratio().value()) + " faster";
      case SLOWER -> times(arm.ratio().value()) + " slower";
      case EQUIVALENT -> "no difference that matters (within " + Numbers.percent(margin) + ")";
      case UNSURE -> "not enough launches to tell";
    };
  }

  /** With the interval that it rests on, turned over where the ratio is. */
  static String withInterval(ArmSummary arm, double margin) {
    Estimate ratio = arm.ratio();
    if (!ratio.hasInterval() || arm.verdict() == null) {
      return of(arm, margin);
    }
    return of(arm, margin)
        + switch (arm.verdict()) {
          case FASTER -> in(new Estimate(1 / ratio.value(), 1 / ratio.high(), 1 / ratio.low()));
          case SLOWER -> in(ratio);
          case EQUIVALENT, UNSURE -> ", ratio " + times(ratio.value()) + in(ratio);
        };
  }

  private static String in(Estimate estimate) {
    return " (" + Numbers.interval(estimate) + ")";
  }

  static String times(double ratio) {
    return Numbers.of(ratio, "×");
  }
}
