package dev.coldstart.report.chart;

import dev.coldstart.stats.estimate.Estimate;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Equal distances are equal ratios: 50 to 100 ms looks like 500 to 1,000 ms, and the slowest arm does not squeeze all
 * others into a corner.
 */
public record LogAxis(double low, double high) implements Axis {

  /** Free space at each end, as a fraction of the whole, so that dots and labels are not cut off. */
  private static final double MARGIN = 0.05;

  /** Ticks within a factor of ten, from coarse to fine. */
  private static final List<double[]> STEPS =
      List.of(new double[] {1}, new double[] {1, 2, 5}, new double[] {1, 1.5, 2, 3, 5, 7});

  /** With fewer labels a reader cannot see the scale. */
  private static final int FEWEST_TICKS = 4;

  /** Empty if there is nothing to show. Skips values that are not finite and positive. */
  public static Optional<LogAxis> covering(DoubleStream values) {
    DoubleSummaryStatistics seen = values.filter(v -> v > 0 && Double.isFinite(v)).summaryStatistics();
    if (seen.getCount() == 0) {
      return Optional.empty();
    }
    // At least 10 % to each side, so that noise does not look like a difference.
    double low = Math.min(seen.getMin(), Math.sqrt(seen.getMin() * seen.getMax()) / 1.1);
    double high = Math.max(seen.getMax(), Math.sqrt(seen.getMin() * seen.getMax()) * 1.1);
    double margin = Math.pow(high / low, MARGIN);
    return Optional.of(new LogAxis(low / margin, high * margin));
  }

  /** Contains 1, which means no difference. Empty if there is nothing to show. */
  public static Optional<LogAxis> ofRatios(Stream<Estimate> ratios) {
    return covering(ratios.flatMapToDouble(ratio -> DoubleStream.of(1, ratio.value(), ratio.low(), ratio.high())));
  }

  /** For counts from 1 to the largest. */
  public static LogAxis ofCounts(double most) {
    return new LogAxis(1, Math.max(most, 10) * 1.1);
  }

  @Override
  public double at(double value) {
    return 100 * Math.log(value / low) / Math.log(high / low);
  }

  @Override
  public List<Double> ticks() {
    return STEPS.stream()
        .map(this::ticks)
        .filter(ticks -> ticks.size() >= FEWEST_TICKS)
        .findFirst()
        .orElseGet(() -> Axis.evenTicks(low, high));
  }

  @Override
  public List<List<Double>> fewerTicks() {
    return List.of(ticks(), ticks(new double[] {1, 2, 5}), powersOfTen());
  }

  public List<Double> powersOfTen() {
    return ticks(new double[] {1});
  }

  private List<Double> ticks(double[] steps) {
    return IntStream.rangeClosed((int) Math.floor(Math.log10(low)), (int) Math.ceil(Math.log10(high)))
        .mapToDouble(power -> Math.pow(10, power))
        .flatMap(power -> Arrays.stream(steps).map(step -> step * power))
        .filter(tick -> tick >= low && tick <= high)
        .boxed()
        .toList();
  }
}
