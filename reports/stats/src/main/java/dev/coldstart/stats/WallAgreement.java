package dev.coldstart.stats;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/**
 * The same child command timed from spawn to exit by this harness and by another, in rounds that alternate.
 *
 * @param arm the arm's id
 * @param rounds in which both timed it
 * @param launches by this harness, in all rounds
 * @param otherRuns by the other
 * @param medianMs of this harness
 * @param otherMedianMs of the other
 * @param ratio of the medians, this / other; its interval by resampling whole rounds, for within a round the machine is
 *     much the same
 */
public record WallAgreement(
    String arm, int rounds, int launches, int otherRuns, double medianMs, double otherMedianMs, Estimate ratio) {

  /** How far the ratio may be from 1. */
  public static final double TOLERANCE = 0.01;

  /** What both timed in one round, in ms. */
  public record Round(double[] ms, double[] otherMs) {}

  /** @param rounds at least one, each with values of both */
  public static WallAgreement of(String arm, List<Round> rounds, long seed) {
    double ms = median(rounds.stream().map(Round::ms));
    double otherMs = median(rounds.stream().map(Round::otherMs));
    Estimate ratio = interval(ms / otherMs, rounds, seed);
    return new WallAgreement(
        arm,
        rounds.size(),
        rounds.stream().mapToInt(round -> round.ms().length).sum(),
        rounds.stream().mapToInt(round -> round.otherMs().length).sum(),
        ms,
        otherMs,
        ratio);
  }

  private static Estimate interval(double ratio, List<Round> rounds, long seed) {
    if (rounds.size() < Bootstrap.MIN_VALUES) {
      return new Estimate(ratio, Double.NaN, Double.NaN);
    }
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    double[] ratios = new double[Bootstrap.RESAMPLES];
    for (int i = 0; i < ratios.length; i++) {
      List<Round> drawn = random.ints(rounds.size(), 0, rounds.size()).mapToObj(rounds::get).toList();
      ratios[i] = median(drawn.stream().map(Round::ms)) / median(drawn.stream().map(Round::otherMs));
    }
    Arrays.sort(ratios);
    int outside = (int) Math.floor(Bootstrap.expandedTail(rounds.size()) * ratios.length);
    return new Estimate(ratio, ratios[outside], ratios[ratios.length - 1 - outside]);
  }

  private static double median(Stream<double[]> samples) {
    double[] sorted = samples.flatMapToDouble(DoubleStream::of).sorted().toArray();
    return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
  }

  /** Whether the ratio is 1 within the tolerance. */
  public boolean met() {
    return Math.abs(ratio.value() - 1) <= TOLERANCE;
  }

  /** Whether its whole interval is on the same side of the tolerance's edges. */
  public boolean decided() {
    boolean inside = ratio.low() >= 1 - TOLERANCE && ratio.high() <= 1 + TOLERANCE;
    return inside || ratio.low() > 1 + TOLERANCE || ratio.high() < 1 - TOLERANCE;
  }
}
