package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.RunData;
import dev.coldstart.stats.estimate.Bootstrap;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Holm;
import dev.coldstart.stats.estimate.StudentT;
import dev.coldstart.stats.estimate.Verdict;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Says of arms that stand next to each other in the order of first responses whether the run tells them apart. */
final class Neighbours {

  /** What is known before the others make of its p what Holm asks. */
  private record Measured(Arm arm, Arm before, int blocks, Estimate ratio, double p) {}

  private final Map<Arm, ArmLaunches> launches = new HashMap<>();
  private final Bootstrap bootstrap;
  private final boolean trusted;

  private Neighbours(RunData run, Bootstrap bootstrap, boolean trusted) {
    run.arms().forEach(arm -> launches.put(arm.arm(), arm));
    this.bootstrap = bootstrap;
    this.trusted = trusted;
  }

  /**
   * One element for each arm that has one before it; without controls and arms without launches that count.
   *
   * @param arms in the summary's order
   * @param trusted false when a control failed: nothing is then said
   */
  static List<Neighbour> of(RunData run, List<ArmSummary> arms, Bootstrap bootstrap, boolean trusted) {
    return new Neighbours(run, bootstrap, trusted).all(arms);
  }

  private List<Neighbour> all(List<ArmSummary> arms) {
    List<Arm> order = arms.stream().filter(s -> s.n() > 0 && !s.arm().isControl()).map(ArmSummary::arm).toList();
    List<Measured> measured = IntStream.range(1, order.size())
        .filter(i -> order.get(i).fixture().equals(order.get(i - 1).fixture()))
        .parallel()
        .mapToObj(i -> measured(order.get(i), order.get(i - 1)))
        .toList();
    double[] adjusted = Holm.adjusted(measured.stream().mapToDouble(Measured::p).toArray());
    List<Neighbour> neighbours = new ArrayList<>();
    for (int i = 0; i < adjusted.length; i++) {
      neighbours.add(neighbour(measured.get(i), adjusted[i]));
    }
    return List.copyOf(neighbours);
  }

  private Measured measured(Arm arm, Arm before) {
    double[] logs = Pairs.ofFirstResponses(launches.get(arm), launches.get(before)).logRatios();
    Estimate ratio = bootstrap.ratioOf(logs);
    return new Measured(arm, before, logs.length, ratio,
        ratio.hasInterval() ? Comparisons.p(StudentT.of(logs), 0) : Double.NaN);
  }

  private Neighbour neighbour(Measured m, double p) {
    // Each comparison with NaN is false: without an interval nothing is told apart.
    boolean apart = (m.ratio().low() > 1 || m.ratio().high() < 1) && p <= Verdict.ALPHA;
    return new Neighbour(m.arm(), m.before(), m.blocks(), m.ratio(), p, trusted ? Boolean.valueOf(apart) : null);
  }
}
