package dev.coldstart.record;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** What ended the launches of a run, {@link Manifest#stoppedBy()}. */
public enum StopRule {
  /** Every fixture has its blocks. */
  BLOCKS,
  /** Every ratio is as precise as was asked for. */
  TARGET_CI,
  /** The time is used up. */
  BUDGET,
  INTERRUPTED;

  /** The rule as the manifest names it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** @return empty for null, and for the word of a later version */
  public static Optional<StopRule> of(String id) {
    return Stream.of(values()).filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** Whether nothing is left to launch after it; false for null, and for the word of a later version. */
  public static boolean isComplete(String id) {
    return BLOCKS.id().equals(id) || TARGET_CI.id().equals(id);
  }
}
