package dev.coldstart.record.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Guards;
import dev.coldstart.record.Launch;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the ends of blocks decide which launches count. */
class BlocksTest {

  @TempDir
  Path out;

  @Test
  void shouldReadBackHowBlocksEnded() {
    SampleRun run = SampleRuns.controlled();
    RunData data = run.readFrom(out);
    assertThat(data.blocks()).isEqualTo(run.blocks()).hasSize(33 + 32);
    assertThat(data.warnings()).isEmpty();
  }

  @Test
  void shouldLeaveOutOfTheFileWhatIsMissing() throws IOException {
    Guards guards = new Guards(1.5, null, 0.0, null, null, null, null, null, 0, null);
    BlockEnd end = new BlockEnd("noop", 1, false, null, 20, 10, guards);
    assertThat(SampleRuns.blocks(1).withBlocks(List.of(end)).writeTo(out).blocks())
        .hasContent("{\"fixture\":\"noop\",\"block\":1,\"warmup\":false,\"wallNs\":20,\"childrenNs\":10,"
            + "\"guards\":{\"load\":1.5,\"throttledPart\":0.0,\"otherJvms\":0}}");
  }

  @Test
  void shouldNotCountTheLaunchesOfABlockThatWasRunAgain() {
    RunData data = SampleRuns.controlled().readFrom(out);
    ArmLaunches noop = arm(data, "noop");
    assertThat(noop.againBlocks()).containsExactlyInAnyOrder(3, 12);
    assertThat(noop.launches()).hasSize(33);
    assertThat(noop.counted()).hasSize(30).extracting(Launch::block).doesNotContain(0, 3, 12).contains(31, 32);
    ArmLaunches hello = arm(data, "hello");
    assertThat(hello.againBlocks()).as("of the other fixture").containsExactly(3);
    assertThat(hello.counted()).hasSize(30).extracting(Launch::block).contains(12);
  }

  /** An interrupted run: the block's launches count, although its end was never written. */
  @Test
  void shouldCountTheLaunchesOfABlockWithoutAnEnd() {
    SampleRun run = SampleRuns.blocks(6).withBlocks(List.of());
    assertThat(arm(run.readFrom(out), "noop").counted()).hasSize(6);
  }

  @Test
  void shouldReadARunWithoutTheFile() throws IOException {
    RunFolder folder = SampleRuns.blocks(1).writeTo(out);
    Files.delete(folder.blocks());
    RunData data = RunReader.read(folder.path());
    assertThat(data.blocks()).isEmpty();
    assertThat(data.warnings()).isEmpty();
    assertThat(arm(data, "noop").againBlocks()).isEqualTo(Set.of());
  }

  @Test
  void shouldSetATornEndAside() throws IOException {
    RunFolder folder = SampleRuns.controlled(12).writeTo(out);
    String text = Files.readString(folder.blocks());
    Files.writeString(folder.blocks(), text.substring(0, text.length() - 9));
    RunData data = RunReader.read(folder.path());
    assertThat(data.blocks()).hasSize(15 + 14 - 1);
    assertThat(data.warnings()).singleElement().asString().contains("blocks.jsonl line 29 is incomplete");
  }

  @Test
  void shouldRefuseAnEndWithoutItsBlock() throws IOException {
    RunFolder folder = SampleRuns.controlled(12).writeTo(out);
    Files.writeString(folder.blocks(), Files.readString(folder.blocks()).replaceFirst("\"block\":0,", ""));
    assertThatThrownBy(() -> RunReader.read(folder.path())).isInstanceOf(RunFormatException.class)
        .hasMessageContaining("blocks.jsonl line 1")
        .hasMessageContaining("block");
  }

  @Test
  void shouldReadLaunchesThatWereCompressed() throws IOException {
    SampleRun run = SampleRuns.blocks(2);
    RunFolder folder = run.writeTo(out);
    try (OutputStream gz = new GZIPOutputStream(Files.newOutputStream(folder.path().resolve("launches.jsonl.gz")))) {
      Files.copy(folder.launches(), gz);
    }
    Files.delete(folder.launches());
    RunData data = RunReader.read(folder.path());
    assertThat(data.warnings()).isEmpty();
    assertThat(data.arms().stream().flatMap(arm -> arm.launches().stream()))
        .containsExactlyInAnyOrderElementsOf(run.launches());
  }

  private static ArmLaunches arm(RunData data, String fixture) {
    return data.arms()
        .stream()
        .filter(a -> a.arm().arm().equals(SampleRuns.BASELINE) && a.arm().fixture().equals(fixture))
        .findFirst()
        .get();
  }
}
