package dev.coldstart.launcher.run;

import dev.coldstart.results.BlockEnd;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run spent beside its launches, for the console. */
final class EffortText {

  private EffortText() {}

  /** @param blocks none in a run older than their file, of which nothing is said */
  static List<String> lines(List<BlockEnd> blocks) {
    List<String> lines = new ArrayList<>();
    long wallNs = blocks.stream().mapToLong(BlockEnd::wallNs).sum();
    long childrenNs = blocks.stream().mapToLong(BlockEnd::childrenNs).sum();
    if (wallNs > 0) {
      double part = (double) (wallNs - childrenNs) / wallNs;
      lines.add(String.format(Locale.ROOT, "time outside children: %.1f %% of the launches' wall time", 100 * part));
    }
    long again = blocks.stream().filter(block -> block.again() != null).count();
    if (!blocks.isEmpty()) {
      lines.add("blocks run again: " + again + " of " + blocks.size());
    }
    return lines;
  }
}
