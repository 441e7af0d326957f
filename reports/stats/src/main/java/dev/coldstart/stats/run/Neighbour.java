package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Holm;
import dev.coldstart.stats.estimate.Verdict.Band;
import java.util.List;
import java.util.stream.IntStream;

/**
 * An arm compared with the one before it in the order of typical times, whatever the profile and JDK of either: all
 * arms of a fixture are in the same blocks.
 *
 * @param before the arm with the next lower typical time
 * @param blocks that count for both
 * @param ratio arm / before, with its interval
 * @param p of any difference, two-sided, with Holm's correction for all neighbours of the run; NaN without an interval
 * @param toldApart whether there is a clear difference: the interval excludes 1 and p is at most 0.05; null if the run
 * is not trusted
 */
public record Neighbour(Arm arm, Arm before, int blocks, Estimate ratio, double p, Boolean toldApart) {

  /** Whether the run is trusted and shows no clear difference. */
  public boolean isOpen() {
    return Boolean.FALSE.equals(toldApart);
  }

  /**
   * One element for each arm that has one before it. Skips controls, arms without counted launches, and arms that share
   * the launches of another.
   *
   * @param arms in the summary's order
   * @param trusted false if a control failed: nothing is concluded then
   */
  static List<Neighbour> of(Machines machines, List<ArmSummary> arms, boolean trusted) {
    List<Arm> order = arms.stream()
        .filter(s -> s.n() > 0 && !s.arm().isControl() && s.arm().hasOwnLaunches())
        .map(ArmSummary::arm)
        .toList();
    List<Neighbour> measured = IntStream.range(1, order.size())
        .filter(i -> order.get(i).fixture().equals(order.get(i - 1).fixture()))
        .parallel()
        .mapToObj(i -> measured(machines.typical(order.get(i), order.get(i - 1)), order.get(i), order.get(i - 1)))
        .toList();
    double[] adjusted = Holm.adjusted(measured.stream().mapToDouble(Neighbour::p).toArray());
    return IntStream.range(0, adjusted.length).mapToObj(i -> measured.get(i).judged(adjusted[i], trusted)).toList();
  }

  private static Neighbour measured(LogRatio logRatio, Arm arm, Arm before) {
    double p = logRatio.estimate().hasInterval() ? Band.of(0).p(logRatio.error()) : Double.NaN;
    return new Neighbour(arm, before, logRatio.blocks(), logRatio.estimate().map(Math::exp), p, null);
  }

  private Neighbour judged(double adjustedP, boolean trusted) {
    // Every comparison with NaN is false: without an interval there is no clear difference.
    boolean apart = ratio.excludes(1) && adjustedP <= Estimate.ALPHA;
    return new Neighbour(arm, before, blocks, ratio, adjustedP, trusted ? Boolean.valueOf(apart) : null);
  }
}
