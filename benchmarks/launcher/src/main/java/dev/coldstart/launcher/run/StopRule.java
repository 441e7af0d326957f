package dev.coldstart.launcher.run;

import java.util.Locale;

/** What ended the launches of a run; asked only at the end of a block. */
public enum StopRule {
  /** Every fixture has its blocks. */
  BLOCKS,
  /** The time is used up. */
  BUDGET,
  /** Somebody stopped it. */
  INTERRUPTED;

  /** The rule as the manifest names it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
