package dev.coldstart.stats;

import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.text.Format;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * Two arms' times in the blocks in which both count, in the blocks' order. A block's launches ran within seconds of
 * each other, so what the machine did to all of them is in both.
 *
 * @param armMs element i of both is of the same block
 */
record Pairs(double[] armMs, double[] otherMs) {

  static final Pairs NONE = new Pairs(new double[0], new double[0]);

  static Pairs ofFirstResponses(ArmLaunches arm, ArmLaunches other) {
    return of(arm, other, Launch::firstResponseNs);
  }

  /** @param ns what is compared; a block in which either has none is left out */
  static Pairs of(ArmLaunches arm, ArmLaunches other, Function<Launch, Long> ns) {
    BlockMatch match = BlockMatch.of(arm, other);
    // What is not positive has no ratio; of a phase, the run's reader has warned.
    int[] both = IntStream.range(0, match.blocks())
        .filter(i -> match.arm().get(i).value(ns) > 0 && match.other().get(i).value(ns) > 0)
        .toArray();
    return new Pairs(IntStream.of(both).mapToDouble(i -> match.arm().get(i).value(ns) / Format.NS_PER_MS).toArray(),
        IntStream.of(both).mapToDouble(i -> match.other().get(i).value(ns) / Format.NS_PER_MS).toArray());
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
}
