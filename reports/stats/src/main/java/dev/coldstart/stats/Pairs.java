package dev.coldstart.stats;

import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.LaunchField;
import dev.coldstart.record.text.Format;
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
    return of(arm, other, LaunchField.FIRST_RESPONSE_NS);
  }

  /** @param ns what is compared; a block in which either has none is left out */
  static Pairs of(ArmLaunches arm, ArmLaunches other, LaunchField ns) {
    BlockMatch match = BlockMatch.of(arm, other);
    // What is not positive has no ratio; of a phase, the run's reader has warned.
    int[] both = IntStream.range(0, match.blocks())
        .filter(i -> match.armValue(i, ns) > 0 && match.otherValue(i, ns) > 0)
        .toArray();
    return new Pairs(IntStream.of(both).mapToDouble(i -> match.armValue(i, ns) / Format.NS_PER_MS).toArray(),
        IntStream.of(both).mapToDouble(i -> match.otherValue(i, ns) / Format.NS_PER_MS).toArray());
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
