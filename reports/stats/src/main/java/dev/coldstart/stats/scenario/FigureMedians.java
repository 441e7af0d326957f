package dev.coldstart.stats.scenario;

import dev.coldstart.record.Arm;
import dev.coldstart.record.LaunchLine;
import dev.coldstart.record.Scenarios;
import dev.coldstart.stats.estimate.BlockBootstrap;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.HodgesLehmann;
import dev.coldstart.stats.estimate.Holm;
import dev.coldstart.stats.estimate.StudentT;
import dev.coldstart.stats.estimate.Verdict.Band;
import dev.coldstart.stats.estimate.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * An arm's results in a scenario whose launches each give the same few numbers.
 *
 * @param n counted launches
 * @param medians over launches, in the order of {@link Scenarios.Kind#figures()}
 * @param against the same figures compared with the baseline's; empty for the baseline, and without one
 */
public record FigureMedians(Arm arm, int n, Excluded setAside, List<Estimate> medians, List<Against> against)
    implements ScenarioSummary.OfArm {

  /**
   * A figure compared with the baseline's in the same block.
   *
   * @param ratio arm / baseline, see {@link HodgesLehmann}; NaN if no block has both
   * @param verdict as for first responses, with Holm's correction for all figures and arms of the scenario
   */
  public record Against(Estimate ratio, Verdict verdict) {}

  /** The ratio and the p of its difference from the margin, before the correction. */
  private record Compared(Estimate ratio, double p) {}

  /**
   * One element for each arm, in the same order.
   *
   * @param launches by arm
   * @param margin of the verdicts, as a fraction of 1
   * @param trusted false if a control failed: every verdict is then inconclusive
   */
  static <T extends LaunchLine> List<FigureMedians> of(Scenarios.Kind<T> kind, List<Arm> arms,
      Map<Arm, List<T>> launches, BlockBootstrap bootstrap, double margin, boolean trusted) {
    List<List<Compared>> compared =
        arms.stream().map(arm -> compared(kind, arm, baseline(arm, arms), launches, margin)).toList();
    double[] adjusted = Holm.adjusted(compared.stream().flatMap(List::stream).mapToDouble(Compared::p).toArray());
    List<FigureMedians> all = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < arms.size(); i++) {
      List<Against> against = new ArrayList<>();
      for (Compared figure : compared.get(i)) {
        Verdict verdict = Verdict.of(figure.ratio(), margin, adjusted[next++]);
        against.add(new Against(figure.ratio(), trusted ? verdict : Verdict.INCONCLUSIVE));
      }
      all.add(of(kind, arms.get(i), launches.get(arms.get(i)), bootstrap, List.copyOf(against)));
    }
    return all;
  }

  private static <T extends LaunchLine> FigureMedians of(Scenarios.Kind<T> kind, Arm arm, List<T> launches,
      BlockBootstrap bootstrap, List<Against> against) {
    List<T> counted =
        launches.stream().filter(LaunchLine::valid).sorted(Comparator.comparingInt(LaunchLine::block)).toList();
    List<Estimate> medians = kind.figures()
        .stream()
        .map(figure -> bootstrap.medianOf(counted.stream().mapToDouble(figure.of()).toArray()))
        .toList();
    return new FigureMedians(arm, counted.size(), Excluded.of(launches), medians, against);
  }

  private static Optional<Arm> baseline(Arm arm, List<Arm> arms) {
    return arms.stream().filter(other -> other.baseline() && !other.equals(arm) && other.isBeside(arm)).findFirst();
  }

  private static <T extends LaunchLine> List<Compared> compared(Scenarios.Kind<T> kind, Arm arm, Optional<Arm> baseline,
      Map<Arm, List<T>> launches, double margin) {
    if (baseline.isEmpty()) {
      return List.of();
    }
    return kind.figures().stream().map(figure -> {
      Map<Integer, Double> own = logs(launches.get(arm), figure.of());
      Map<Integer, Double> other = logs(launches.get(baseline.get()), figure.of());
      double[] ratios = own.keySet()
          .stream()
          .filter(other::containsKey)
          .mapToDouble(block -> own.get(block) - other.get(block))
          .toArray();
      Estimate ratio = HodgesLehmann.of(ratios);
      double p = ratio.hasInterval() ? Band.of(margin).p(StudentT.around(ratio, ratios.length)) : Double.NaN;
      return new Compared(ratio.map(Math::exp), p);
    }).toList();
  }

  /** By block, without values that have no logarithm. */
  private static <T extends LaunchLine> Map<Integer, Double> logs(List<T> launches, ToDoubleFunction<T> figure) {
    return launches.stream()
        .filter(launch -> launch.valid() && figure.applyAsDouble(launch) > 0)
        .collect(Collectors.toMap(LaunchLine::block, launch -> Math.log(figure.applyAsDouble(launch)), (a, b) -> a,
            TreeMap::new));
  }
}
