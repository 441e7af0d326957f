package dev.coldstart.stats.scenario;

import dev.coldstart.record.Arm;
import dev.coldstart.stats.estimate.BlockBootstrap;
import dev.coldstart.stats.estimate.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;

/**
 * How an arm goes from cold to warm: the times of the first, the second and the k-th call in one JVM.
 *
 * @param n counted launches
 * @param calls number of calls that each launch made, including the first response; the smallest number, so that no
 * value is based on the fast launches alone; 0 without counted launches
 * @param at some of the calls in order, including the first and the last; empty without counted launches
 */
public record CallCurve(Arm arm, int n, Excluded setAside, int calls, List<At> at) implements ScenarioSummary.OfArm {

  /**
   * Statistics over launches, in ns.
   *
   * @param call number of the call, from 1
   * @param latencyNs median time of this call alone; NaN for the first, whose time is part of the first response
   * @param totalNs median time from the spawn to this call's end
   * @param meanTotalNs mean of the same, which break-evens are based on
   */
  public record At(int call, Estimate latencyNs, Estimate totalNs, double meanTotalNs) {}

  private static final int[] STEPS = {1, 2, 5};

  static CallCurve of(CallTotals launches, BlockBootstrap bootstrap) {
    int calls = launches.calls(launches.byBlock().keySet());
    List<double[]> totals = launches.byBlock().keySet().stream().map(block -> launches.totalsNs(block, calls)).toList();
    List<At> at = new ArrayList<>();
    for (int call : shown(calls)) {
      Estimate latency = call == 1 ? Estimate.NONE : bootstrap.medianOf(launches.latenciesNs(call));
      double[] total = totals.stream().mapToDouble(of -> of[call - 1]).toArray();
      at.add(new At(call, latency, bootstrap.medianOf(total), Mean.of(total).getAsDouble()));
    }
    return new CallCurve(launches.arm(), launches.byBlock().size(), launches.setAside(), calls, List.copyOf(at));
  }

  /** 1, 2, 3, 5, 10, 20, 50, ... and the last: even on a logarithmic axis, denser where the first calls differ most. */
  static List<Integer> shown(int calls) {
    List<Integer> shown = new ArrayList<>();
    for (int power = 1; power <= calls && power <= 100_000_000; power *= 10) {
      int[] steps = power == 1 ? new int[] {1, 2, 3, 5} : STEPS;
      int times = power;
      Arrays.stream(steps).map(step -> step * times).filter(call -> call < calls).forEach(shown::add);
    }
    if (calls > 0) {
      shown.add(calls);
    }
    return shown;
  }
}
