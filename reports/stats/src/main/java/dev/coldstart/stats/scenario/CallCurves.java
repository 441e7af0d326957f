package dev.coldstart.stats.scenario;

import dev.coldstart.stats.estimate.BlockBootstrap;
import dev.coldstart.stats.estimate.Estimate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;

/** Reads the curve of an arm from cold to warm at a few calls. */
final class CallCurves {

  private static final int[] STEPS = {1, 2, 5};

  private CallCurves() {}

  static CallCurve of(CallTotals launches, BlockBootstrap bootstrap) {
    int calls = launches.calls(launches.byBlock().keySet());
    List<double[]> totals = launches.byBlock().keySet().stream().map(block -> launches.totalsNs(block, calls)).toList();
    List<CallCurve.At> at = new ArrayList<>();
    for (int call : shown(calls)) {
      Estimate latency = call == 1 ? Estimate.NONE : bootstrap.medianOf(launches.latenciesNs(call));
      double[] total = totals.stream().mapToDouble(of -> of[call - 1]).toArray();
      at.add(new CallCurve.At(call, latency, bootstrap.medianOf(total), Mean.of(total).getAsDouble()));
    }
    return new CallCurve(launches.arm(), launches.byBlock().size(), launches.setAside(), calls, List.copyOf(at));
  }

  /** 1, 2, 3, 5, 10, 20, 50, ... and the last: even on a logarithmic axis, closer where the first calls differ most. */
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
