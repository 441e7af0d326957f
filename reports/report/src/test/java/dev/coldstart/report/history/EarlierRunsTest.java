package dev.coldstart.report.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Manifest.Machine;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.report.export.SummaryWriter;
import dev.coldstart.stats.run.References;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EarlierRunsTest {

  private static final Machine HERE = SampleRuns.standard().manifest().machine();
  private static final Machine ELSEWHERE = new Machine("Linux", "6.1.0", "amd64", "Other CPU", 2, 8L << 30, null, null);

  @TempDir
  Path out;

  @Test
  void shouldCompareWithTheNewestEarlierRun() {
    written(SampleRuns.standard(), "a", 1, HERE);
    written(SampleRuns.standard(), "b", 2, HERE);
    RunData run = written(SampleRuns.standard(), "c", 3, HERE);
    written(SampleRuns.standard(), "d", 4, HERE);
    Changes earlier = changes(run);
    assertThat(earlier.runs().first().folder().id()).isEqualTo("b");
    assertThat(earlier.runs().second()).isSameAs(run);
    assertThat(earlier.untilThis()).extracting(other -> other.folder().id()).containsExactly("c", "b", "a");
    assertThat(earlier.passedOver()).isEmpty();
  }

  @Test
  void shouldPassOverWhatCannotBeComparedAndSayWhy() throws IOException {
    written(SampleRuns.standard(), "a", 1, HERE);
    written(SampleRuns.standard(), "b", 2, ELSEWHERE);
    written(SampleRuns.blocks(2), "c", 3, HERE);
    RunData bad = named(SampleRuns.controlled().slowed(l -> l.arm().endsWith("+aa"), 1.5), "d", 4, HERE).readFrom(out);
    SummaryWriter.write(bad.folder(), Summary.of(bad));
    named(SampleRuns.standard(), "e", 5, HERE).writeTo(out);
    Files.writeString(written(SampleRuns.standard(), "f", 6, HERE).folder().launches(), "not JSON\n{}\n");
    RunData run = written(SampleRuns.standard(), "g", 7, HERE);
    Changes earlier = changes(run);
    assertThat(earlier.runs().first().folder().id()).isEqualTo("a");
    assertThat(earlier.passedOver()).extracting(Changes.PassedOver::run).containsExactly("f", "e", "d", "c", "b");
    assertThat(earlier.passedOver().get(0).reason()).startsWith("f/launches.jsonl line 1")
        .doesNotContain(out.toString());
    assertThat(earlier.passedOver().get(1).reason()).contains("no summary.json");
    assertThat(earlier.passedOver().get(2).reason()).isEqualTo("a control failed in it, or it measured nothing");
    assertThat(earlier.passedOver().get(3).reason()).contains("no arm and fixture in common");
    assertThat(earlier.passedOver().get(4).reason()).startsWith("it ran on another machine");
  }

  /** Neither reports its processor, so they may be different machines. */
  @Test
  void shouldNotCompareMachinesThatTellNothing() {
    written(SampleRuns.standard(), "a", 1, new Machine("Debian", "6.1.0", "aarch64", null, 2, 8L << 30, null, null));
    RunData run = written(SampleRuns.standard(), "b", 2,
        new Machine("Alpine", "6.1.0", "aarch64", null, 2, 8L << 30, null, null));
    assertThat(changes(run).runs()).isNull();
    assertThat(changes(run).passedOver()).extracting(Changes.PassedOver::reason)
        .containsExactly("it ran on another machine, or on one with an unknown processor");
  }

  @Test
  void shouldCompareRatiosToTheSameBaseline() {
    written(SampleRuns.standard(), "a", 1, HERE);
    RunData chosen = References.withBaseline(written(SampleRuns.standard(), "b", 2, HERE), "wasmtime.jni");
    Changes earlier = changes(chosen);
    assertThat(earlier.runs().arms()).isNotEmpty().allMatch(arm -> arm.change().hasInterval());
    assertThat(earlier.runs().arms()).anyMatch(arm -> arm.arm().arm().startsWith("plain-java"));
  }

  @Test
  void shouldHoldWithoutNeighbours() {
    RunData run = written(SampleRuns.standard(), "a", 1, HERE);
    Changes earlier = changes(run);
    assertThat(earlier.runs()).isNull();
    assertThat(earlier.passedOver()).isEmpty();
    assertThat(earlier.untilThis()).hasSize(1);
  }

  @Test
  void shouldLookIntoNoMoreFoldersThanItSays() throws IOException {
    for (int i = 0; i < 5; i++) {
      Files.writeString(Files.createDirectories(out.resolve("run" + i)).resolve("manifest.json"), "{");
    }
    assertThat(RunOutline.in(out, 2)).extracting(run -> run.folder().id()).containsExactly("run4", "run3");
  }

  private static Changes changes(RunData run) {
    return Changes.of(run, Summary.of(run), run.folder().reportHtml());
  }

  private RunData written(SampleRun run, String id, int day, Machine machine) {
    RunData data = named(run, id, day, machine).readFrom(out);
    SummaryWriter.write(data.folder(), Summary.of(data));
    return data;
  }

  private static SampleRun named(SampleRun run, String id, int day, Machine machine) {
    return run.withManifest(m -> with(m, id, Instant.parse("2026-01-0" + day + "T00:00:00Z"), machine));
  }

  private static Manifest with(Manifest m, String id, Instant startedAt, Machine machine) {
    return Records.with(m, "runId", id, "startedAt", startedAt, "machine", machine);
  }
}
