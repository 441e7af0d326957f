package dev.coldstart.launcher.plan;

import dev.coldstart.record.ArmKey;
import dev.coldstart.record.Manifest.Sparse;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Which arms are launched in every third block only. An arm that takes twice as long as its baseline, and has no other
 * near it, is told from all of them by a few launches, and each of these takes the time of several others.
 */
public final class SparseArms {

  private static final double FACTOR = 2;
  private static final double APART = 1.25;
  private static final int EVERY = 3;

  /** So many launches of a sparse arm a run must plan: with fewer its interval is too wide even for a large ratio. */
  private static final int LEAST_LAUNCHES = 8;

  private SparseArms() {}

  /**
   * The rule of a plan; null where it has too few blocks for it, or no warm-up to go by.
   *
   * @param blocks counted blocks of each fixture
   */
  public static Sparse rule(int warmupBlocks, int blocks) {
    boolean applies = warmupBlocks > 0 && blocks > EVERY * (LEAST_LAUNCHES - 1);
    return applies ? new Sparse(FACTOR, APART, EVERY, null) : null;
  }

  /**
   * Applies the rule.
   *
   * @param arms of the run
   * @param warmupNs shortest first response of each arm in the warm-up; without arms that gave none
   */
  public static Sparse decided(Sparse rule, Collection<PlannedArm> arms, Map<ArmKey, Long> warmupNs) {
    List<PlannedArm> known = arms.stream().filter(arm -> warmupNs.containsKey(arm.key())).toList();
    List<ArmKey> sparse = known.stream()
        .filter(PlannedArm::isCompared)
        .filter(arm -> warmupNs.get(arm.key()) > rule.factor() * baselineNs(arm, known, warmupNs))
        .filter(arm -> nearest(arm, known, warmupNs) > rule.apart())
        .map(PlannedArm::key)
        .toList();
    return new Sparse(rule.factor(), rule.apart(), rule.every(), sparse);
  }

  /** How many times as long as the arm, or as short, the nearest other of its fixture took; infinite without one. */
  private static double nearest(PlannedArm arm, Collection<PlannedArm> arms, Map<ArmKey, Long> warmupNs) {
    double ownNs = warmupNs.get(arm.key());
    return arms.stream()
        .filter(other -> !other.equals(arm) && other.control() == null && other.fixture().equals(arm.fixture()))
        .mapToDouble(other -> Math.max(ownNs / warmupNs.get(other.key()), warmupNs.get(other.key()) / ownNs))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /** The mean of its shortest launch and of the A/A arm's, so that one that was late decides little; NaN of none. */
  private static double baselineNs(PlannedArm arm, Collection<PlannedArm> arms, Map<ArmKey, Long> warmupNs) {
    return arms.stream()
        .filter(other -> other.isBaselineOrAa() && other.isBeside(arm))
        .mapToLong(other -> warmupNs.get(other.key()))
        .average()
        .orElse(Double.NaN);
  }
}
