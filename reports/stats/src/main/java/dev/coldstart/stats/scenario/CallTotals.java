package dev.coldstart.stats.scenario;

import dev.coldstart.record.Arm;
import dev.coldstart.record.WarmLaunch;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The counted cold-to-warm launches of one arm, one per block.
 *
 * @param byBlock sorted, so that a seed gives the same interval whatever the order in the file
 */
record CallTotals(Arm arm, Map<Integer, WarmLaunch> byBlock, Excluded setAside) {

  static CallTotals of(Arm arm, Collection<WarmLaunch> launches) {
    Map<Integer, WarmLaunch> byBlock = new TreeMap<>();
    launches.stream().filter(WarmLaunch::valid).forEach(launch -> byBlock.put(launch.block(), launch));
    return new CallTotals(arm, byBlock, Excluded.of(launches));
  }

  /** The number of calls that each launch of these blocks made, including the first; 0 without launches. */
  int calls(Collection<Integer> blocks) {
    return blocks.stream()
        .map(byBlock::get)
        .filter(Objects::nonNull)
        .mapToInt(launch -> 1 + launch.callNs().length)
        .min()
        .orElse(0);
  }

  /**
   * Time of one call alone in each block, in ns.
   *
   * @param call from 2
   */
  double[] latenciesNs(int call) {
    return byBlock.values().stream().mapToDouble(launch -> launch.callNs()[call - 2]).toArray();
  }

  /** Times from the spawn to the end of call 1, 2, ... in a block, in ns. */
  double[] totalsNs(int block, int calls) {
    WarmLaunch launch = byBlock.get(block);
    double[] totals = new double[calls];
    totals[0] = launch.firstResponseNs();
    for (int call = 1; call < calls; call++) {
      totals[call] = totals[call - 1] + launch.callNs()[call - 1];
    }
    return totals;
  }
}
