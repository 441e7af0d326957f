package dev.coldstart.stats.size;

import dev.coldstart.stats.estimate.Estimate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The measured total of a module in no series as a multiple of what each series predicts for its size.
 *
 * @param cost the modules of no series, in one arm
 * @param module one of them
 * @param ratios by series, in the run's order; a series without a line is not in it
 */
public record SizePrediction(SizeCost cost, SizeCost.At module, Map<String, Double> ratios) {

  /** A prediction that is off by more than this factor is of no use. */
  public static final double FACTOR = 2;

  /** By arm, then by size. Empty if the run has no series, or only series. */
  public static List<SizePrediction> of(List<SizeCost> costs) {
    boolean hasSeries = costs.stream().anyMatch(cost -> cost.series() != null);
    return costs.stream()
        .filter(cost -> hasSeries && cost.isInSeries(null))
        .flatMap(others -> others.at().stream().map(module -> of(others, module, costs)))
        .filter(prediction -> !prediction.ratios().isEmpty())
        .toList();
  }

  private static SizePrediction of(SizeCost others, SizeCost.At module, List<SizeCost> costs) {
    Map<String, Double> ratios = new LinkedHashMap<>();
    costs.stream()
        .filter(cost -> cost.series() != null && cost.isOf(others) && cost.hasLine())
        .forEach(cost -> ratios.put(cost.series(), module.ms().value() / cost.predictedMs(module.wasmBytes())));
    return new SizePrediction(others, module, ratios);
  }

  public Estimate measuredMs() {
    return module.ms();
  }

  /** Whether a series predicts it within {@link #FACTOR}. */
  public boolean isNear(String series) {
    return distance(ratios.get(series)) <= Math.log(FACTOR);
  }

  /** The series that predicts it best. */
  public String follows() {
    return ratios.keySet()
        .stream()
        .min(Comparator.comparingDouble(series -> distance(ratios.get(series))))
        .orElseThrow();
  }

  /** A prediction that is not positive is off by any factor. */
  private static double distance(Double ratio) {
    return Objects.requireNonNullElse(ratio, Double.NaN) > 0 ? Math.abs(Math.log(ratio)) : Double.POSITIVE_INFINITY;
  }
}
