package dev.coldstart.stats;

import java.util.stream.DoubleStream;

/** Figures of a sample. */
final class Samples {

  private Samples() {}

  static double mean(double[] values) {
    return DoubleStream.of(values).average().orElse(Double.NaN);
  }

  /** NaN of fewer than 2. */
  static double variance(double[] values) {
    double mean = mean(values);
    return DoubleStream.of(values).map(value -> (value - mean) * (value - mean)).sum() / (values.length - 1);
  }

  static double sd(double[] values) {
    return Math.sqrt(variance(values));
  }

  /** Correlation of each value with the next; NaN where all are equal. */
  static double lag1(double[] values) {
    double mean = mean(values);
    double together = 0;
    for (int i = 1; i < values.length; i++) {
      together += (values[i] - mean) * (values[i - 1] - mean);
    }
    return together / (variance(values) * (values.length - 1));
  }

  /** How far a ratio's interval reaches to either side, as a part of the ratio; NaN without one. */
  static double reach(Estimate ratio) {
    return Math.sqrt(ratio.high() / ratio.low()) - 1;
  }
}
