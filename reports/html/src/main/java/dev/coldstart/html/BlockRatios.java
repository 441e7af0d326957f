package dev.coldstart.html;

import dev.coldstart.results.Arm;
import dev.coldstart.results.Launch;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many times as long an arm took as its baseline, block by block. */
final class BlockRatios {

  private BlockRatios() {}

  /** Over the blocks in which both have a launch that counts, in their order; empty without a baseline. */
  static List<Double> of(RunView view, Arm arm) {
    Map<Integer, Long> baseline = view.baselineOf(arm).map(found -> byBlock(view, found)).orElse(Map.of());
    return byBlock(view, arm).entrySet().stream()
        .filter(block -> baseline.containsKey(block.getKey()))
        .map(block -> (double) block.getValue() / baseline.get(block.getKey()))
        .toList();
  }

  private static Map<Integer, Long> byBlock(RunView view, Arm arm) {
    Map<Integer, Long> byBlock = new TreeMap<>();
    for (Launch launch : view.countedOf(arm)) {
      byBlock.put(launch.block(), launch.firstResponseNs());
    }
    return byBlock;
  }
}
