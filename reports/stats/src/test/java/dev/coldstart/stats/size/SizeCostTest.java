package dev.coldstart.stats.size;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coldstart.record.Arm;
import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Counter;
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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;

class SizeCostTest {

  private static final Map<String, String> FUSED = Map.of("compile", "parse");
  private static final long[] SIZES = {1_000, 10_000, 100_000, 1_000_000, 10_000_000};
  private static final LongToDoubleFunction LINE = bytes -> 20 + 30 * bytes / 1e6;

  /** Half the slope from 1 MB on, as of an engine that the JVM has compiled by then: 50 ms there, 185 ms at 10 MB. */
  private static final LongToDoubleFunction BENT =
      bytes -> bytes <= 1_000_000 ? LINE.applyAsDouble(bytes) : 35 + 15 * bytes / 1e6;

  private final List<ArmLaunches> arms = new ArrayList<>();
  private final List<FixtureFacts> fixtures = new ArrayList<>();

  @Test
  void shouldFindThePlantedLine() {
    add("small functions", 5, 0, LINE, SIZES);
    SizeCost cost = total();
    assertThat(cost.series()).isEqualTo("small functions");
    assertThat(cost.msPerMb().value()).isCloseTo(30, within(1e-4));
    assertThat(cost.msPerMb().low()).isCloseTo(30, within(1e-4));
    assertThat(cost.fixedMs().value()).isCloseTo(20, within(1e-4));
    assertThat(cost.onLine()).isEqualTo(5);
    assertThat(cost.end().wasmBytes()).isEqualTo(10_000_000);
    assertThat(cost.beyond()).isNull();
    assertThat(cost.predictedMs(20_000_000)).isCloseTo(620, within(1e-3));
  }

  @Test
  void shouldEndTheLineBeforeTheFirstSizeThatItDoesNotPredict() {
    add("small functions", 10, 0, BENT, SIZES);
    SizeCost cost = total();
    assertThat(cost.end().wasmBytes()).isEqualTo(1_000_000);
    assertThat(cost.beyond().wasmBytes()).isEqualTo(10_000_000);
    assertThat(cost.msPerMb().value()).as("of the sizes up to there").isCloseTo(30, within(1e-4));
    assertThat(cost.predictedMs(500_000)).as("by the line").isCloseTo(35, within(1e-3));
    assertThat(cost.predictedMs(5_500_000)).as("between two sizes").isCloseTo((50 + 185) / 2.0, within(1e-3));
    assertThat(cost.predictedMs(20_000_000)).as("by the last slope").isCloseTo(185 + 150, within(1e-3));
  }

  /** 20 % less than the line is within its tolerance. */
  @Test
  void shouldNotEndTheLineForASmallBend() {
    add("small functions", 10, 0, bytes -> bytes < 10_000_000 ? LINE.applyAsDouble(bytes) : 320 * 0.81, SIZES);
    assertThat(total().beyond()).isNull();
  }

  /** With 5 launches and this noise, the interval of the ratio reaches into the tolerance. */
  @Test
  void shouldNotEndTheLineForNoise() {
    int ended = 0;
    for (int run = 0; run < 60; run++) {
      arms.clear();
      fixtures.clear();
      add("small functions", 8, 0.15, LINE, SIZES, run);
      ended += total().beyond() == null ? 0 : 1;
    }
    assertThat(ended).isLessThanOrEqualTo(3);
  }

  /** 10 % of noise. */
  @Test
  void shouldCoverTheTruth() {
    int held = 0;
    for (int run = 0; run < 150; run++) {
      arms.clear();
      fixtures.clear();
      add("small functions", 10, 0.1, LINE, new long[] {1_000, 100_000, 10_000_000}, run);
      SizeCost cost = total();
      held += cost.msPerMb().low() <= 30 && cost.msPerMb().high() >= 30 ? 1 : 0;
    }
    assertThat(held / 150.0).isBetween(0.9, 1.0);
  }

  @Test
  void shouldFitEachSeriesAndPhaseAndLeaveOtherModulesWithoutALine() {
    add("b", 5, 0, LINE, SIZES);
    add("a", 5, 0, bytes -> 2 * LINE.applyAsDouble(bytes), SIZES);
    add(null, 5, 0, LINE, 500_000, 2_000_000, 3_000_000);
    List<SizeCost> costs = SizeCost.of(run());
    assertThat(costs).extracting(SizeCost::series).containsExactly("b", "b", "b", "a", "a", "a", null);
    assertThat(costs).extracting(SizeCost::phase)
        .containsExactly("total", "parse", "instantiate", "total", "parse", "instantiate", "total");
    assertThat(costs.get(3).msPerMb().value()).isCloseTo(60, within(1e-3));
    assertThat(costs.get(1).msPerMb().value()).as("three quarters in parse").isCloseTo(22.5, within(1e-3));
    assertThat(costs.get(6).hasLine()).isFalse();
    assertThat(costs.get(6).at()).hasSize(3);
  }

