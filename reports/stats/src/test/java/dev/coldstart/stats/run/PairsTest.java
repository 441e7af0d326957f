package dev.coldstart.stats.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PairsTest {

  @TempDir
  Path out;

  @Test
  void shouldUseOnlyBlocksInWhichBothCount() {
    // The baseline only has blocks 0 (the warm-up), 2, 4 and 6.
    SampleRun run = SampleRuns.blocks(6)
        .onlyLaunches(l -> l.valid() && (l.block() % 2 == 0 || !l.arm().equals(SampleRuns.BASELINE)));
    RunData data = run.readFrom(out);
    ArmLaunches baseline = data.arms().get(0);
    ArmLaunches arm = data.arms().get(1);
    double[] expected = Arrays.stream(new int[] {2, 4, 6})
        .mapToDouble(block -> Math.log(firstResponseNs(arm, block) / firstResponseNs(baseline, block)))
        .toArray();
    assertThat(Pairs.of(arm, baseline).logRatios()).containsExactly(expected, within(1e-12));
  }

  @Test
  void shouldTakeTheMiddleBlockForTheMedian() {
    SampleRun run = SampleRuns.blocks(6).onlyLaunches(l -> l.valid() && l.block() % 2 == 0);
    RunData data = run.readFrom(out);
    ArmLaunches baseline = data.arms().get(0);
    ArmLaunches arm = data.arms().get(1);
    double[] ratios = Arrays.stream(new int[] {2, 4, 6})
        .mapToDouble(block -> firstResponseNs(arm, block) / firstResponseNs(baseline, block))
        .sorted()
        .toArray();
    assertThat(Pairs.of(arm, baseline).medianRatio()).isCloseTo(ratios[1], within(1e-12));
    assertThat(Pairs.of(arm, new ArmLaunches(baseline.arm(), List.of(), Set.of())).medianRatio()).isNaN();
  }

  private static double firstResponseNs(ArmLaunches arm, int block) {
    return arm.counted().stream().filter(l -> l.block() == block).findFirst().get().firstResponseNs();
  }
}
