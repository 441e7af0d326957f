package dev.coldstart.report.text;

import dev.coldstart.record.text.Format;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Verdict;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.RunsCompared.ArmChange;
import dev.coldstart.stats.run.Summary;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Verdicts in words. */
public final class VerdictWords {

  public static final String NOT_TRUSTED = "not to be trusted: a control failed";

  /** From here on "2.3 times as long" is easier to read than "130 % more". */
  private static final double LEAST_MULTIPLE = 2;

  /** Decimals that tell a ratio from a margin of whole percents. */
  private static final int EXACT = 4;

  /** From here on decimals of a percentage say nothing. */
  private static final double LEAST_WHOLE_PERCENT = 10;

  private VerdictWords() {}

  /** In a sentence; in a table the note has a line of its own. */
  public static String of(ArmSummary arm, Summary summary) {
    return joined("; ", brief(arm, summary), note(arm, summary));
  }

  /** Joins the parts that are not empty. */
  public static String joined(String between, String... parts) {
    return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(between));
  }

  public static String brief(ArmSummary arm, Summary summary) {
    if (arm.arm().baseline()) {
      return "baseline";
    }
    if (arm.verdict() == null) {
      return Format.MISSING;
    }
    return summary.status().isTrusted() ? brief(arm.verdict(), arm.ratio(), summary.margin()) : NOT_TRUSTED;
  }

  /** How many more blocks an inconclusive verdict needs; empty for other verdicts, and if that is not known. */
  public static String note(ArmSummary arm, Summary summary) {
    Integer moreBlocks = arm.comparison().moreBlocks();
    return summary.status().isTrusted() && arm.verdict() == Verdict.INCONCLUSIVE && moreBlocks != null
        ? "needs about " + Format.count(moreBlocks, "more block", "more blocks")
            + (summary.machines().areSeveral() ? " on more machines" : "")
        : "";
  }

  private static String brief(Verdict verdict, Estimate ratio, double margin) {
    return switch (verdict) {
      case FASTER, SLOWER -> verdict.word() + ", " + difference(ratio.value());
      case EQUIVALENT -> verdict.word() + ", within " + Format.percent(margin);
      case INCONCLUSIVE -> verdict.word() + inclination(ratio, margin);
    };
  }

  /** Why a difference that the interval shows is no verdict; empty if it shows none. */
  private static String inclination(Estimate ratio, double margin) {
    if (!ratio.excludes(1)) {
      return "";
    }
    boolean outside = Verdict.of(ratio, margin) != Verdict.INCONCLUSIVE;
    return ": " + (ratio.low() > 1 ? "slower" : "faster")
        + (outside
            ? ", but among so many comparisons it may be chance"
            : ", but perhaps by less than " + Format.percent(margin) + exactEnd(ratio, margin));
  }

  /** The interval's end nearer to 1, if it is within the margin only before it is rounded; else empty. */
  private static String exactEnd(Estimate ratio, double margin) {
    boolean isSlower = ratio.low() > 1;
    double end = isSlower ? ratio.low() : ratio.high();
    double shown = Double.parseDouble(Format.number(end));
    boolean seemsOutside = shown >= 1 + margin || shown <= 1 - margin;
    return seemsOutside
        ? " (the interval " + (isSlower ? "begins" : "ends") + " at " + Format.upTo(EXACT, end) + ")"
        : "";
  }

  /** A ratio as a difference: {@code 59 % less}, {@code 4.3 % more}, {@code 3.90 × the time}. */
  public static String difference(double ratio) {
    if (ratio >= LEAST_MULTIPLE || !Double.isFinite(ratio)) {
      return times(ratio) + " the time";
    }
    double percent = Math.abs(ratio - 1) * 100;
    return Format.upTo(percent < LEAST_WHOLE_PERCENT ? 1 : 0, percent) + Format.NO_BREAK + "% "
        + (ratio < 1 ? "less" : "more");
  }

  /** The second of two runs against the first, and the smallest change that they could have shown. */
  public static String of(ArmChange change, double margin, boolean trusted) {
    if (!trusted) {
      return NOT_TRUSTED;
    }
    if (Double.isNaN(change.change().value())) {
      return "not comparable: the baselines differ";
    }
    String words = brief(change.verdict(), change.change(), margin);
    return change.verdict() == Verdict.INCONCLUSIVE && change.change().hasInterval()
        ? words + "; only a change of " + Format.percent(change.smallest()) + " or more would be clear in these runs"
        : words;
  }

  /** With its interval. */
  public static String times(Estimate ratio) {
    return Quantity.withInterval(times(ratio.value()), ratio);
  }

  public static String times(double ratio) {
    return Format.number(ratio, "×");
  }
}
