package dev.coldstart.stats;

import dev.coldstart.results.ArmLaunches;
import dev.coldstart.results.Launch;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Two arms' times in the blocks in which both count, in the blocks' order. A block's launches ran within seconds of
 * each other, so what the machine did to all of them is in both.
 *
 * @param armMs element i of both is of the same block
 */
record Pairs(double[] armMs, double[] otherMs) {

  static final Pairs NONE = new Pairs(new double[0], new double[0]);

  private static final double NS_PER_MS = 1e6;

  static Pairs ofFirstResponses(ArmLaunches arm, ArmLaunches other) {
    return of(arm, other, Launch::firstResponseNs);
  }

  /** @param ns what is compared; null where a launch has none */
  static Pairs of(ArmLaunches arm, ArmLaunches other, Function<Launch, Long> ns) {
    Map<Integer, Long> armNs = byBlock(arm, ns);
    Map<Integer, Long> otherNs = byBlock(other, ns);
    armNs.keySet().retainAll(otherNs.keySet());
    otherNs.keySet().retainAll(armNs.keySet());
    return new Pairs(ms(armNs), ms(otherNs));
  }

  int blocks() {
    return armMs.length;
  }

  double[] logRatios() {
    double[] logs = new double[armMs.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.log(armMs[i] / otherMs[i]);
    }
    return logs;
  }

  double[] differencesMs() {
    double[] differences = new double[armMs.length];
    for (int i = 0; i < differences.length; i++) {
      differences[i] = armMs[i] - otherMs[i];
    }
    return differences;
  }

  /** Sorted, so that a seed gives the same interval however the file is ordered. */
  private static Map<Integer, Long> byBlock(ArmLaunches arm, Function<Launch, Long> ns) {
    Map<Integer, Long> byBlock = new TreeMap<>();
    for (Launch launch : arm.counted()) {
      Long value = ns.apply(launch);
      // What is not positive has no ratio; of a phase, the run's reader has warned.
      if (value != null && value > 0) {
        byBlock.put(launch.block(), value);
      }
    }
    return byBlock;
  }

  private static double[] ms(Map<Integer, Long> byBlock) {
    return byBlock.values().stream().mapToDouble(ns -> ns / NS_PER_MS).toArray();
  }
}
