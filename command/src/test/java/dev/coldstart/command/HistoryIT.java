package dev.coldstart.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Records;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.record.Shard;
import dev.coldstart.record.io.RunReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The history's commands on runs whose ratios are known. */
@ExtendWith(OwnLock.class)
class HistoryIT {

  private static final String SLOWED = "wasmtime";

  /** By which a night says that it was made. */
  private static final List<String> AGAIN = List.of("run", "--arm", "chicory.interpreter", "--preset", "smoke");

  @TempDir
  private Path folder;

  private final StringWriter errors = new StringWriter();
  private String said;

  private int history(String... words) {
    Execution execution = Execution.of(errors, words);
    said = execution.said();
    return execution.code();
  }

  private Path night(int night, double factor) {
    String id = "night-" + night;
    SampleRun run = SampleRuns.controlled()
        .slowedInFirstCall(launch -> launch.arm().startsWith(SLOWED), factor)
        .withManifest(m -> Records.with(m, "runId", id, "startedAt",
            Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofDays(night)), "commandLine", AGAIN));
    return run.writeTo(folder.resolve("out")).path();
  }

  private int add(Path run) {
    return history("history", "add", run.toString(), "--to", folder.resolve("history").toString());
  }

  @Test
  void shouldFindShowAndExportASlowdown() throws IOException {
    String kept = folder.resolve("history").toString();
    for (int night = 0; night < 6; night++) {
      assertThat(add(night(night, night < 4 ? 1 : 1.5))).as(said + errors).isZero();
      assertThat(said).contains("added ", " of night-" + night);
    }
    assertThat(history("history", "check", kept)).as(said + errors).isEqualTo(1);
    assertThat(said).contains("slower", "since night-4, found after 2 nights");
    assertThat(history("history", "check", kept, "--json")).isEqualTo(1);
    assertThat(JsonMapper.shared().readTree(said).get("outcome").asString()).isEqualTo("slower");
    assertThat(history("history", "page", kept)).isZero();
    assertThat(Files.readString(folder.resolve("history/history.html"))).contains("since night-4");
    Path csv = folder.resolve("history.csv");
    assertThat(history("history", "export", kept, "--csv", csv.toString())).isZero();
    assertThat(Files.readAllLines(csv)).hasSize(7);
  }

  @Test
  void shouldMeasureAgainOnlyAfterASuspicion() throws IOException {
    String kept = folder.resolve("history").toString();
    for (int night = 0; night < 4; night++) {
      add(night(night, 1));
    }
    Path last = night(4, 1.5);
    assertThat(history("history", "check", kept, "--confirm", last.toString())).as(said + errors).isZero();
    add(last);
    assertThat(history("history", "check", kept)).as(said + errors).isEqualTo(3);
    assertThat(history("history", "check", kept, "--confirm", last.toString())).as(said + errors).isEqualTo(3);
    Path second = folder.resolve("out/latest").toRealPath();
    assertThat(said).contains("suspected to be ", "of " + second.getFileName() + " to ");
    assertThat(RunReader.read(second).manifest().commandLine()).containsSequence("--fixture", "noop,hello");
    // The newest run of the slowed arm is still the last night: this one has another arm.
    assertThat(folder.resolve("history/history.jsonl")).content().contains(second.getFileName().toString());
  }

  @Test
  void shouldRefuseAShard() {
    Path shard = SampleRuns.standard()
        .withManifest(m -> Records.with(m, "plan", m.plan().of(new Shard(1, 2))))
        .onlyLaunches(launch -> new Shard(1, 2).has(launch.block()))
        .writeTo(folder.resolve("out"))
        .path();
    assertThat(add(shard)).isEqualTo(2);
    assertThat(errors.toString()).contains("is shard 1/2 of a plan");
  }

  @Test
  void shouldAddARunOnce() throws IOException {
    Path run = night(0, 1);
    add(run);
    byte[] before = Files.readAllBytes(folder.resolve("history/history.jsonl"));
    assertThat(add(run)).isZero();
    assertThat(said).contains("the measurements of night-0 are in ", " already; nothing was added");
    assertThat(folder.resolve("history/history.jsonl")).hasBinaryContent(before);
    assertThat(history("history", "check", folder.resolve("history").toString())).isZero();
    assertThat(said).contains("no change can be found yet: it takes at least 3 trusted nights");
  }

  @Test
  void shouldRefuseARunThatHasNotEnded() {
    Path run = SampleRuns.killed().writeTo(folder.resolve("out")).path();
    assertThat(add(run)).isEqualTo(2);
    assertThat(errors.toString()).contains("has not ended", "run --resume");
    assertThat(folder.resolve("history")).doesNotExist();
  }

  @Test
  void shouldSayThatThereIsNoHistory() {
    assertThat(history("history", "check", folder.toString())).isEqualTo(2);
    assertThat(errors.toString()).contains("holds no history", "history add makes one");
    assertThat(history("history", "check", folder.toString(), "--nights", "0")).isEqualTo(2);
  }
}
