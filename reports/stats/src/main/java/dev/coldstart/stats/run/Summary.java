package dev.coldstart.stats.run;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmKey;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.RunData;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.HodgesLehmann;
import dev.coldstart.stats.scenario.ScenarioSummary;
import dev.coldstart.stats.size.SizeCost;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * All results of a run.
 *
 * @param margin the declared margin of the verdicts, as a fraction of 1: 0.02 is 2 %
 * @param status how far the run can be trusted
 * @param statusReasons why it is not sound; empty if it is
 * @param controls results of the run's self-checks
 * @param noise the ratio of the same command to itself, over the blocks of all A/A arms together, with its interval: 1
 * but for chance; NaN if there is none
 * @param arms by fixture in the manifest's order, then by typical time, including controls; arms that did not run are
 * last
 * @param jmhBias the first execution of each phase compared with that in JMH's forks, by fixture, configuration and
 * phase
 * @param effort how the run went
 * @param scenarios results of the questions beyond the headline
 * @param sizes how the cost grows with the module, by arm in the manifest's order
 * @param warnings facts that a reader of the numbers must know
 * @param neighbours by fixture, in the order of typical times
 * @param excesses each arm's cost above its baseline, in the manifest's order
 * @param settings the effects of settings within a runtime, in the manifest's order
 * @param machines the machines of a run that was measured on several. Ratios and verdicts are of all of them; times,
 * scenarios and JMH's results are of the first
 */
public record Summary(double margin, RunStatus status, List<Doubt> statusReasons, List<ControlResult> controls,
    Estimate noise, List<ArmSummary> arms, List<JmhBias> jmhBias, RunEffort effort, ScenarioSummary scenarios,
    List<SizeCost> sizes, List<Warning> warnings, List<Neighbour> neighbours, List<Overhead> excesses,
    List<SettingEffect> settings, MachineResult.All machines) {

  /** The default margin: a smaller difference is not relevant. */
  public static final double MARGIN = 0.02;

  /** Of one machine. */
  public Summary(double margin, RunStatus status, List<Doubt> statusReasons, List<ControlResult> controls,
      Estimate noise, List<ArmSummary> arms, List<JmhBias> jmhBias, RunEffort effort, ScenarioSummary scenarios,
      List<SizeCost> sizes, List<Warning> warnings, List<Neighbour> neighbours, List<Overhead> excesses,
      List<SettingEffect> settings) {
    this(margin, status, statusReasons, controls, noise, arms, jmhBias, effort, scenarios, sizes, warnings, neighbours,
        excesses, settings, MachineResult.All.NONE);
  }

  public static Summary of(RunData run) {
    return of(run, MARGIN);
  }

  /** @param margin of the verdicts, as a fraction of 1 */
  public static Summary of(RunData run, double margin) {
    Machines machines = Machines.of(run);
    RunData first = machines.first();
    List<ControlResult> controls = ControlResult.of(run);
    List<Doubt> doubts = Doubt.of(machines, controls);
    RunStatus status = RunStatus.of(doubts);
    List<Comparison> comparisons = Comparison.of(machines, margin, status.isTrusted());
    References references = new References(first);
    // The boots of several machines are of several populations.
    Map<ArmKey, Estimate> pooled = machines.areSeveral() ? Map.of() : PooledBoot.of(run);
    // In the manifest's order.
    List<ArmSummary> arms = IntStream.range(0, comparisons.size()).parallel().mapToObj(i -> {
      ArmLaunches arm = run.arms().get(i);
      return ArmSummary.of(arm, first.arms().get(i), references.of(arm.arm()).orElse(null), comparisons.get(i),
          pooled.getOrDefault(arm.arm().key(), Estimate.NONE));
    }).toList();
    List<ArmSummary> sorted = sorted(arms, run.manifest());
    RunEffort effort = RunEffort.of(run);
    // The same command has the ratio 1 on every machine, so all blocks may be pooled.
    double[] noise = new References(run).each(Arm::isAa, Pairs::of)
        .flatMapToDouble(pairs -> DoubleStream.of(pairs.logRatios()))
        .toArray();
    return new Summary(margin, status, doubts, controls, HodgesLehmann.ratioOf(noise), sorted, JmhBias.of(first, arms),
        effort, ScenarioSummary.of(first, margin, status.isTrusted()), SizeCost.of(first), Warning.of(run, effort),
        Neighbour.of(machines, sorted, status.isTrusted()), Overhead.of(first), SettingEffect.of(machines),
        MachineResult.of(machines));
  }

  public Optional<ArmSummary> arm(ArmKey key) {
    return arms.stream().filter(arm -> arm.arm().key().equals(key)).findFirst();
  }

  private static List<ArmSummary> sorted(List<ArmSummary> arms, Manifest manifest) {
    List<String> fixtures = manifest.fixtures().stream().map(Manifest.FixtureFacts::id).toList();
    // NaN, the time of an arm that ran without a counted launch, sorts after every number.
    return arms.stream()
        .sorted(Comparator.comparingInt((ArmSummary arm) -> fixtures.indexOf(arm.arm().fixture()))
            .thenComparing(arm -> !arm.arm().ran())
            .thenComparing(ArmSummary::typicalMs))
        .toList();
  }

  /**
   * Groups of two or more arms of one fixture, in the order of typical times, in which no arm has a clear difference
   * from the next. The first and the last of three may still differ clearly.
   */
  public List<List<Arm>> indistinguishable() {
    List<List<Arm>> groups = new ArrayList<>();
    List<Arm> last = List.of();
    for (Neighbour neighbour : neighbours) {
      if (neighbour.isOpen()) {
        if (last.isEmpty() || !last.get(last.size() - 1).equals(neighbour.before())) {
          last = new ArrayList<>(List.of(neighbour.before()));
          groups.add(last);
        }
        last.add(neighbour.arm());
      }
    }
    return groups.stream().map(List::copyOf).toList();
  }
}
