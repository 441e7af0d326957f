package dev.coldstart.stats.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Guards;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.stats.run.Warning.Monitor;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunEffortTest {

  private static final RunEffort NO_EFFORT = new RunEffort(0, 0, List.of(), Double.NaN, Double.NaN, null);

  private static final Guards QUIET = new Guards(0.5, 0.0, 0.0, 0.01, 0.2, 0.0, 0.0, "performance", 0, 9L);

  @TempDir
  Path out;

  @Test
  void shouldSayHowTheBlocksOfARunWent() {
    RunEffort effort = RunEffort.of(SampleRuns.controlled().readFrom(out));
    assertThat(effort.blocks()).isEqualTo(60);
    assertThat(effort.againBlocks()).isEqualTo(3);
    assertThat(effort.again()).containsExactly(new RunEffort.Again("wasmtime.jni/default/jdk25: exit code 134", 2),
        new RunEffort.Again("stealPart=0.12 is over its limit of 0.05", 1));
    assertThat(effort.outsidePart()).isCloseTo(1 - 1 / 1.02, within(1e-6));
    // The stolen time was in a block that does not count.
    assertThat(effort.worst()).isEqualTo(new Guards(3.5, 0.001, 0.0, 0.2, 0.3, 0.08, 0.0, null, 1, 50L << 30));
    assertThat(effort.isKnown()).isTrue();
  }

  @Test
  void shouldWarnOfWhatMatters() {
    assertThat(Summary.of(SampleRuns.controlled().readFrom(out)).warnings())
        .contains(new Warning.RetriedBlocks(3, "wasmtime.jni/default/jdk25: exit code 134"),
            new Warning.BeyondLimit(Monitor.OTHERS, 1, 60, 0.05, 0.2),
            new Warning.BeyondLimit(Monitor.IO_PRESSURE, 1, 60, 0.05, 0.08), new Warning.OtherJvms(1, 60, 1))
        .noneMatch(warning -> warning instanceof Warning.BeyondLimit of && of.monitor() == Monitor.STEAL)
        .noneMatch(Warning.Outside.class::isInstance);
  }

  /** Emptying the page cache takes time between launches, and reading again makes them wait for the disk. */
  @Test
  void shouldNotWarnOfWhatAColdPageCacheBrings() {
    SampleRun cold = SampleRuns.controlled()
        .withManifest(m -> Records.with(m, "plan", Records.with(m.plan(), "pageCache", Manifest.Plan.COLD)));
    assertThat(Summary.of(cold.readFrom(out)).warnings())
        .contains(new Warning.BeyondLimit(Monitor.OTHERS, 1, 60, 0.05, 0.2))
        .noneMatch(warning -> warning instanceof Warning.BeyondLimit of && of.monitor() == Monitor.IO_PRESSURE);
  }

  @Test
  void shouldSayNothingOfARunWithoutARecordOfItsBlocks() {
    RunData old = SampleRuns.standard().readFrom(out);
    assertThat(RunEffort.of(old)).isEqualTo(NO_EFFORT);
    assertThat(NO_EFFORT.isKnown()).isFalse();
    assertThat(machine(old)).isEmpty();
  }

  @Test
  void shouldWarnOfAHarnessThatTakesTooMuch() {
    RunData run = run(block(0, true, null, 1_000, 1, QUIET), block(1, false, null, 1_000, 940, QUIET));
    assertThat(RunEffort.of(run).outsidePart()).as("the warm-up is left out").isCloseTo(0.06, within(1e-12));
    assertThat(RunEffort.of(run).wallNs()).isEqualTo(1_000);
    assertThat(Summary.of(run).warnings())
        .anySatisfy(warning -> assertThat(warning).isInstanceOfSatisfying(Warning.Outside.class, outside -> {
          assertThat(outside.part()).isCloseTo(0.06, within(1e-12));
          assertThat(outside.limit()).isEqualTo(0.05);
        }));
  }

  @Test
  void shouldWarnOfLimitsThatWereExceededInABlockThatCounts() {
    Guards stolen = new Guards(null, 0.3, 0.06, null, null, null, 0.1, "powersave", null, null);
    assertThat(machine(run(block(1, false, null, 2, 1, QUIET), block(2, false, null, 2, 1, stolen)))).containsExactly(
        new Warning.BeyondLimit(Monitor.MEMORY_PRESSURE, 1, 2, 0.05, 0.1),
        new Warning.BeyondLimit(Monitor.STEAL, 1, 2, 0.05, 0.3),
        new Warning.BeyondLimit(Monitor.THROTTLED, 1, 2, 0.05, 0.06),
        new Warning.GovernorChanged(List.of("performance", "powersave")));
  }

  @Test
  void shouldTakeABlockThatWasNotObserved() {
    RunEffort effort = RunEffort.of(run(block(1, false, null, 2, 1, null)));
    assertThat(effort.blocks()).isEqualTo(1);
    assertThat(effort.worst()).isNull();
  }

  @Test
  void shouldKeepReasonsFew() {
    List<BlockEnd> blocks = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      blocks.add(block(i, false, i + "x".repeat(9_999), 2, 1, null));
    }
    RunEffort effort = RunEffort.of(run(blocks.toArray(BlockEnd[]::new)));
    assertThat(effort.againBlocks()).isEqualTo(30);
    assertThat(effort.again()).hasSize(10);
  }

  private static List<Warning> machine(RunData run) {
    return Warning.of(run, NO_EFFORT)
        .stream()
        .filter(warning -> warning instanceof Warning.BeyondLimit || warning instanceof Warning.OtherJvms
            || warning instanceof Warning.GovernorChanged)
        .toList();
  }

  private RunData run(BlockEnd... blocks) {
    return SampleRuns.blocks(6).withBlocks(List.of(blocks)).readFrom(out);
  }

  private static BlockEnd block(int block, boolean warmup, String again, long wallNs, long childrenNs, Guards guards) {
    return new BlockEnd("noop", block, warmup, again, wallNs, childrenNs, guards);
  }
}
