package dev.coldstart.html;

import dev.coldstart.stats.ArmChange;
import dev.coldstart.stats.ArmSummary;
import dev.coldstart.stats.Comparison;
import dev.coldstart.stats.Estimate;
import dev.coldstart.stats.RunStatus;
import dev.coldstart.stats.Summary;
import dev.coldstart.stats.Verdict;

/** A verdict as a sentence's end: "Wasmtime is ...". */
final class VerdictWords {

  static final String NOT_TRUSTED = "not to be trusted: a control failed";

  private VerdictWords() {}

  static String of(ArmSummary arm, Summary summary) {
    if (arm.arm().baseline()) {
      return "baseline";
    }
    if (arm.verdict() == null) {
      return Numbers.MISSING;
    }
    return summary.status() == RunStatus.DO_NOT_TRUST ? NOT_TRUSTED : verdict(arm, margin(arm, summary));
  }

  private static String verdict(ArmSummary arm, double margin) {
    String words = of(arm.verdict(), arm.ratio(), margin);
    return arm.verdict() == Verdict.UNSURE ? words + more(arm.comparison()) : words;
  }

  /** Of any ratio. */
  static String of(Verdict verdict, Estimate ratio, double margin) {
    return switch (verdict) {
      case FASTER -> times(1 / ratio.value()) + " faster";
      case SLOWER -> times(ratio.value()) + " slower";
      case EQUIVALENT -> "no difference that matters (within " + Numbers.percent(margin) + ")";
      case UNSURE -> "not enough launches to tell";
    };
  }

  /** Of the second of two runs against the first. */
  static String of(ArmChange change, boolean trusted) {
    if (!trusted) {
      return NOT_TRUSTED;
    }
    return Double.isNaN(change.change().value())
        ? "not comparable: the baselines differ"
        : of(change.verdict(), change.change(), change.margin());
  }

  private static String more(Comparison comparison) {
    return comparison.moreBlocks() == null
        ? ""
        : "; about " + Numbers.count(comparison.moreBlocks(), "block", "blocks") + " more would";
  }

  /** With the interval that it rests on, turned over where the ratio is. */
  static String withInterval(ArmSummary arm, Summary summary) {
    Estimate ratio = arm.ratio();
    if (!ratio.hasInterval() || arm.verdict() == null || summary.status() == RunStatus.DO_NOT_TRUST) {
      return of(arm, summary);
    }
    return of(arm, summary)
        + switch (arm.verdict()) {
          case FASTER -> in(new Estimate(1 / ratio.value(), 1 / ratio.high(), 1 / ratio.low()));
          case SLOWER -> in(ratio);
          case EQUIVALENT, UNSURE -> ", ratio " + times(ratio.value()) + in(ratio);
        };
  }

  /** The margin where it is not the declared one; empty where it is, or where nothing was judged. */
  static String raisedMargin(ArmSummary arm, Summary summary) {
    boolean judged = arm.verdict() != null && summary.status() != RunStatus.DO_NOT_TRUST;
    double margin = arm.comparison().margin();
    return judged && margin > summary.margin()
        ? "margin: the noise floor, " + Numbers.percent(margin)
        : "";
  }

  private static double margin(ArmSummary arm, Summary summary) {
    double margin = arm.comparison().margin();
    return Double.isNaN(margin) ? summary.margin() : margin;
  }

  private static String in(Estimate estimate) {
    return " (" + Numbers.interval(estimate) + ")";
  }

  static String times(double ratio) {
    return Numbers.of(ratio, "×");
  }
}
