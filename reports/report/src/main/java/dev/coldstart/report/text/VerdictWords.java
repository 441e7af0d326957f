package dev.coldstart.report.text;

import dev.coldstart.record.text.Format;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Verdict;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.RunsCompared.ArmChange;
import dev.coldstart.stats.run.Summary;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A verdict as the end of a sentence: "Wasmtime is ...". */
public final class VerdictWords {

  public static final String NOT_TRUSTED = "not to be trusted: a control failed";

  private VerdictWords() {}

  /** For a sentence; in a table the note has its own line. */
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
    return summary.status().isTrusted() ? brief(arm.verdict(), arm.ratio()) : NOT_TRUSTED;
  }

  /** The margin of an equivalent arm, or the number of blocks that an inconclusive one needs; otherwise empty. */
  public static String note(ArmSummary arm, Summary summary) {
    Integer moreBlocks = arm.comparison().moreBlocks();
    if (!summary.status().isTrusted()) {
      return "";
    }
    if (arm.verdict() == Verdict.EQUIVALENT) {
      return within(summary.margin());
    }
    return arm.verdict() == Verdict.UNSURE && moreBlocks != null
        ? "about " + Format.count(moreBlocks, "block", "blocks") + " more would"
        : "";
  }

  private static String brief(Verdict verdict, Estimate ratio) {
    return switch (verdict) {
      case FASTER -> times(1 / ratio.value()) + " faster";
      case SLOWER -> times(ratio.value()) + " slower";
      case EQUIVALENT -> "no difference that matters";
      case UNSURE -> ratio.low() > 1
          ? "slower, by less than this run can call"
          : ratio.high() < 1 ? "faster, by less than this run can call" : "not enough launches to tell";
    };
  }

  private static String within(double margin) {
    return "within " + Format.percent(margin);
  }

  /**
   * The verdict of the second run against the first and, if inconclusive, the smallest change that could have been
   * detected.
   */
  public static String of(ArmChange change, double margin, boolean trusted) {
    if (!trusted) {
      return NOT_TRUSTED;
    }
    if (Double.isNaN(change.change().value())) {
      return "not comparable: the baselines differ";
    }
    String words = brief(change.verdict(), change.change());
    return switch (change.verdict()) {
      case EQUIVALENT -> words + " (" + within(margin) + ")";
      case UNSURE -> change.change().hasInterval()
          ? words + "; these runs could show a change of " + Format.percent(change.smallest()) + " or more"
          : words;
      default -> words;
    };
  }

  /** With its interval. */
  public static String times(Estimate ratio) {
    return Quantity.withInterval(times(ratio.value()), ratio);
  }

  public static String times(double ratio) {
    return Format.number(ratio, "×");
  }
}
