package dev.coldstart.stats.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Counter;
import dev.coldstart.record.MemoryLaunch;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.record.Scenarios.Figure;
import dev.coldstart.record.Scenarios.Kind;
import dev.coldstart.stats.estimate.BlockBootstrap;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.estimate.Verdict;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FigureMediansTest {

  private static final Kind<MemoryLaunch> KIND = new Kind<>("peak", MemoryLaunch.class, "Peak", "How much?",
      "one line per launch", List.of(new Figure<>("peak", Counter.Unit.BYTES, "peak", MemoryLaunch::peakRssBytes),
          new Figure<>("readings", Counter.Unit.COUNT, "readings", launch -> launch.instances().length)));
  private static final List<Arm> ARMS =
      SampleRuns.standard().manifest().arms().stream().filter(arm -> !arm.isControl()).toList();
  private static final Arm BASELINE = ARMS.stream().filter(Arm::baseline).findFirst().orElseThrow();
  private static final Arm OTHER =
      ARMS.stream().filter(arm -> !arm.baseline() && arm.isBeside(BASELINE)).findFirst().orElseThrow();

  @Test
  void shouldTakeTheMedianOfEachFigureOverTheLaunchesThatCount() {
    List<MemoryLaunch> launches =
        Stream
            .concat(IntStream.of(7, 3, 1, 5, 9, 2, 8).mapToObj(block -> launch(block, 1_000L * block)),
                Stream.of(launch(4, null)))
            .toList();
    FigureMedians of = alone(launches);
    assertThat(of.n()).isEqualTo(7);
    assertThat(of.setAside()).isEqualTo(new Excluded(1, "timeout"));
    assertThat(of.medians()).hasSize(2);
    assertThat(of.medians().get(0).value()).isEqualTo(5_000);
    assertThat(of.medians().get(0).low()).isBetween(1_000.0, 3_000.0);
    assertThat(of.medians().get(0).high()).isBetween(7_000.0, 9_000.0);
    assertThat(of.medians().get(1).value()).isCloseTo(2, within(0.0));
    assertThat(of.against()).isEmpty();
  }

  @Test
  void shouldSayNothingOfNoLaunches() {
    FigureMedians of = alone(List.of());
    assertThat(of.n()).isZero();
    assertThat(of.medians()).allMatch(median -> Double.isNaN(median.value()) && !median.hasInterval());
    assertThat(of.medians()).hasSize(2).first().isInstanceOf(Estimate.class);
  }

  /** The blocks differ a hundredfold among themselves, but the ratio within each is 3. */
  @Test
  void shouldCompareWithTheBaselineInTheSameBlock() {
    List<MemoryLaunch> own = launches(12, block -> 3_000L * (1 + block * block) + block);
    List<MemoryLaunch> other = launches(12, block -> 1_000L * (1 + block * block));
    FigureMedians compared = compared(own, other, true);
    assertThat(compared.against()).hasSize(2);
    assertThat(compared.against().get(0).ratio().value()).isCloseTo(3, within(0.01));
    assertThat(compared.against().get(0).verdict()).isEqualTo(Verdict.SLOWER);
    assertThat(compared.against().get(1).ratio().value()).isEqualTo(1);
    assertThat(compared.against().get(1).verdict()).isEqualTo(Verdict.EQUIVALENT);
    assertThat(compared(own, other, false).against()).extracting(FigureMedians.Against::verdict)
        .containsOnly(Verdict.INCONCLUSIVE);
  }

  @Test
  void shouldNotJudgeWithoutAnInterval() {
    FigureMedians few = compared(launches(5, block -> 3_000L), launches(5, block -> 1_000L), true);
    assertThat(few.against().get(0).ratio()).isEqualTo(Estimate.withoutInterval(few.against().get(0).ratio().value()));
    assertThat(few.against().get(0).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    FigureMedians none = compared(launches(8, block -> null), launches(8, block -> 1_000L), true);
    assertThat(none.against().get(0).ratio().value()).isNaN();
    assertThat(none.against().get(0).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
  }

  private static FigureMedians alone(List<MemoryLaunch> launches) {
    return FigureMedians.of(KIND, List.of(BASELINE), Map.of(BASELINE, launches), new BlockBootstrap(1), 0.02, true)
        .get(0);
  }

  private static FigureMedians compared(List<MemoryLaunch> own, List<MemoryLaunch> other, boolean trusted) {
    return FigureMedians
        .of(KIND, List.of(OTHER, BASELINE), Map.of(OTHER, own, BASELINE, other), new BlockBootstrap(1), 0.02, trusted)
        .get(0);
  }

  private static List<MemoryLaunch> launches(int blocks, IntFunction<Long> peak) {
    return IntStream.range(0, blocks).mapToObj(block -> launch(block, peak.apply(block))).toList();
  }

  /** @param peak null if it is not valid */
  private static MemoryLaunch launch(int block, Long peak) {
    boolean valid = peak != null;
    return new MemoryLaunch(block, 0, BASELINE.arm(), BASELINE.fixture(), valid, valid ? null : "timeout",
        valid ? new int[] {1, 2} : null, valid ? new long[] {1, 2} : null, peak);
  }
}
