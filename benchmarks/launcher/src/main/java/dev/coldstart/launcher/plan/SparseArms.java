package dev.coldstart.launcher.plan;

import dev.coldstart.record.ArmKey;
import dev.coldstart.record.Manifest.Sparse;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Decides which arms are launched in every third block only. An arm that takes more than twice as long as its baseline,
 * with no other arm near it, needs only a few launches to be distinguished from all others, and each of its launches
 * costs the time of several others.
 */
public final class SparseArms {

  private static final double FACTOR = 2;
  private static final double APART = 1.25;
  private static final int EVERY = 3;

  /**
   * The fewest launches that a run must plan for a sparse arm. With fewer, its interval is too wide even for a large
   * ratio.
   */
  private static final int LEAST_LAUNCHES = 8;

  private SparseArms() {}

  /**
   * The rule for a plan. Null if the plan has too few blocks for it, or no warm-up to decide from.
   *
   * @param blocks the counted blocks of each fixture
   */
  public static Sparse rule(int warmupBlocks, int blocks) {
    boolean applies = warmupBlocks > 0 && blocks > EVERY * (LEAST_LAUNCHES - 1);
    return applies ? new Sparse(FACTOR, APART, EVERY, null) : null;
  }

  /**
   * Applies the rule.
   *
   * @param arms the arms of the run
   * @param warmupNs the shortest first response of each arm in the warm-up; lacks arms that gave none
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

  /**
   * The factor, at least 1, between the arm's time and that of the nearest other arm of its fixture. Infinite without
   * one.
   */
  private static double nearest(PlannedArm arm, Collection<PlannedArm> arms, Map<ArmKey, Long> warmupNs) {
    double ownNs = warmupNs.get(arm.key());
    return arms.stream()
        .filter(
            other -> !other.equals(arm) && other.control() == null && other.fixture().id().equals(arm.fixture().id()))
        .mapToDouble(other -> Math.max(ownNs / warmupNs.get(other.key()), warmupNs.get(other.key()) / ownNs))
        .min()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /**
   * The mean of the baseline's and its A/A arm's shortest launches, so that one late launch has little influence. NaN
   * if neither has any.
   */
  private static double baselineNs(PlannedArm arm, Collection<PlannedArm> arms, Map<ArmKey, Long> warmupNs) {
    return arms.stream()
        .filter(other -> other.isBaselineOrAa() && other.isBeside(arm))
        .mapToLong(other -> warmupNs.get(other.key()))
        .average()
        .orElse(Double.NaN);
  }
}
