package dev.coldstart.launcher.plan;

import dev.coldstart.record.ArmKey;
import dev.coldstart.record.Manifest.Sparse;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Which arms are launched in every third block only. An arm that takes 6 times as long as its baseline is told from it
 * by a few launches, and each of them takes the time of 6 others.
 */
public final class SparseArms {

  private static final double FACTOR = 6;
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
    return applies ? new Sparse(FACTOR, EVERY, null) : null;
  }

  /**
   * Applies the rule.
   *
   * @param arms of the run
   * @param warmupNs first response of each arm in the warm-up; without arms that gave none
   */
  public static Sparse decided(Sparse rule, Collection<PlannedArm> arms, Map<ArmKey, Long> warmupNs) {
    List<ArmKey> sparse = arms.stream()
        .filter(arm -> arm.isCompared() && warmupNs.containsKey(arm.key()))
        .filter(arm -> arms.stream()
            .filter(other -> other.isBaseline() && other.isBeside(arm) && warmupNs.containsKey(other.key()))
            .anyMatch(baseline -> warmupNs.get(arm.key()) > rule.factor() * warmupNs.get(baseline.key())))
        .map(PlannedArm::key)
        .toList();
    return new Sparse(rule.factor(), rule.every(), sparse);
  }
}
