package dev.coldstart.stats;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * What other harnesses make of launches: the ratio of two samples, each as if drawn from one still machine. Interleaved
 * launches do not suffer for it but in width: what the machine did between blocks is taken for noise.
 *
 * <p>Interval of the difference of mean logarithms after B. L. Welch, "The Generalization of 'Student's' Problem when
 * Several Different Population Variances are Involved", Biometrika 34, 1947.
 */
record Unpaired(Estimate ratio) {

  private static final double SURE = 0.975;

  static Unpaired of(double[] arm, double[] baseline) {
    double[] armLogs = Arrays.stream(arm).map(Math::log).toArray();
    double[] baselineLogs = Arrays.stream(baseline).map(Math::log).toArray();
    double difference = Samples.mean(armLogs) - Samples.mean(baselineLogs);
    double armPart = Samples.variance(armLogs) / armLogs.length;
    double baselinePart = Samples.variance(baselineLogs) / baselineLogs.length;
    double both = armPart + baselinePart;
    if (!(both > 0)) {
      return new Unpaired(new Estimate(Math.exp(difference), Double.NaN, Double.NaN));
    }
    double degrees = both * both
        / (armPart * armPart / (armLogs.length - 1) + baselinePart * baselinePart / (baselineLogs.length - 1));
    double reach = TDistribution.of(degrees).inverseCumulativeProbability(SURE) * Math.sqrt(both);
    return new Unpaired(new Estimate(Math.exp(difference), Math.exp(difference - reach), Math.exp(difference + reach)));
  }
}
