package dev.coldstart.stats.change;

import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.StudentT;

/**
 * A value of one night: the logarithm of an arm's ratio to its baseline.
 *
 * @param error standard error, of the night's run and from run to run
 */
public record Night(double value, double error) {

  /**
   * Standard deviation of a log ratio from run to run, beyond the error within each run, for arms without a cache. From
   * the runs in {@code reports/reference} that measured the same arms on one machine and day ({@code SpreadTest}): 0
   * over 43 arms in 2 or 3 runs each (Cochran's Q 41.5, 45 degrees of freedom; at most 0.8 %), and 0.5 % (at most 1.2
   * %) over 20 runs of two copies of one jar.
   */
  public static final double SPREAD = 0.005;

  /**
   * The same for arms that start from a cache, if each run trains another: 1.6 % over 9 arms (at most 3.5 %). One of
   * them alone, Wasmtime without a JIT, read 1.14, 1.17 and 1.20: 2.5 %.
   */
  public static final double SPREAD_OF_CACHES = 0.016;

  /**
   * @param ratio with its interval
   * @param caches number of caches that the arm's launches started from; 0 if from none
   */
  public static Night of(Estimate ratio, int blocks, int caches) {
    StudentT log = StudentT.around(ratio.map(Math::log), blocks);
    double spread = caches == 0 ? SPREAD : Math.max(SPREAD, SPREAD_OF_CACHES / Math.sqrt(caches));
    return new Night(log.mean(), Math.hypot(log.sd() / Math.sqrt(blocks), spread));
  }

  /** The inverse of its variance. */
  double weight() {
    return 1 / (error * error);
  }
}
