package dev.coldstart.report;

import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.text.Format;
import dev.coldstart.record.text.SafeText;
import java.util.List;

/**
 * Blocks that were run a second time, in their order.
 *
 * @param found how many, in words
 * @param more what the table leaves out, in words; empty when that is nothing
 */
record BlocksAgain(String found, List<Row> rows, String more) {

  private static final int MOST_ROWS = 20;

  record Row(String fixture, int block, String reason) {}

  static BlocksAgain of(RunView view) {
    List<BlockEnd> blocks = view.run().blocks();
    List<BlockEnd> again = blocks.stream().filter(block -> block.again() != null).toList();
    List<Row> rows = again.stream()
        .limit(MOST_ROWS)
        .map(block -> new Row(view.title(block.fixture()), block.block(), SafeText.brief(block.again())))
        .toList();
    int left = again.size() - rows.size();
    String more = left == 0 ? "" : Format.count(left, "block", "blocks") + " more: blocks.jsonl has them.";
    return new BlocksAgain(found(blocks.size(), again.size()), rows, more);
  }

  private static String found(int blocks, int again) {
    if (blocks == 0) {
      return "n/a: this run's folder does not say how its blocks ended. It is older than that, or no block did.";
    }
    return again == 0
        ? "No block was run again."
        : Format.count(again, "block was", "blocks were") + " run again, of " + blocks + " that were run to their end.";
  }
}
