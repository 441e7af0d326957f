package dev.coldstart.stats.estimate;

import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * The mean over units, such as machines, whose own true values may differ. The variance between units is the estimate
 * of Paule and Mandel ("Consensus Values and Weighting Factors", Journal of Research of the National Bureau of
 * Standards 87(5), 1982), which needs no distribution; A. A. Veroniki et al. recommend it ("Methods to estimate the
 * between-study variance", Research Synthesis Methods 7(1), 2016). Error and interval are those of J. Hartung and G.
 * Knapp (Statistics in Medicine 20, 2001): Student's t with one degree of freedom less than units, so they are right
 * for few units too, and with two units very wide.
 *
 * @param units how many
 * @param mean over units
 * @param error standard error of the mean
 * @param tau standard deviation between units, without what chance adds to each; 0 if chance explains all of it
 */
public record RandomEffects(int units, double mean, double error, double tau) {

  /** After these, the bisection has reached the last bit. */
  private static final int ROUNDS = 100;

  /**
   * @param values one for each unit; at least 1
   * @param variances the squared standard error of each value, in the same order; above 0, or all 0
   */
  public static RandomEffects of(double[] values, double[] variances) {
    double squared = betweenUnits(values, variances);
    double[] weights = weights(variances, squared);
    double sum = DoubleStream.of(weights).sum();
    int freedom = values.length - 1;
    double error = freedom == 0 ? Double.NaN : Math.sqrt(squares(values, weights) / freedom / sum);
    return new RandomEffects(values.length, mean(values, weights), error, Math.sqrt(squared));
  }

  /** The mean with its 95 % interval; without an interval for a single unit. */
  public Estimate estimate() {
    if (units < 2) {
      return Estimate.withoutInterval(mean);
    }
    double halfWidth = TDistribution.of(units - 1.0).inverseSurvivalProbability(Estimate.ALPHA / 2) * error;
    return new Estimate(mean, mean - halfWidth, mean + halfWidth);
  }

  /** The variance between units with which the weighted squares are as many as their degrees of freedom. */
  private static double betweenUnits(double[] values, double[] variances) {
    int freedom = values.length - 1;
    if (freedom == 0) {
      return 0;
    }
    // With this variance alone, all weights are equal and the squares are exactly as many.
    double high = squares(values, equalWeights(values.length)) / freedom;
    if (DoubleStream.of(variances).allMatch(variance -> variance == 0)) {
      return high;
    }
    double low = 0;
    if (squares(values, weights(variances, low)) <= freedom) {
      return 0;
    }
    for (int round = 0; round < ROUNDS; round++) {
      double middle = (low + high) / 2;
      if (squares(values, weights(variances, middle)) > freedom) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static double[] weights(double[] variances, double between) {
    boolean isExact = between == 0 && DoubleStream.of(variances).allMatch(variance -> variance == 0);
    return isExact
        ? equalWeights(variances.length)
        : DoubleStream.of(variances).map(variance -> 1 / (variance + between)).toArray();
  }

  private static double[] equalWeights(int n) {
    return DoubleStream.generate(() -> 1).limit(n).toArray();
  }

  private static double mean(double[] values, double[] weights) {
    double sum = DoubleStream.of(weights).sum();
    return IntStream.range(0, values.length).mapToDouble(i -> weights[i] / sum * values[i]).sum();
  }

  /** The weighted squared distances from the mean, known as Cochran's Q. */
  private static double squares(double[] values, double[] weights) {
    double mean = mean(values, weights);
    return IntStream.range(0, values.length)
        .mapToDouble(i -> weights[i] * (values[i] - mean) * (values[i] - mean))
        .sum();
  }
}
