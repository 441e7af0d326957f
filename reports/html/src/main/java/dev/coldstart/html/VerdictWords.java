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

  static String times(double ratio) {
    return Numbers.of(ratio, "×");
  }

  /** The ratio and its interval, {@code 3.90 × (3.70–4.10)}; "n/a" without a ratio. */
  static String ratio(Estimate ratio) {
    return ratio.hasInterval() ? times(ratio.value()) + " (" + Numbers.interval(ratio) + ")" : times(ratio.value());
  }
}
