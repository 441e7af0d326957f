package dev.coldstart.report;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Launch;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many times as long a control took as the arm that it repeats, block by block. */
final class BlockRatios {

  private BlockRatios() {}

  /** Over the blocks in which both have a launch that counts, in their order. */
  static List<Double> of(RunView view, Arm control) {
    Map<Integer, Double> repeated = view.repeatedBy(control).map(found -> byBlock(view, found)).orElse(Map.of());
    return byBlock(view, control).entrySet()
        .stream()
        .filter(block -> repeated.containsKey(block.getKey()))
        .map(block -> block.getValue() / repeated.get(block.getKey()))
        .toList();
  }

  private static Map<Integer, Double> byBlock(RunView view, Arm arm) {
    Map<Integer, Double> byBlock = new TreeMap<>();
    view.launchesOf(arm)
        .counted()
        .forEach(launch -> byBlock.put(launch.block(), launch.value(Launch::firstResponseNs)));
    return byBlock;
  }
}
