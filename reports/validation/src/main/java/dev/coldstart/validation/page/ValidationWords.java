package dev.coldstart.validation.page;

import dev.coldstart.record.text.Format;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.validation.estimate.Proportion;
import dev.coldstart.validation.estimate.Validation;
import dev.coldstart.validation.estimate.ValidationBar;

/** What was counted and found, in words. */
final class ValidationWords {

  private static final int RATIO_DECIMALS = 3;

  private ValidationWords() {}

  /** What is asked: {@code A/A comparisons that see a difference: at most 5 %}. */
  static String asked(ValidationBar bar) {
    return (bar.kind().atMost() ? "at most " : "at least ") + Format.percent(bar.bound());
  }

  static String counted(ValidationBar.Kind kind, Validation validation) {
    return switch (kind) {
      case FALSE_POSITIVES -> "A/A comparisons that see a difference where there is none";
      case FOUND -> "comparisons that find " + addedPart(validation);
      case COVERED -> "intervals of the delay that hold " + addedMs(validation);
    };
  }

  static String addedPart(Validation validation) {
    return "+" + Format.percent(validation.addedPart());
  }

  static String addedMs(Validation validation) {
    return "+" + Format.tick(validation.addedMs()) + "\u00a0ms";
  }

  /** {@code 97 of 100}. */
  static String seen(Proportion proportion) {
    return proportion.seen() + " of " + proportion.of();
  }

  static String percent(Proportion proportion) {
    return Format.percent(proportion.value());
  }

  /** {@code 91.5–99.4 %}. */
  static String interval(Proportion proportion) {
    Estimate part = proportion.estimate();
    return part.hasInterval() ? Format.tick(part.low() * 100) + "–" + Format.percent(part.high()) : "";
  }

  static String outcome(boolean met) {
    return met ? "met" : "not met";
  }

  /** As part of a sentence. */
  static String found(boolean met, boolean decided) {
    return outcome(met) + (decided ? "" : " as observed");
  }

  /** Said where more comparisons could say otherwise. */
  static String open(boolean decided) {
    return decided ? "" : "as observed; not decidable with this many";
  }

  /** To 1 in 1,000, where three digits would say 1.00 of all. */
  static String ratio(double value) {
    return Format.fixed(value, RATIO_DECIMALS);
  }

  /** Empty without one. */
  static String ratioInterval(Estimate ratio) {
    return ratio.hasInterval() ? ratio(ratio.low()) + "–" + ratio(ratio.high()) : "";
  }
}
