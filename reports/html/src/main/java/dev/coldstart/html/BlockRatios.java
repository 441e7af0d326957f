package dev.coldstart.html;

import dev.coldstart.results.Arm;
import dev.coldstart.results.Launch;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many times as long a control took as the arm that it repeats, block by block. */
final class BlockRatios {

  private BlockRatios() {}

  /** Over the blocks in which both have a launch that counts, in their order. */
  static List<Double> of(RunView view, Arm control) {
    Map<Integer, Long> repeated = view.repeatedBy(control).map(found -> byBlock(view, found)).orElse(Map.of());
    return byBlock(view, control).entrySet().stream()
        .filter(block -> repeated.containsKey(block.getKey()))
        .map(block -> (double) block.getValue() / repeated.get(block.getKey()))
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
