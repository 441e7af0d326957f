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
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FigureMediansTest {

  private static final Kind<MemoryLaunch> KIND = new Kind<>("peak", MemoryLaunch.class, "Peak", "How much?",
      "one line per launch", List.of(new Figure<>("peak", Counter.Unit.BYTES, "peak", MemoryLaunch::peakRssBytes),
          new Figure<>("readings", Counter.Unit.COUNT, "readings", launch -> launch.instances().length)));
  private static final Arm ARM = SampleRuns.standard().manifest().arms().get(0);

  @Test
  void shouldTakeTheMedianOfEachFigureOverTheLaunchesThatCount() {
    List<MemoryLaunch> launches = Stream
        .concat(IntStream.of(7, 3, 1, 5, 9, 2, 8).mapToObj(block -> launch(block, true)), Stream.of(launch(4, false)))
        .toList();
    FigureMedians of = FigureMedians.of(KIND, ARM, launches, new BlockBootstrap(1));
    assertThat(of.n()).isEqualTo(7);
    assertThat(of.setAside()).isEqualTo(new Excluded(1, "timeout"));
    assertThat(of.medians()).hasSize(2);
    assertThat(of.medians().get(0).value()).isEqualTo(5_000);
    assertThat(of.medians().get(0).low()).isBetween(1_000.0, 3_000.0);
    assertThat(of.medians().get(0).high()).isBetween(7_000.0, 9_000.0);
    assertThat(of.medians().get(1).value()).isCloseTo(2, within(0.0));
  }

  @Test
  void shouldSayNothingOfNoLaunches() {
    FigureMedians of = FigureMedians.of(KIND, ARM, List.of(), new BlockBootstrap(1));
    assertThat(of.n()).isZero();
    assertThat(of.medians()).allMatch(median -> Double.isNaN(median.value()) && !median.hasInterval());
    assertThat(of.medians()).hasSize(2).first().isInstanceOf(Estimate.class);
  }

  private static MemoryLaunch launch(int block, boolean valid) {
    return new MemoryLaunch(block, 0, ARM.arm(), ARM.fixture(), valid, valid ? null : "timeout",
        valid ? new int[] {1, 2} : null, valid ? new long[] {1, 2} : null, valid ? 1_000L * block : null);
  }
}