  @Test
  void shouldFitAllModulesTogetherWithoutSeries() {
    add(null, 5, 0, LINE, 265, 215, 250_000, 90_000, 120_000);
    List<SizeCost> costs = SizeCost.of(run());
    assertThat(costs).hasSize(1);
    assertThat(costs.get(0).at()).extracting(SizeCost.At::wasmBytes)
        .containsExactly(215L, 265L, 90_000L, 120_000L, 250_000L);
    assertThat(costs.get(0).msPerMb().value()).isCloseTo(30, within(1e-2));
    assertThat(SizePrediction.of(costs)).isEmpty();
  }

  @Test
  void shouldPredictModulesOfNoSeriesBySeries() {
    add("a", 5, 0, LINE, SIZES);
    add("b", 5, 0, bytes -> 5 * LINE.applyAsDouble(bytes), SIZES);
    add(null, 5, 0, bytes -> 1.5 * LINE.applyAsDouble(bytes), 500_000, 2_000_000);
    List<SizePrediction> predictions = SizePrediction.of(SizeCost.of(run()));
    assertThat(predictions).hasSize(2);
    assertThat(predictions.get(0).ratios().get("a")).isCloseTo(1.5, within(1e-3));
    assertThat(predictions.get(0).ratios().get("b")).isCloseTo(0.3, within(1e-3));
    assertThat(predictions.get(0).follows()).isEqualTo("a");
    assertThat(predictions.get(0).isNear("a")).isTrue();
    assertThat(predictions.get(0).isNear("b")).isFalse();
    assertThat(predictions.get(0).isNear("unknown")).isFalse();
  }

  @Test
  void shouldNeedThreeSizesAndFiveLaunches() {
    add(null, 4, 0, LINE, 1_000, 1_000, 5_000);
    assertThat(total().hasLine()).isFalse();
    assertThat(total().lineMs(1_000)).isNaN();
    assertThat(total().end()).isNull();
    add(null, 4, 0, LINE, 9_000);
    assertThat(total().hasLine()).isTrue();
    assertThat(total().onLine()).isEqualTo(4);
    assertThat(total().msPerMb().hasInterval()).isFalse();
  }

  @Test
  void shouldLeaveOutArmsWhosePhasesAreInOthersAndModulesWithoutLaunches() {
    add(null, 0, 0, LINE, 1_000);
    add(null, 5, 0, LINE, 2_000);
    assertThat(total().at()).extracting(SizeCost.At::fixture).containsExactly("f1");
    assertThat(total().at().get(0).n()).isEqualTo(5);
    ArmLaunches apart = arms.get(1);
    Map<String, String> fused = Map.of("parse", "instantiate", "compile", "instantiate");
    arms.clear();
    arms.add(new ArmLaunches(arm(fused, 1), apart.launches(), Set.of()));
    assertThat(SizeCost.of(run())).isEmpty();
  }

  @Test
  void shouldTellHowManyFunctionsStayInterpreted() {
    add(null, 5, 0, LINE, 1_000);
    assertThat(total().at().get(0).interpreted()).as("unknown").isNaN();
    Launch told = Records.with(arms.get(0).launches().get(0), "counters",
        new Counters(Map.of(Counter.INTERPRETED_FUNCTIONS, 4L)));
    arms.set(0, new ArmLaunches(arm(FUSED, 0), List.of(told), Set.of()));
    assertThat(total().at().get(0).interpreted()).isEqualTo(4);
  }

  private SizeCost total() {
    return SizeCost.of(run()).get(0);
  }

  private void add(String series, int launches, double noise, LongToDoubleFunction ms, long... sizes) {
    add(series, launches, noise, ms, sizes, 1);
  }

  /** The noise is around the median, which the line is fitted to. */
  private void add(String series, int launches, double noise, LongToDoubleFunction ms, long[] sizes, long seed) {
    RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
    for (long size : sizes) {
      int fixture = fixtures.size();
      fixtures.add(new FixtureFacts("f" + fixture, "F" + fixture, "a test", size, null, null, 1L, series));
      List<Launch> all = new ArrayList<>();
      for (int block = 0; block < launches; block++) {
        all.add(launch(fixture, block, ms.applyAsDouble(size) * Math.exp(noise * random.nextGaussian())));
      }
      arms.add(new ArmLaunches(arm(FUSED, fixture), all, Set.of()));
    }
  }

  /** Three quarters in parse, a quarter in instantiate. */
  private static Launch launch(int fixture, int block, double ms) {
    long ns = Math.round(ms * 1e6);
    PhasesNs phases = new PhasesNs(1L, 1L, ns - ns / 4, null, ns / 4, 1L);
    return new Launch(block, 0, "x/default/jdk25", "f" + fixture, false, true, null, 0, ns + 3, null, phases, null,
        Counters.NONE, 0, null);
  }

  private static Arm arm(Map<String, String> fused, int fixture) {
    return new Arm("x/default/jdk25", "x", "X", "x", "x", "default", "jdk25", "f" + fixture, false, null, fused, null,
        List.of("java"), null, null, null);
  }

  private RunData run() {
    Manifest manifest = Records.with(SampleRuns.blocks(0).manifest(), "fixtures", List.copyOf(fixtures), "arms",
        arms.stream().map(ArmLaunches::arm).toList());
    return new RunData(new RunFolder(Path.of("simulated")), manifest, List.copyOf(arms), List.of(), List.of(),
        Scenarios.NONE, List.of());
  }
}
