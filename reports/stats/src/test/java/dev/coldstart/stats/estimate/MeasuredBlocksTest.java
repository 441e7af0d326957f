package dev.coldstart.stats.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.stats.estimate.Verdict.Band;
import java.util.Arrays;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.stream.DoubleStream;
import org.apache.commons.statistics.descriptive.Mean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Checks on measured blocks that intervals and verdicts err as often as stated and detect the required differences. The
 * seed is fixed, so the tests never fail by chance. The bounds are so tight that a slightly wrong analysis fails them,
 * see the tests of wrong ones.
 */
class MeasuredBlocksTest {

  private static final int DRAWS = 4_000;
  private static final double MARGIN = 0.02;

  private final MeasuredBlocks quiet = new MeasuredBlocks("quiet");
  private final MeasuredBlocks loaded = new MeasuredBlocks("loaded");

  @ParameterizedTest
  @ValueSource(ints = {10, 30, 100})
  void shouldErrInFiveOfAHundred(int n) {
    assertThat(erring(n, HodgesLehmann::of)).isBetween(0.040, 0.0575);
  }

  /** Controls are judged by this interval. */
  @ParameterizedTest
  @ValueSource(ints = {10, 30})
  void shouldErrInFiveOfAHundredByStudentsInterval(int n) {
    assertThat(erring(n, logs -> StudentT.of(logs).interval(Estimate.ALPHA))).isBetween(0.040, 0.0575);
  }

  /** Also in the far tail, which Holm's correction for 35 comparisons uses. */
  @ParameterizedTest
  @CsvSource({"10, 0.05", "30, 0.05", "10, 0.01", "30, 0.01", "30, 0.00143"})
  void shouldErrAsOftenAsThePOfTheEstimateSays(int n, double alpha) {
    double erring = part(DRAWS, any -> {
      double[] logs = quiet.logRatios(n, 1);
      StudentT t = StudentT.around(HodgesLehmann.of(logs), n);
      return t.p(Math.abs(t.mean())) <= alpha;
    });
    assertThat(erring).isBetween(0.2 * alpha, 1.15 * alpha + 0.0015);
  }

  @ParameterizedTest
  @CsvSource({"1.02, 10", "1.02, 30", "1.05, 10", "1.05, 30", "0.95, 10", "1.05, 100"})
  void shouldNotCallEquivalentWhatIsNot(double trueRatio, int n) {
    assertThat(said(quiet, trueRatio, n, Verdict.EQUIVALENT)).isLessThanOrEqualTo(0.025);
    assertThat(said(loaded, trueRatio, n, Verdict.EQUIVALENT)).isLessThanOrEqualTo(0.025);
  }

  /** Equivalence needs many blocks: never found with 30, usually with 3,000. */
  @Test
  void shouldCallEquivalentWhatIs() {
    assertThat(said(quiet, 1, 30, Verdict.EQUIVALENT)).isLessThan(0.01);
    assertThat(said(200, quiet, 1, 3_000, Verdict.EQUIVALENT)).isGreaterThan(0.95);
  }

  @ParameterizedTest
  @ValueSource(ints = {10, 30, 60})
  void shouldHardlyCallSlowerWhatIsSlowerByTheMarginAlone(int n) {
    assertThat(said(quiet, 1 + MARGIN, n, Verdict.SLOWER)).isLessThanOrEqualTo(0.0325);
    assertThat(said(loaded, 1 + MARGIN, n, Verdict.SLOWER)).isLessThanOrEqualTo(0.032);
  }

  /** Measured: 93 and 79 %. */
  @Test
  void shouldCallTenPercentSlowerInMostRunsOfThirtyBlocks() {
    assertThat(said(quiet, 1.10, 30, Verdict.SLOWER)).isGreaterThanOrEqualTo(0.90);
    assertThat(said(loaded, 1.10, 30, Verdict.SLOWER)).isGreaterThanOrEqualTo(0.75);
  }

  @Test
  void shouldSeeFivePercentInNineOfTenRuns() {
    assertThat(seen(quiet, 63)).isGreaterThanOrEqualTo(0.89);
    assertThat(seen(loaded, 96)).isGreaterThanOrEqualTo(0.89);
  }

  private static double seen(MeasuredBlocks blocks, int n) {
    return part(DRAWS, any -> HodgesLehmann.of(blocks.logRatios(n, 1.05)).low() > 0);
  }

  /** Deliberately wrong analyses: each errs more often than allowed. */
  @Test
  void shouldCatchAnAnalysisThatIsALittleWrong() {
    assertThat(erring(10, MeasuredBlocksTest::plainPercentile)).as("plain percentile").isGreaterThan(0.0575);
    assertThat(erring(10, logs -> around(logs, 1.96))).as("z for t").isGreaterThan(0.0575);
    assertThat(erring(30, logs -> StudentT.of(logs).interval(0.07))).as("a level of 93 %").isGreaterThan(0.0575);
    assertThat(erring(300, MeasuredBlocksTest::arithmetic)).as("an arithmetic mean of ratios").isGreaterThan(0.0575);
  }

  private double erring(int n, Function<double[], Estimate> analysis) {
    return part(DRAWS, any -> {
      Estimate logRatio = analysis.apply(quiet.logRatios(n, 1));
      return logRatio.low() > 0 || logRatio.high() < 0;
    });
  }

  private static Estimate around(double[] logs, double quantile) {
    StudentT t = StudentT.of(logs);
    double halfWidth = quantile * t.sd() / Math.sqrt(logs.length);
    return new Estimate(t.mean(), t.mean() - halfWidth, t.mean() + halfWidth);
  }

  private static Estimate plainPercentile(double[] logs) {
    RandomGenerator random = BlockBootstrap.generator(42);
    double[] means = new double[500];
    Arrays.setAll(means, any -> random.ints(logs.length, 0, logs.length).mapToDouble(i -> logs[i]).sum() / logs.length);
    Arrays.sort(means);
    int outside = (int) (0.025 * means.length);
    return new Estimate(Mean.of(logs).getAsDouble(), means[outside], means[means.length - 1 - outside]);
  }

  private static Estimate arithmetic(double[] logs) {
    double[] ratios = DoubleStream.of(logs).map(Math::exp).toArray();
    return StudentT.of(ratios).interval(Estimate.ALPHA).map(Math::log);
  }

  private static double said(MeasuredBlocks blocks, double trueRatio, int n, Verdict verdict) {
    return said(DRAWS, blocks, trueRatio, n, verdict);
  }

  private static double said(int draws, MeasuredBlocks blocks, double trueRatio, int n, Verdict verdict) {
    return part(draws, any -> {
      double[] logs = blocks.logRatios(n, trueRatio);
      Estimate logRatio = HodgesLehmann.of(logs);
      double p = Band.of(MARGIN).p(StudentT.around(logRatio, n));
      return Verdict.of(logRatio.map(Math::exp), MARGIN, p) == verdict;
    });
  }

  private static double part(int draws, Predicate<Integer> of) {
    int times = 0;
    for (int i = 0; i < draws; i++) {
      times += of.test(i) ? 1 : 0;
    }
    return (double) times / draws;
  }
}
