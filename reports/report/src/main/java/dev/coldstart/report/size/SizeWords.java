package dev.coldstart.report.size;

import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.text.PhaseWords;
import dev.coldstart.report.text.Quantity;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.size.SizeCost;

/** Texts about the cost of a module's size. */
final class SizeWords {

  private SizeWords() {}

  /** @param words null for the modules of no series */
  static String series(String words) {
    return words == null ? "all modules" : SafeText.brief(words);
  }

  static String phase(SizeCost cost) {
    return cost.isTotal() ? "all three" : PhaseWords.of(cost.phase());
  }

  /** A slope, and its interval in the same unit. */
  static Quantity perMb(Estimate ms) {
    return new Quantity(Format.signed(ms.value()), Quantity.signedInterval(ms));
  }

  static Quantity ms(Estimate ms) {
    return new Quantity(Format.number(ms.value()), Quantity.interval(ms));
  }

  /** How far the line holds, and how far off it is at the next size. */
  static String end(SizeCost cost) {
    if (!cost.hasLine()) {
      return Format.MISSING;
    }
    String end = "up to " + Quantity.size(cost.end().wasmBytes());
    if (cost.beyond() == null) {
      return end + ", the largest";
    }
    double ratio = cost.beyond().ms().value() / cost.lineMs(cost.beyond().wasmBytes());
    return end + "; at " + Quantity.size(cost.beyond().wasmBytes()) + ", "
        + (ratio > 0 ? Format.number(ratio, "×") + " what it predicts" : "it predicts no time at all");
  }

  /** In a sentence: {@code takes 31.0 ms more (30.2–32.1)}. */
  static String takes(Estimate msPerMb) {
    if (msPerMb.hasInterval() && !msPerMb.excludes(0)) {
      return "shows no clear growth (" + Quantity.signedInterval(msPerMb) + " ms)";
    }
    boolean less = msPerMb.value() < 0;
    Estimate size = less ? new Estimate(-msPerMb.value(), -msPerMb.high(), -msPerMb.low()) : msPerMb;
    return "takes " + Quantity.withInterval(Format.number(size.value(), "ms") + (less ? " less" : " more"), size);
  }
}
