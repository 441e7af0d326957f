package dev.coldstart.stats.scenario;

import dev.coldstart.record.Arm;
import dev.coldstart.record.LaunchLine;
import dev.coldstart.record.Scenarios;
import dev.coldstart.stats.estimate.BlockBootstrap;
import dev.coldstart.stats.estimate.Estimate;
import java.util.Comparator;
import java.util.List;

/**
 * An arm's results in a scenario whose launches each give the same few numbers.
 *
 * @param n counted launches
 * @param medians over launches, in the order of {@link Scenarios.Kind#figures()}
 */
public record FigureMedians(Arm arm, int n, Excluded setAside, List<Estimate> medians)
    implements ScenarioSummary.OfArm {

  static <T extends LaunchLine> FigureMedians of(Scenarios.Kind<T> kind, Arm arm, List<T> launches,
      BlockBootstrap bootstrap) {
    List<T> counted =
        launches.stream().filter(LaunchLine::valid).sorted(Comparator.comparingInt(LaunchLine::block)).toList();
    List<Estimate> medians = kind.figures()
        .stream()
        .map(figure -> bootstrap.medianOf(counted.stream().mapToDouble(figure.of()).toArray()))
        .toList();
    return new FigureMedians(arm, counted.size(), Excluded.of(launches), medians);
  }
}
