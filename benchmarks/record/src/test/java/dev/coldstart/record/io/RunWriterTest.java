package dev.coldstart.record.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Counters;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.PhasesNs;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.record.text.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunWriterTest {

  private static final Launch LAUNCH = SampleRuns.blocks(1).launches().get(0);

  private static final BlockEnd BLOCK = new BlockEnd("noop", 0, true, null, 2, 1, null);

  @TempDir
  Path out;

  @Test
  void shouldHoldALaunchAsSoonAsItIsAppended() throws IOException {
    try (RunWriter writer = RunWriter.create(out, SampleRuns.manifest(1))) {
      assertThat(writer.folder().launches()).isEmptyFile();
      writer.append(List.of(LAUNCH));
      assertThat(Files.readAllLines(writer.folder().launches())).hasSize(1);
    }
  }

  @Test
  void shouldWriteFieldsInOrderAndLeaveOutWhatIsMissing() throws IOException {
    Launch crashed = new Launch(2, 1, "a/default/jdk25", "noop", false, false, "exit code 3", 1_700_000_000_000L, null,
        5L, new PhasesNs(1L, null, null, null, null, 4L), null, Counters.NONE, 3, null);
    SampleRun run = new SampleRun(SampleRuns.manifest(1), List.of(crashed), Map.of());
    assertThat(Files.readString(run.writeTo(out).launches()))
        .isEqualTo("{\"block\":2,\"position\":1,\"arm\":\"a/default/jdk25\",\"fixture\":\"noop\",\"warmup\":false,"
            + "\"valid\":false,\"reason\":\"exit code 3\",\"startedAtMs\":1700000000000,\"wallNs\":5,"
            + "\"phasesNs\":{\"boot\":1,\"firstInvoke\":4},\"exitCode\":3}\n");
  }

  @Test
  void shouldWriteInstantsAsText() throws IOException {
    assertThat(Files.readString(SampleRuns.blocks(1).writeTo(out).manifest()))
        .contains("\"startedAt\" : \"2026-01-02T03:04:05Z\"")
        .doesNotContain("governor");
  }

  @Test
  void shouldReplaceTheManifestAndLeaveNoTemporaryFile() throws IOException {
    try (RunWriter writer = RunWriter.create(out, SampleRuns.killed().manifest())) {
      assertThat(RunReader.read(writer.folder().path()).manifest().endedAt()).isNull();
      writer.update(SampleRuns.manifest(1));
      assertThat(RunReader.read(writer.folder().path()).manifest()).isEqualTo(SampleRuns.manifest(1));
      assertThat(writer.folder().path()).isDirectoryNotContaining("glob:**.tmp");
    }
  }

  @Test
  void shouldNeverWriteOverARun() {
    SampleRuns.blocks(1).writeTo(out);
    assertThatThrownBy(() -> RunWriter.create(out, SampleRuns.manifest(1))).hasMessageContaining("already exists")
        .hasMessageContaining(SampleRuns.ID);
  }

  @Test
  void shouldSayWhereItCannotWrite() throws IOException {
    Path file = Files.writeString(out.resolve("file"), "");
    assertThatThrownBy(() -> RunWriter.create(file.resolve("below"), SampleRuns.manifest(1)))
        .hasMessageContaining(file.toString())
        .hasMessageContaining("writable");
  }

  @Test
  void shouldStopWhenAFileHasGoneMeanwhile() throws IOException {
    try (RunWriter writer = RunWriter.create(out, SampleRuns.manifest(1))) {
      writer.append(List.of(LAUNCH));
      Files.delete(writer.folder().launches());
      assertThatThrownBy(() -> writer.append(List.of(LAUNCH)))
          .hasMessageContaining(writer.folder().launches() + " was removed during the run")
          .hasMessageContaining("start a new run");
      Files.delete(writer.folder().blocks());
      assertThatThrownBy(() -> writer.append(BLOCK))
          .hasMessageContaining(writer.folder().blocks() + " was removed during the run");
    }
  }

  /** Uses the platform's device that acts as a full disk, if it has one. */
  @Test
  void shouldSayThatTheDiskIsFullAndHowToGoOn() throws IOException {
    Path full = Path.of("/dev/full");
    Assumptions.assumeTrue(Files.isWritable(full), "there is no /dev/full");
    RunFolder folder = SampleRuns.blocks(1).writeTo(out);
    Files.delete(folder.launches());
    Files.delete(folder.blocks());
    Files.createSymbolicLink(folder.launches(), full);
    Files.createSymbolicLink(folder.blocks(), full);
    try (RunWriter writer = RunWriter.resume(folder)) {
      assertThatThrownBy(() -> writer.append(List.of(LAUNCH))).hasMessageContaining(folder.launches().toString())
          .hasMessageContaining("is the disk full?")
          .hasMessageEndingWith(Commands.here().coldstart("run", "--resume", folder.path().toString()));
      assertThatThrownBy(() -> writer.append(BLOCK)).hasMessageContaining("is the disk full?");
    }
    Files.delete(folder.launches());
    Files.delete(folder.blocks());
  }

  @Test
  void shouldRefuseARunIdThatLeavesTheFolder() {
    Manifest m = SampleRuns.manifest(1);
    Manifest outside =
        Records.with(m, "runId", "../elsewhere", "endedAt", null, "stoppedBy", null, "resumedAt", null, "spawns", null);
    assertThatThrownBy(() -> RunWriter.create(out, outside)).hasMessageContaining("../elsewhere");
  }
}
