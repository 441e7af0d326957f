package dev.coldstart.stats.run;

import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.LaunchField;
import dev.coldstart.record.Launches;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The launches of two arms in the blocks in which both count, in the blocks' order, so that a seed gives the same
 * interval however the file is ordered.
 *
 * @param armAt place in {@code arm} of the launch of each such block
 * @param otherAt the same of {@code other}
 */
record BlockMatch(Launches arm, Launches other, int[] armAt, int[] otherAt) {

  /** A block's number stands above, a launch's place below. */
  private static final int PLACE_BITS = Integer.SIZE;

  static BlockMatch of(ArmLaunches arm, ArmLaunches other) {
    Launches armCounted = arm.counted();
    Launches otherCounted = other.counted();
    long[] armKeys = byBlock(armCounted);
    long[] otherKeys = byBlock(otherCounted);
    int[] armAt = new int[Math.min(armKeys.length, otherKeys.length)];
    int[] otherAt = new int[armAt.length];
    int blocks = 0;
    for (int i = 0, j = 0; i < armKeys.length && j < otherKeys.length;) {
      int order = Integer.compare(block(armKeys[i]), block(otherKeys[j]));
      if (order == 0) {
        armAt[blocks] = (int) armKeys[i];
        otherAt[blocks] = (int) otherKeys[j];
        blocks++;
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return new BlockMatch(armCounted, otherCounted, Arrays.copyOf(armAt, blocks), Arrays.copyOf(otherAt, blocks));
  }

  int blocks() {
    return armAt.length;
  }

  /** The arm's value in the i-th block; NaN where it is absent. */
  double armValue(int i, LaunchField field) {
    return arm.value(armAt[i], field);
  }

  double otherValue(int i, LaunchField field) {
    return other.value(otherAt[i], field);
  }

  private static long[] byBlock(Launches launches) {
    return IntStream.range(0, launches.size())
        .mapToLong(i -> (long) launches.block(i) << PLACE_BITS | i)
        .sorted()
        .toArray();
  }

  private static int block(long key) {
    return (int) (key >> PLACE_BITS);
  }
}
