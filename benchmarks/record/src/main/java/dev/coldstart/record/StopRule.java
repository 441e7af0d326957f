package dev.coldstart.record;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The rule that ended the launches of a run, see {@link Manifest#stoppedBy()}. */
public enum StopRule {
  /** Every fixture has all its blocks. */
  BLOCKS,
  /** Every ratio is as precise as requested. */
  TARGET_CI,
  /** The time is used up. */
  BUDGET,
  INTERRUPTED,
  /** A merged run lacks shards of its plan. */
  PARTS;

  /** The rule's name in the manifest. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** @return empty for null, and for a rule of a later version */
  public static Optional<StopRule> of(String id) {
    return Stream.of(values()).filter(rule -> rule.id().equals(id)).findFirst();
  }

  /** Whether nothing remains to be launched after it. False for null, and for a rule of a later version. */
  public static boolean isComplete(String id) {
    return BLOCKS.id().equals(id) || TARGET_CI.id().equals(id);
  }
}
