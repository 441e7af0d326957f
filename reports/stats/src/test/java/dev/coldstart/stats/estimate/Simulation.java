package dev.coldstart.stats.estimate;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/**
 * Runs of two arms with a known true ratio, on a machine whose speed drifts by about 23 % (AR(1) of the logarithm).
 * Launches are lognormal around it, and 1 in 10 is late by an exponential time, as when the disk or another process
 * delays it: skewed, like real launches.
 */
public final class Simulation {

  public static final int BLOCKS = 30;

  /** In order of time; element i of both ran in block i if interleaved. */
  record Run(double[] arm, double[] baseline) {}

  interface Analysis {
    Estimate ratio(Run run);
  }

  private static final double BASE_MS = 50;
  private static final double DRIFT_KEPT = 0.9;
  private static final double DRIFT_STEP = 0.1;
  private static final double NOISE = 0.03;
  private static final double LATE_CHANCE = 0.1;
  private static final double LATE_MEAN = 0.05;

  private final RandomGenerator random;
  private double drift;

  public Simulation(long seed) {
    random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }

  /** Each block launches both arms at the same machine speed: the design of coldstart. */
  Run interleaved(double trueRatio) {
    Run run = new Run(new double[BLOCKS], new double[BLOCKS]);
    for (int block = 0; block < BLOCKS; block++) {
      wander();
      run.arm()[block] = launch(trueRatio);
      run.baseline()[block] = launch(1);
    }
    return run;
  }

  /** All launches of one arm, then all of the other. */
  Run oneAfterTheOther(double trueRatio) {
    return new Run(series(trueRatio), series(1));
  }

  /** The fraction of simulated runs whose interval does not contain a value. */
  static double excluded(double value, int runs, Analysis analysis, Supplier<Run> source) {
    int excluded = 0;
    for (int i = 0; i < runs; i++) {
      Estimate ratio = analysis.ratio(source.get());
      excluded += ratio.low() > value || ratio.high() < value ? 1 : 0;
    }
    return (double) excluded / runs;
  }

  private double[] series(double ratio) {
    double[] launches = new double[BLOCKS];
    for (int i = 0; i < BLOCKS; i++) {
      wander();
      launches[i] = launch(ratio);
    }
    return launches;
  }

  public void wander() {
    drift = DRIFT_KEPT * drift + DRIFT_STEP * random.nextGaussian();
  }

  public double launch(double ratio) {
    double late = random.nextDouble() < LATE_CHANCE ? 1 + LATE_MEAN * random.nextExponential() : 1;
    return BASE_MS * ratio * late * Math.exp(drift + NOISE * random.nextGaussian());
  }
}
