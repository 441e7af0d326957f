package dev.coldstart.stats.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Counters;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest.FixtureFacts;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.record.Scenarios;
import dev.coldstart.stats.estimate.Estimate;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class SizeFitTest {

  /** Like this project's fixtures: two that are almost equally small, and one far from the rest. */
  private static final long[] SIZES = {265, 215, 250_000, 90_000, 120_000};

  private static final Map<String, String> FUSED = Map.of("compile", "parse");

  @Test
  void shouldFindThePlantedLine() {
    SizeFit fit = fit(Map.of(), SIZES, 5, 20, 30, 0, 1);
    assertThat(fit.msPer100kB().value()).isCloseTo(30, within(1e-4));
    assertThat(fit.msPer100kB().low()).isCloseTo(30, within(1e-4));
    assertThat(fit.interceptMs()).isCloseTo(20, within(1e-4));
    assertThat(fit.lineMs(200_000)).isCloseTo(80, within(1e-4));
    assertThat(fit.at()).extracting(SizeFit.At::wasmBytes).containsExactly(215L, 265L, 90_000L, 120_000L, 250_000L);
    assertThat(fit.at()).extracting(SizeFit.At::n).containsOnly(5);
  }

  /** By hand: x = 0, 1, 3 and y = 1, 2, 7 give (−4/3·−7/3 + −1/3·−4/3 + 5/3·11/3) / (42/9) = 29/14. */
  @Test
  void shouldFitByLeastSquares() {
    RunData run = run(List.of(arm(FUSED, 0), arm(FUSED, 1), arm(FUSED, 2)),
        List.of(launches(0, 1), launches(1, 2), launches(2, 7)), 0, 100_000, 300_000);
    SizeFit fit = SizeFit.of(run).get(0);
    assertThat(fit.msPer100kB().value()).isCloseTo(29 / 14.0, within(1e-9));
    assertThat(fit.msPer100kB().hasInterval()).isFalse();
    assertThat(fit.interceptMs()).isCloseTo(10 / 3.0 - 29 / 14.0 * 4 / 3, within(1e-9));
  }

  @Test
  void shouldAddParseToCompileUnlessOneHoldsTheOther() {
    assertThat(fit(Map.of(), SIZES, 5, 20, 30, 0, 1).at().get(0).ms().value()).isCloseTo(20.06, within(0.01));
    assertThat(fit(FUSED, SIZES, 5, 20, 30, 0, 1).at().get(0).ms().value()).isCloseTo(20.06, within(0.01));
  }

  @Test
  void shouldSayNothingWhereThePhasesAreInOthers() {
    SizeFit fit = fit(Map.of("parse", "instantiate", "compile", "instantiate"), SIZES, 5, 20, 30, 0, 1);
    assertThat(fit.apart()).isFalse();
    assertThat(fit.at()).isEmpty();
    assertThat(fit.hasLine()).isFalse();
    assertThat(fit(Map.of("compile", "instantiate"), SIZES, 5, 20, 30, 0, 1).apart()).isFalse();
  }

  @Test
  void shouldNeedThreeSizesForALine() {
    SizeFit two = fit(FUSED, new long[] {1_000, 1_000, 5_000, 5_000}, 5, 20, 30, 0, 1);
    assertThat(two.sizes()).isEqualTo(2);
    assertThat(two.at()).hasSize(4);
    assertThat(two.hasLine()).isFalse();
    assertThat(two.lineMs(1_000)).isNaN();
    assertThat(fit(FUSED, new long[] {1_000, 2_000, 5_000}, 5, 20, 30, 0, 1).hasLine()).isTrue();
  }

  @Test
  void shouldGiveNoIntervalWithFewLaunches() {
    SizeFit fit = fit(FUSED, SIZES, 4, 20, 30, 0.1, 1);
    assertThat(fit.hasLine()).isTrue();
    assertThat(fit.msPer100kB().hasInterval()).isFalse();
  }

  @Test
  void shouldLeaveOutAFixtureInWhichNoLaunchCounts() {
    RunData run = run(List.of(arm(FUSED, 0), arm(FUSED, 1)), List.of(List.of(), launches(1, 2)), 10, 20);
    assertThat(SizeFit.of(run).get(0).at()).extracting(SizeFit.At::fixture).containsExactly("f1");
  }

  /** 10 % of lognormal noise. Measured: 96.6 % of the intervals hold the slope with 10 blocks, 94.6 % with 30. */
  @Test
  void shouldCoverTheTruth() {
    for (int blocks : new int[] {10, 30}) {
      int runs = 250;
      int held = 0;
      for (int run = 0; run < runs; run++) {
        Estimate slope = fit(FUSED, SIZES, blocks, 20, 30, 0.1, run).msPer100kB();
        held += slope.low() <= 30 && slope.high() >= 30 ? 1 : 0;
      }
      assertThat(held / (double) runs).as("with %d blocks", blocks).isBetween(0.91, 0.98);
    }
  }

  /** The noise is around the median, which the line is fitted to. */
  private static SizeFit fit(Map<String, String> fused, long[] sizes, int blocks, double atZeroMs, double per100kB,
      double noise, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    List<Arm> arms = new ArrayList<>();
    List<List<Launch>> launches = new ArrayList<>();
    for (int i = 0; i < sizes.length; i++) {
      arms.add(arm(fused, i));
      List<Launch> ofFixture = new ArrayList<>();
      for (int block = 0; block < blocks; block++) {
        double ms = (atZeroMs + per100kB * sizes[i] / 1e5) * Math.exp(noise * random.nextGaussian());
        ofFixture.add(launch(fused, i, block, ms));
      }
      launches.add(ofFixture);
    }
    return SizeFit.of(run(arms, launches, sizes)).get(0);
  }

  private static List<Launch> launches(int fixture, double ms) {
    return List.of(launch(FUSED, fixture, 0, ms));
  }

  /** A quarter of the time is in parse if both phases are reported. */
  private static Launch launch(Map<String, String> fused, int fixture, int block, double ms) {
    long ns = Math.round(ms * 1e6);
    PhasesNs phases =
        fused.isEmpty() ? new PhasesNs(1L, 1L, ns / 4, ns - ns / 4, 1L, 1L) : new PhasesNs(1L, 1L, ns, null, 1L, 1L);
    return new Launch(block, 0, "x/default/jdk25", "f" + fixture, false, true, null, 0, ns + 4, null, phases, null,
        Counters.NONE, 0, null);
  }

  private static Arm arm(Map<String, String> fused, int fixture) {
    return new Arm("x/default/jdk25", "x", "X", "x", "x", "default", "jdk25", "f" + fixture, false, null, fused, null,
        List.of("java"), null, null, null);
  }

  private static RunData run(List<Arm> arms, List<List<Launch>> launches, long... sizes) {
    List<ArmLaunches> all = new ArrayList<>();
    List<FixtureFacts> fixtures = new ArrayList<>();
    for (int i = 0; i < arms.size(); i++) {
      all.add(new ArmLaunches(arms.get(i), launches.get(i), Set.of()));
      fixtures.add(new FixtureFacts("f" + i, "F" + i, "a test", sizes[i], null, null, 1L));
    }
    Manifest m = SampleRuns.blocks(0).manifest();
    Manifest manifest = Records.with(m, "fixtures", fixtures, "arms", arms);
    return new RunData(new RunFolder(Path.of("simulated")), manifest, all, List.of(), List.of(), Scenarios.NONE,
        List.of());
  }
}
