package dev.coldstart.report.noise;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Launch;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleLaunch;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.report.page.CheckedRuns;
import dev.coldstart.report.run.InvalidLaunches;
import dev.coldstart.report.run.RunView;
import dev.coldstart.stats.run.Summary;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Excluded launches: invalid ones, and those of retried blocks. */
class ExcludedTest {

  @TempDir
  Path out;
  private int runs;

  @Test
  void shouldPutTheMostFrequentReasonFirstAndNameTheFirstLaunches() {
    InvalidLaunches invalid =
        InvalidLaunches.of(view(SampleRuns.blocks(4).withLaunches(l -> failing(l, l.block() == 1 ? "rare" : "often"))));
    assertThat(invalid.count()).isEqualTo(60);
    assertThat(invalid.rows()).extracting(InvalidLaunches.Row::reason).startsWith("often", "rare");
    assertThat(invalid.rows()).extracting(InvalidLaunches.Row::count).containsExactly(48, 12);
    assertThat(invalid.rows().get(0).examples()).contains("Noop, block 0").endsWith("; …");
    assertThat(invalid.more()).isEmpty();
  }

  @Test
  void shouldBoundReasonsThatAreAllDifferent() {
    InvalidLaunches invalid =
        InvalidLaunches.of(view(SampleRuns.blocks(4).withLaunches(l -> failing(l, l.fixture() + l.arm() + l.block()))));
    assertThat(invalid.rows()).hasSize(8);
    assertThat(invalid.more()).isEqualTo("52 launches more, for 52 reasons more: launches.jsonl has them.");
  }

  @Test
  void shouldNameTwoReasonsOfAnArmAtMost() {
    List<Launch> launches =
        SampleRuns.blocks(3).launches().stream().limit(3).map(l -> failing(l, "reason " + l.position())).toList();
    assertThat(InvalidLaunches.inShort(ofOneArm(launches))).isEqualTo("3: reason 0, reason 1, …");
    assertThat(InvalidLaunches.inShort(ofOneArm(List.of()))).isEqualTo("0");
  }

  private static ArmLaunches ofOneArm(List<Launch> launches) {
    return new ArmLaunches(SampleRuns.standard().manifest().arms().get(0), launches, Set.of());
  }

  @Test
  void shouldBoundTheBlocksRunAgain() {
    List<BlockEnd> blocks = IntStream.range(0, 25)
        .mapToObj(i -> new BlockEnd("hello", i, false, i < 22 ? "steal" : null, 2, 1, null))
        .toList();
    Noise.RetriedBlocks again = Noise.RetriedBlocks.of(blocks);
    assertThat(again.found()).isEqualTo("22 of 25 blocks were retried.");
    assertThat(again.shown()).hasSize(20).startsWith(blocks.get(0));
    assertThat(again.more()).startsWith("2 more blocks in blocks.jsonl");
  }

  @Test
  void shouldTellNoneFromNotKnown() {
    List<BlockEnd> one = List.of(new BlockEnd("hello", 0, true, null, 2, 1, null));
    assertThat(Noise.RetriedBlocks.of(one).found()).isEqualTo("No block was retried.");
    assertThat(Noise.RetriedBlocks.of(List.of()).found()).startsWith("n/a");
  }

  @Test
  void shouldLeaveBlocksRunAgainOutOfTheSameCommandTwice() {
    AaPlot same = AaPlot.of(view(CheckedRuns.standard()));
    assertThat(same.all()).extracting(AaPlot.Same::name)
        .containsExactly("Noop (default)", "Noop (appcds)", "Hello (default)", "Hello (appcds)");
    assertThat(same.all()).extracting(each -> each.ratios().length).containsExactly(30, 30, 28, 28);
    assertThat(same.strip(same.all().get(0)).toString()).contains("class=\"band\"", "class=\"one\"");
  }

  private RunView view(SampleRun sample) {
    RunData run = sample.readFrom(out.resolve("run" + runs++));
    return new RunView(run, Summary.of(run));
  }

  private static Launch failing(Launch l, String reason) {
    return SampleLaunch.invalid(l, reason);
  }
}
