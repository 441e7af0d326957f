package dev.coldstart.stats.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RandomEffectsTest {

  /**
   * Vaccinated with and without, and not vaccinated with and without, tuberculosis, in 13 trials: G. A. Colditz et al.,
   * "Efficacy of BCG vaccine in the prevention of tuberculosis", JAMA 271, 1994, the data set {@code dat.bcg} of the R
   * package metafor.
   */
  private static final double[][] TRIALS =
      {{4, 119, 11, 128}, {6, 300, 29, 274}, {3, 228, 11, 209}, {62, 13_536, 248, 12_619}, {33, 5_036, 47, 5_761},
          {180, 1_361, 372, 1_079}, {8, 2_537, 10, 619}, {505, 87_886, 499, 87_892}, {29, 7_470, 45, 7_232},
          {17, 1_699, 65, 1_600}, {186, 50_448, 141, 27_197}, {5, 2_493, 3, 2_338}, {27, 16_886, 29, 17_825}};

  /**
   * W. Viechtbauer, "Conducting Meta-Analyses in R with the metafor Package", Journal of Statistical Software 36(3),
   * 2010, has tau^2 = 0.3132 by REML for the log relative risks; with Paule and Mandel, or empirical Bayes, metafor has
   * 0.3181 and the mean -0.7150 with the error 0.1809. The interval by Knapp and Hartung has t with 12 degrees of
   * freedom, 2.1788.
   */
  @Test
  void shouldAgreeWithPublishedValues() {
    double[] logs = new double[TRIALS.length];
    double[] variances = new double[TRIALS.length];
    for (int i = 0; i < TRIALS.length; i++) {
      double[] t = TRIALS[i];
      logs[i] = Math.log(t[0] / (t[0] + t[1]) / (t[2] / (t[2] + t[3])));
      variances[i] = 1 / t[0] - 1 / (t[0] + t[1]) + 1 / t[2] - 1 / (t[2] + t[3]);
    }
    RandomEffects found = RandomEffects.of(logs, variances);
    assertThat(found.tau() * found.tau()).isCloseTo(0.3181, within(0.00005));
    assertThat(found.mean()).isCloseTo(-0.7150, within(0.00005));
    assertThat(found.error()).isCloseTo(0.1809, within(0.00005));
    assertThat(found.estimate().low()).isCloseTo(-0.7150 - 2.1788 * 0.1809, within(0.0002));
    assertThat(found.estimate().high()).isCloseTo(-0.7150 + 2.1788 * 0.1809, within(0.0002));
  }

  @Test
  void shouldFindNoDifferenceWhereChanceExplainsIt() {
    RandomEffects found = RandomEffects.of(new double[] {0.9, 1.1, 1.0, 1.0}, new double[] {0.04, 0.04, 0.04, 0.04});
    assertThat(found.tau()).isZero();
    assertThat(found.mean()).isCloseTo(1, within(1e-12));
    // The values scatter less than their errors say, and the interval is that of the values.
    assertThat(found.error()).isCloseTo(Math.sqrt(0.02 / 3 / 4), within(1e-12));
  }

  @Test
  void shouldWeighByVariance() {
    RandomEffects found = RandomEffects.of(new double[] {0, 1}, new double[] {1, 9});
    assertThat(found.tau()).isZero();
    assertThat(found.mean()).isCloseTo(0.1, within(1e-12));
  }

  @Test
  void shouldTakeValuesWithoutAVariance() {
    RandomEffects found = RandomEffects.of(new double[] {1, 2, 3}, new double[] {0, 0, 0});
    assertThat(found.mean()).isCloseTo(2, within(1e-12));
    assertThat(found.tau()).isCloseTo(1, within(1e-9));
    assertThat(found.error()).isCloseTo(Math.sqrt(1 / 3.0), within(1e-12));
    assertThat(RandomEffects.of(new double[] {1, 1}, new double[] {0, 0}).estimate()).isEqualTo(new Estimate(1, 1, 1));
  }

  @Test
  void shouldHaveNoIntervalForASingleUnitAndAWideOneForTwo() {
    assertThat(RandomEffects.of(new double[] {0.5}, new double[] {0.1}).estimate())
        .isEqualTo(Estimate.withoutInterval(0.5));
    Estimate two = RandomEffects.of(new double[] {-0.01, 0.01}, new double[] {1e-9, 1e-9}).estimate();
    assertThat(two.high()).isCloseTo(12.706 * 0.01, within(1e-4));
  }

  /** Few blocks on each of few machines, whose scatter is pooled as in a run. */
  @Test
  void shouldCoverTheTruth() {
    Random random = new Random(42);
    int covered = 0;
    int runs = 2_000;
    for (int run = 0; run < runs; run++) {
      int machines = 2 + run % 6;
      double[] means = new double[machines];
      double[] variances = new double[machines];
      double squares = 0;
      int blocks = 8;
      for (int i = 0; i < machines; i++) {
        double[] logs = new double[blocks];
        double truth = 0.03 * random.nextGaussian();
        double scatter = 0.05 * Math.exp(0.5 * random.nextGaussian());
        for (int block = 0; block < blocks; block++) {
          logs[block] = truth + scatter * random.nextGaussian();
        }
        means[i] = StudentT.of(logs).mean();
        squares += Math.pow(StudentT.of(logs).sd(), 2);
      }
      Arrays.fill(variances, squares / machines / blocks);
      covered += RandomEffects.of(means, variances).estimate().excludes(0) ? 0 : 1;
    }
    assertThat((double) covered / runs).isBetween(0.93, 0.985);
  }
}
