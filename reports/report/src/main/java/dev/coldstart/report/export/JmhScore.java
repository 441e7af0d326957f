package dev.coldstart.report.export;

import dev.coldstart.stats.estimate.StudentT;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.statistics.descriptive.Mean;

/**
 * What JMH 1.37 says of the values of one benchmark, by its own rules, so that its viewers show of a launch what they
 * would of a fork: the mean, where the rest of this project reports medians; Student's interval at 99.9 %; and
 * percentiles by rank (n + 1) p ({@code org.openjdk.jmh.util.AbstractStatistics}, {@code ListStatistics}), of any
 * number of values.
 *
 * @param sorted ascending
 * @param error half the width of the interval; NaN of fewer than 3 values, as in JMH
 */
record JmhScore(double[] sorted, double mean, double error) {

  static final List<Double> RANKS = List.of(0.0, 50.0, 90.0, 95.0, 99.0, 99.9, 99.99, 99.999, 99.9999, 100.0);

  private static final double ALPHA = 0.001;
  private static final int FEWEST_FOR_ERROR = 3;

  /** @param values at least one */
  static JmhScore of(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double error = values.length < FEWEST_FOR_ERROR ? Double.NaN : StudentT.of(values).halfWidth(ALPHA);
    return new JmhScore(sorted, Mean.of(values).getAsDouble(), error);
  }

  double percentile(double rank) {
    double position = rank * (sorted.length + 1) / 100;
    int below = (int) Math.floor(position);
    double value = at(below);
    return value + (at(below + 1) - value) * (position - below);
  }

  /** The value at a place from 1; beyond either end the one that stands there. */
  private double at(int place) {
    return sorted[Math.max(1, Math.min(sorted.length, place)) - 1];
  }
}
