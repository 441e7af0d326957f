package dev.coldstart.report.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Guards;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.report.run.RunView;
import dev.coldstart.stats.run.Summarizer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GuardStripsTest {

  @TempDir
  Path out;
  private int runs;

  @Test
  void shouldDrawNothingForABlockThatWasNotWatchedAndSomethingForZero() {
    GuardStrips strips = strips(0.0, null, 0.5);
    String steal = strip(strips, "Steal").drawing().toString();
    assertThat(steal).contains("d=\"M167 34V32.5M833 34V0\"");
  }

  @Test
  void shouldCountTheBlocksBeyondTheLimitOnly() {
    // The limit of the sample's plan is 0.05: what is at it is not beyond it.
    assertThat(row(strips(0.05, 0.051, 0.0, null), "Steal"))
        .isEqualTo(new GuardStrips.Row("Steal", "5\u00a0%", "5.1\u00a0%", "3 of 4", "5\u00a0%", "1"));
  }

  @Test
  void shouldSayWhatThePlatformDoesNotTell() {
    GuardStrips strips = strips(0.01);
    assertThat(strip(strips, "Waiting for the disk").drawing()).isNull();
    assertThat(strip(strips, "Waiting for the disk").most()).isEqualTo("n/a");
    assertThat(row(strips, "Free disk").median()).isEqualTo("n/a");
  }

  @Test
  void shouldNotMakeNextToNothingLookLarge() {
    assertThat(strip(strips(0.001), "Steal").drawing().toString()).contains(">5\u00a0%<", "34V32.5\"");
  }

  @Test
  void shouldMarkABlockThatWasRunAgain() {
    assertThat(strip(strips(0.01), "Steal").drawing().toString()).doesNotContain("×");
    assertThat(strip(strips(0.2), "Steal").drawing().toString()).contains(">×<");
  }

  @Test
  void shouldDrawTheHighestOfTheBlocksThatShareAPlace() {
    Double[] steal = new Double[14_000];
    Arrays.fill(steal, 0.0);
    steal[7_000] = 0.5;
    String drawing = strip(strips(steal), "Steal").drawing().toString();
    assertThat(drawing).contains("M499 34V32.5M500 34V0M501 34V32.5").contains(">×<").hasSizeLessThan(15_000);
  }

  @Test
  void shouldBeEmptyForARunOlderThanItsBlocks() {
    GuardStrips strips = strips();
    assertThat(strips.strips()).isEmpty();
    assertThat(strips.table()).isEmpty();
  }

  @Test
  void shouldTakeTheLeastFreeDiskForTheWorst() {
    List<BlockEnd> blocks = new ArrayList<>();
    for (long gb : List.of(50, 3, 20)) {
      Guards guards = new Guards(null, null, null, null, null, null, null, null, null, gb * 1_000_000_000);
      blocks.add(new BlockEnd("hello", blocks.size(), false, null, 2, 1, guards));
    }
    assertThat(row(strips(blocks), "Free disk").most()).isEqualTo("3.00\u00a0GB");
  }

  /** Blocks with steal alone; one beyond 0.1 was run again. */
  private GuardStrips strips(Double... steal) {
    List<BlockEnd> blocks = new ArrayList<>();
    for (Double part : steal) {
      Guards guards = new Guards(null, part, null, null, null, null, null, null, null, null);
      String again = part != null && part > 0.1 ? "steal" : null;
      blocks.add(new BlockEnd("hello", blocks.size(), false, again, 2, 1, guards));
    }
    return strips(blocks);
  }

  private GuardStrips strips(List<BlockEnd> blocks) {
    RunData run = SampleRuns.blocks(1).withBlocks(blocks).readFrom(out.resolve("run" + runs++));
    return GuardStrips.of(new RunView(run, Summarizer.of(run)));
  }

  private static GuardStrips.Strip strip(GuardStrips strips, String name) {
    return strips.strips().stream().filter(strip -> strip.name().equals(name)).findFirst().orElseThrow();
  }

  private static GuardStrips.Row row(GuardStrips strips, String name) {
    return strips.table().stream().filter(row -> row.name().equals(name)).findFirst().orElseThrow();
  }
}
