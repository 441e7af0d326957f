package dev.coldstart.report.noise;

import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Manifest.Spawn;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import dev.coldstart.report.run.CommandLines;
import dev.coldstart.report.run.InvalidLaunches;
import dev.coldstart.report.run.RunView;
import dev.coldstart.report.text.Fact;
import dev.coldstart.report.text.RunFacts;
import dev.coldstart.stats.run.RunEffort;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What the run knows of its own noise.
 *
 * @param conduct how it went, as facts
 * @param spawns what starting a trivial program costs; empty when it was not measured
 * @param commands the controls' command lines
 */
public record Noise(ControlTable controls, AaPlot same, GuardStrips guards, RetriedBlocks again,
    InvalidLaunches invalid, List<Fact> conduct, List<SpawnRow> spawns, List<CommandLines> commands) {

  record SpawnRow(String mechanism, String medianMs, int n, String used) {}

  public static Noise of(RunView view) {
    Manifest manifest = view.run().manifest();
    return new Noise(ControlTable.of(view), AaPlot.of(view), GuardStrips.of(view), RetriedBlocks.of(view),
        InvalidLaunches.of(view),
        List.of(Fact.of("Wall time in which no child lived", outsideChildren(view.summary().effort())),
            Fact.of("Gone on after a cut", resumed(manifest.resumedAt())),
            Fact.of("Frequency governor", governors(view.summary().effort()))),
        manifest.spawns() == null ? List.of() : manifest.spawns().stream().map(Noise::row).toList(),
        CommandLines.of(view, view.controls().stream()));
  }

  /** Null when no block says. */
  private static String outsideChildren(RunEffort conduct) {
    return Double.isNaN(conduct.outsidePart())
        ? null
        : Format.percent(conduct.outsidePart()) + " of " + Format.time(conduct.wallNs());
  }

  private static String resumed(List<Instant> at) {
    return at == null || at.isEmpty()
        ? "no"
        : Format.count(at.size(), "time: ", "times: ")
            + at.stream().map(RunFacts::date).collect(Collectors.joining(", "));
  }

  /** Null where the platform does not tell; more than one is a change under way. */
  private static String governors(RunEffort conduct) {
    return conduct.worst() == null ? null : conduct.worst().governor();
  }

  private static SpawnRow row(Spawn spawn) {
    return new SpawnRow(SafeText.brief(spawn.mechanism()), Format.number(spawn.medianNs() / Format.NS_PER_MS),
        spawn.n(), spawn.used() ? "yes" : "no");
  }

  /**
   * Blocks that were run a second time, in their order.
   *
   * @param found how many, in words
   * @param more what the table leaves out, in words; empty when that is nothing
   */
  record RetriedBlocks(String found, List<Row> rows, String more) {

    private static final int MOST_ROWS = 20;

    record Row(String fixture, int block, String reason) {}

    public static RetriedBlocks of(RunView view) {
      List<BlockEnd> blocks = view.run().blocks();
      List<BlockEnd> again = blocks.stream().filter(block -> block.again() != null).toList();
      List<Row> rows = again.stream()
          .limit(MOST_ROWS)
          .map(block -> new Row(view.title(block.fixture()), block.block(), SafeText.brief(block.again())))
          .toList();
      int left = again.size() - rows.size();
      String more = left == 0 ? "" : Format.count(left, "block", "blocks") + " more: blocks.jsonl has them.";
      return new RetriedBlocks(found(blocks.size(), again.size()), rows, more);
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
