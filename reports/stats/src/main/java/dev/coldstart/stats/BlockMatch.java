package dev.coldstart.stats;

import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The launches of two arms in the blocks in which both count, in the blocks' order, so that a seed gives the same
 * interval however the file is ordered.
 *
 * @param arm element i of both is of the same block
 */
record BlockMatch(List<Launch> arm, List<Launch> other) {

  static BlockMatch of(ArmLaunches arm, ArmLaunches other) {
    List<Launch> ofArm = byBlock(arm);
    List<Launch> ofOther = byBlock(other);
    BlockMatch match = new BlockMatch(new ArrayList<>(), new ArrayList<>());
    for (int i = 0, j = 0; i < ofArm.size() && j < ofOther.size();) {
      int order = Integer.compare(ofArm.get(i).block(), ofOther.get(j).block());
      if (order == 0) {
        match.arm.add(ofArm.get(i));
        match.other.add(ofOther.get(j));
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return match;
  }

  int blocks() {
    return arm.size();
  }

  private static List<Launch> byBlock(ArmLaunches launches) {
    return launches.counted().stream().sorted(Comparator.comparingInt(Launch::block)).toList();
  }
}
