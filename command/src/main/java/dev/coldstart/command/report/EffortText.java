package dev.coldstart.command.report;

import dev.coldstart.stats.run.RunEffort;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run spent beside the launches that count, for the console. */
final class EffortText {

  private EffortText() {}

  /** @param conduct of a run older than the record of its blocks, of which nothing is said */
  static List<String> lines(RunEffort conduct) {
    List<String> lines = new ArrayList<>();
    if (!Double.isNaN(conduct.outsidePart())) {
      lines.add(String.format(Locale.ROOT, "time outside children: %.1f %% of the blocks' wall time",
          100 * conduct.outsidePart()));
    }
    if (conduct.isKnown()) {
      lines.add("blocks run again: " + conduct.againBlocks() + ", beside " + conduct.blocks() + " that stand");
    }
    return lines;
  }
}
