package dev.coldstart.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Launch;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleShards;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.merge.Merge;
import dev.coldstart.stats.run.Summary;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A measured run, divided into shards and merged again. */
class MergedRunTest {

  private static final Path REFERENCES = Path.of("../reference");

  @TempDir
  Path out;

  /** One has 14 fixtures and retried blocks, the other arms in only some blocks and a scenario. */
  @ParameterizedTest
  @ValueSource(strings = {"20261130T041856Z", "20261130T112904Z"})
  void shouldGiveTheSameNumbersForShardsOfOneMachineAsForTheWholeRun(String reference) {
    RunData whole = RunReader.read(REFERENCES.resolve(reference));
    Path shards = SampleShards.write(SampleShards.of(sample(whole), 3, SampleShards.ONE_HOST), out.resolve("shards"));
    Merge merge = Merge.of(List.of(shards), out);
    assertThat(merge.isComplete()).isTrue();
    RunData merged = RunReader.read(merge.folder().path());
    assertThat(json(merged)).isEqualTo(json(whole)).contains("\"ratioCiLow\"");
  }

  private static SampleRun sample(RunData run) {
    List<Launch> launches = run.launched().flatMap(arm -> arm.launches().stream()).toList();
    assertThat(Files.exists(run.folder().jmh())).isFalse();
    return new SampleRun(Records.with(run.manifest(), "notes", List.of()), launches, run.blocks(), Map.of(),
        run.scenarios());
  }

  /** Without what the manifest itself noted. */
  private static String json(RunData run) {
    RunData quiet = new RunData(run.folder(), Records.with(run.manifest(), "notes", List.of()), run.arms(),
        run.blocks(), run.jmh(), run.scenarios(), run.warnings());
    return SummaryFile.of("run", Summary.of(quiet)).json();
  }
}
