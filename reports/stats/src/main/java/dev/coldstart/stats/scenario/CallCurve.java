package dev.coldstart.stats.scenario;

import dev.coldstart.record.Arm;
import dev.coldstart.stats.estimate.Estimate;
import java.util.List;

/**
 * How an arm goes from cold to warm: what the first, the second and the k-th call in one JVM take.
 *
 * @param n launches that count
 * @param calls how many calls each of them made, the first response included; the fewest of them, so that no figure is
 * of the fast launches alone; 0 where none counts
 * @param at some of the calls in order, the first and the last among them; empty where no launch counts
 */
public record CallCurve(Arm arm, int n, Excluded setAside, int calls, List<At> at) {

  /**
   * All over launches, in ns.
   *
   * @param call number of the call, from 1
   * @param latencyNs median time of this call alone; NaN of the first, whose time is inside the first response
   * @param totalNs median time from the spawn to this call's end
   * @param meanTotalNs the mean of the same, which break-evens are taken from
   */
  public record At(int call, Estimate latencyNs, Estimate totalNs, double meanTotalNs) {}
}
