package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.text.Format;
import dev.coldstart.stats.estimate.Estimate;

/** Estimates and names as sentences carry them. */
public final class Wording {

  private static final int DECIMALS = 3;

  private Wording() {}

  static String interval(Estimate estimate) {
    String value = Format.upTo(DECIMALS, estimate.value());
    // Behind a minus sign, a dash would be read as another.
    String to = estimate.low() < 0 ? " to " : "-";
    return estimate.hasInterval()
        ? value + " (" + Format.upTo(DECIMALS, estimate.low()) + to + Format.upTo(DECIMALS, estimate.high()) + ")"
        : value;
  }

  static String percent(double part) {
    return Format.upTo(1, part * 100) + " %";
  }

  /** Of one arm of a run; its id is the same for every fixture. */
  static String name(Arm arm) {
    return arm.arm() + " of " + arm.fixture();
  }
}
