package dev.coldstart.report.noise;

import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.text.Format;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.RunFacts.Fact;
import dev.coldstart.report.text.RunFacts;
import dev.coldstart.stats.run.RunEffort;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;

/** What the run knows of its own noise. */
public record Noise(RunView view) {

  /** How the run went. */
  List<Fact> conduct() {
    RunEffort conduct = view.summary().effort();
    String outside = Double.isNaN(conduct.outsidePart())
        ? null
        : Format.percent(conduct.outsidePart()) + " of " + Format.time(conduct.wallNs());
    List<Instant> resumed = Objects.requireNonNullElse(view.run().manifest().resumedAt(), List.of());
    // The governor is null where the platform does not tell; more than one is a change under way.
    return List.of(Fact.of("Wall time in which no child lived", outside),
        Fact.of("Gone on after a cut",
            resumed.isEmpty()
                ? "no"
                : Format.count(resumed.size(), "time: ", "times: ")
                    + resumed.stream().map(RunFacts::date).collect(Collectors.joining(", "))),
        Fact.of("Frequency governor", conduct.worst() == null ? null : conduct.worst().governor()));
  }

  /** What starting a trivial program costs; empty when it was not measured. */
  List<Manifest.Spawn> spawns() {
    return Objects.requireNonNullElse(view.run().manifest().spawns(), List.of());
  }

  /**
   * Blocks that were run a second time, in their order.
   *
   * @param found how many, in words
   * @param shown the first of them
   * @param more what is left out, in words; empty when that is nothing
   */
  record RetriedBlocks(String found, List<BlockEnd> shown, String more) {

    private static final int MOST = 20;

    static RetriedBlocks of(List<BlockEnd> blocks) {
      List<BlockEnd> again = blocks.stream().filter(block -> block.again() != null).toList();
      int left = again.size() - MOST;
      return new RetriedBlocks(found(blocks.size(), again.size()), again.stream().limit(MOST).toList(),
          left <= 0 ? "" : Format.count(left, "block", "blocks") + " more: blocks.jsonl has them.");
    }

    private static String found(int blocks, int again) {
      if (blocks == 0) {
        return "n/a: this run's folder does not say how its blocks ended. It is older than that, or no block did.";
      }
      return again == 0
          ? "No block was run again."
          : Format.count(again, "block was", "blocks were") + " run again, of " + blocks
              + " that were run to their end.";
    }
  }
}
