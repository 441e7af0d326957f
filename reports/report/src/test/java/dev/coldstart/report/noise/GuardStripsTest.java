package dev.coldstart.report.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Guards;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.report.noise.GuardStrips.Guard;
import dev.coldstart.report.page.RunPage;
import dev.coldstart.report.run.RunView;
import dev.coldstart.stats.run.Summary;
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
    String steal = strips.strip(guard("Steal")).toString();
    assertThat(steal).contains("d=\"M167 34V32.5M833 34V0\"");
  }

  @Test
  void shouldCountTheBlocksBeyondTheLimitOnly() {
    // The limit of the sample's plan is 0.05; a value at the limit is not above it.
    GuardStrips strips = strips(0.05, 0.051, 0.0, null);
    Guard steal = guard("Steal");
    assertThat(steal.text(strips.seen(steal).at(0.5))).isEqualTo("5\u00a0%");
    assertThat(steal.worst(strips.seen(steal))).isEqualTo("5.1\u00a0%");
    assertThat(strips.observed(steal)).isEqualTo(3);
    assertThat(steal.limit()).hasValue(0.05);
    assertThat(strips.over(steal)).isOne();
  }

  @Test
  void shouldSayWhatThePlatformDoesNotTell() {
    GuardStrips strips = strips(0.01);
    assertThat(strips.strip(guard("Waiting for the disk"))).isNull();
    assertThat(worst(strips, "Waiting for the disk")).isEqualTo("n/a");
    assertThat(worst(strips, "Free disk")).isEqualTo("n/a");
  }

  @Test
  void shouldNotMakeNextToNothingLookLarge() {
    // The number at the top left is the value at full height, and not the largest one.
    assertThat(strips(0.001).strip(guard("Steal")).toString()).contains(">5\u00a0%<", "34V32.5\"");
  }

  @Test
  void shouldMarkABlockThatWasRunAgain() {
    assertThat(strips(0.01).strip(guard("Steal")).toString()).doesNotContain("×");
    assertThat(strips(0.2).strip(guard("Steal")).toString()).contains(">×<");
  }

  @Test
  void shouldDrawTheHighestOfTheBlocksThatShareAPlace() {
    Double[] steal = new Double[14_000];
    Arrays.fill(steal, 0.0);
    steal[7_000] = 0.5;
    String drawing = strips(steal).strip(guard("Steal")).toString();
    assertThat(drawing).contains("M499 34V32.5M500 34V0M501 34V32.5").contains(">×<").hasSizeLessThan(15_000);
  }

  @Test
  void shouldBeEmptyForARunOlderThanItsBlocks() {
    assertThat(strips().blocks()).isEmpty();
    RunData run = SampleRuns.blocks(1).withBlocks(List.of()).readFrom(out.resolve("older"));
    assertThat(RunPage.render(run, Summary.of(run), run.folder().reportHtml()))
        .contains("this run did not record what else the machine did");
  }

  @Test
  void shouldTakeTheLeastFreeDiskForTheWorst() {
    List<BlockEnd> blocks = new ArrayList<>();
    for (long gb : List.of(50, 3, 20)) {
      Guards guards = new Guards(null, null, null, null, null, null, null, null, null, gb * 1_000_000_000);
      blocks.add(new BlockEnd("hello", blocks.size(), false, null, 2, 1, guards));
    }
    assertThat(worst(strips(blocks), "Free disk")).isEqualTo("3.00\u00a0GB");
  }

  /** Blocks that have only a value for steal; one above 0.1 was retried. */
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
    return GuardStrips.of(new RunView(run, Summary.of(run)));
  }

  private static String worst(GuardStrips strips, String name) {
    return guard(name).worst(strips.seen(guard(name)));
  }

  private static Guard guard(String name) {
    return Guard.of(SampleRuns.standard().manifest())
        .stream()
        .filter(guard -> guard.name().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
