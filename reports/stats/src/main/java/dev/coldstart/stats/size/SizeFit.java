package dev.coldstart.stats.size;

import dev.coldstart.stats.estimate.BlockBootstrap;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Medians;
import dev.coldstart.stats.size.SizeCosts.Sample;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * Finds how far a line goes, and fits it. It begins with the three smallest sizes. If the line through the smaller
 * sizes predicts the next one, that one joins; else the line ends. It does not predict a time if the ratio of the
 * measured time to the predicted one is, with its whole interval, more than {@link CostLine#TOLERANCE} from 1 to either
 * side; without an interval, the ratio alone decides.
 *
 * <p>Forecasts of each observation from those before it are how R. L. Brown, J. Durbin and J. M. Evans look for the
 * place where a regression changes: "Techniques for Testing the Constancy of Regression Relationships over Time",
 * Journal of the Royal Statistical Society B 37 (2), 1975. Intervals are from resampling each module's launches (A. C.
 * Davison, D. V. Hinkley, "Bootstrap Methods and their Application", 1997, section 3.2).
 */
final class SizeFit {

  private final SizeCost points;
  private final double[] mb;
  private final double[] ms;

  /** Launches of the module that has fewest. */
  private final int fewest;

  /** Medians of resamples, one row each; empty if there are too few launches. */
  private final double[][] resampled;

  SizeFit(SizeCost points, List<Sample> samples, long seed) {
    this.points = points;
    mb = points.at().stream().mapToDouble(SizeCost.At::mb).toArray();
    ms = points.at().stream().mapToDouble(at -> at.ms().value()).toArray();
    fewest = samples.stream().mapToInt(sample -> sample.sortedMs().length).min().orElse(0);
    boolean isFitted = CostLine.of(mb, ms, mb.length).exists();
    resampled = isFitted && fewest >= BlockBootstrap.MIN_VALUES ? resampled(samples, seed) : new double[0][];
  }

  private static double[][] resampled(List<Sample> samples, long seed) {
    RandomGenerator random = BlockBootstrap.generator(seed);
    double[][] medians = new double[BlockBootstrap.RESAMPLES][samples.size()];
    for (double[] row : medians) {
      for (int i = 0; i < row.length; i++) {
        double[] sorted = samples.get(i).sortedMs();
        row[i] = Medians.ofSorted(sorted, random.ints(sorted.length, 0, sorted.length));
      }
    }
    return medians;
  }

  SizeCost fitted() {
    int onLine = onLine();
    if (!CostLine.of(mb, ms, onLine).exists()) {
      return points;
    }
    return new SizeCost(points.arm(), points.series(), points.phase(), points.at(), onLine,
        estimate(row -> CostLine.of(mb, row, onLine).msPerMb()),
        estimate(row -> CostLine.of(mb, row, onLine).fixedMs()));
  }

  /** How many points the line goes through. */
  private int onLine() {
    int points = start();
    while (points < ms.length && predicts(points)) {
      points++;
    }
    return points;
  }

  /** The points of the three smallest sizes; all if there are fewer sizes. */
  private int start() {
    int sizes = 0;
    int points = 0;
    while (points < mb.length && sizes < CostLine.FEWEST_SIZES) {
      sizes += points == 0 || mb[points] > mb[points - 1] ? 1 : 0;
      points++;
    }
    return points;
  }

  /** Whether the line through the points before this one predicts it. */
  private boolean predicts(int point) {
    Estimate ratio = estimate(row -> CostLine.ratio(mb, row, point));
    double low = ratio.hasInterval() ? ratio.low() : ratio.value();
    double high = ratio.hasInterval() ? ratio.high() : ratio.value();
    return low <= CostLine.TOLERANCE && high >= 1 / CostLine.TOLERANCE;
  }

  private Estimate estimate(ToDoubleFunction<double[]> figure) {
    double value = figure.applyAsDouble(ms);
    if (resampled.length == 0) {
      return Estimate.withoutInterval(value);
    }
    double[] figures =
        IntStream.range(0, resampled.length).mapToDouble(i -> figure.applyAsDouble(resampled[i])).toArray();
    return BlockBootstrap.expanded(value, figures, fewest);
  }
}
