package dev.coldstart.launcher.run;

import java.util.Locale;

/** What ended the launches of a run; asked only at the end of a block. */
public enum StopRule {
  /** Every fixture has its blocks. */
  BLOCKS("every fixture has its blocks"),
  /** Every ratio is known as well as was asked for. */
  TARGET_CI("every ratio is known as well as was asked for"),
  /** The time is used up. */
  BUDGET("the time is used up"),
  /** Somebody stopped it. */
  INTERRUPTED("somebody stopped it");

  private final String text;

  StopRule(String text) {
    this.text = text;
  }

  /** The rule as the manifest names it. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The same in words. */
  public String text() {
    return text;
  }
}
