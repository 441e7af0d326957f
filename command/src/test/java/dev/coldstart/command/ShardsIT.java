package dev.coldstart.command;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.RunData;
import dev.coldstart.record.io.RunReader;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A plan in two parts, measured and merged, and the messages for parts that make no sense. */
@ExtendWith(OwnLock.class)
class ShardsIT {

  private static final int USER_ERROR = 2;

  @TempDir
  private Path folder;
  private final StringWriter errors = new StringWriter();
  private String said;

  @Test
  void shouldMergeTwoRealShards() throws IOException {
    assertThat(shard("1/2")).as(said).isZero();
    assertThat(said).contains("this is part 1 of 2: 1 block of each fixture, of 2", "merge them: ");
    assertThat(execute("merge", folder.resolve("parts").toString(), "--out", folder.resolve("merged").toString()))
        .as(said)
        .isOne();
    assertThat(said).contains("note: shard 2 of 2 is missing: the run has 1 of 2 parts");

    assertThat(shard("2/2")).as(said).isZero();
    assertThat(execute("merge", folder.resolve("parts").toString(), "--out", folder.resolve("whole").toString()))
        .as(said)
        .isZero();
    Path merged = only(folder.resolve("whole"));
    RunData run = RunReader.read(merged);
    assertThat(run.manifest().merged().shards()).extracting(part -> part.shard()).containsExactly(1, 2);
    assertThat(run.manifest().machines()).as("the machine is recognised").isEqualTo(1);
    assertThat(run.manifest().stoppedBy()).isEqualTo("blocks");
    assertThat(run.blocks()).filteredOn(block -> block.fixture().equals("hello"))
        .extracting(BlockEnd::block)
        .containsExactly(0, 1);
    assertThat(run.manifest().arms()).anyMatch(arm -> arm.engine() != null);
    assertThat(merged.resolve("report.html")).exists();
    assertThat(execute("run", "--resume", merged.toString())).isEqualTo(USER_ERROR);
    assertThat(errors.toString()).contains("was merged and cannot be resumed");

    Path half = only(folder.resolve("merged"));
    assertThat(add(half)).as(errors.toString()).isZero();
    assertThat(add(merged)).isZero();
    assertThat(said).as("the same night").contains("already; nothing was added");
  }

  private int add(Path run) {
    return execute("history", "add", run.toString(), "--to", folder.resolve("history").toString());
  }

  private int shard(String shard) {
    return execute("run", "--preset", "smoke", "--blocks", "2", "--fixture", "hello", "--runtime", "plain-java",
        "--seed", "7", "--shard", shard, "--out", folder.resolve("parts").resolve(shard.replace('/', '-')).toString());
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|',
      value = {"0/4 | Invalid value for option '--shard': \"0/4\": there is no shard 0 of 4",
          "5/4 | Invalid value for option '--shard': \"5/4\": there is no shard 5 of 4",
          "x | Invalid value for option '--shard': \"x\" is not a shard; write its number, from 1,",
          "2/11 | --shard 2/11: the plan has only 10 blocks for each fixture"})
  void shouldSayWhatIsNoShard(String shard, String message) {
    Path out = folder.resolve("out");
    assertThat(execute("run", "--preset", "quick", "--seed", "7", "--shard", shard, "--out", out.toString()))
        .isEqualTo(USER_ERROR);
    assertThat(errors.toString().lines()).singleElement().asString().startsWith("coldstart: " + message);
    assertThat(out).doesNotExist();
  }

  @Test
  void shouldAskForWhatAllShardsMustShare() {
    assertThat(execute("run", "--shard", "1/2")).isEqualTo(USER_ERROR);
    assertThat(execute("run", "--shard", "1/2", "--seed", "7", "--target-ci", "2%")).isEqualTo(USER_ERROR);
    assertThat(execute("merge", folder.toString())).isEqualTo(USER_ERROR);
    assertThat(errors.toString().lines().toList()).hasSize(3)
        .satisfiesExactly(line -> assertThat(line).contains("--shard needs --seed"),
            line -> assertThat(line).contains("--shard excludes --target-ci"),
            line -> assertThat(line).contains("nothing to merge: no shard was found"));
  }

  @Test
  void shouldShowItsPartInADryRun() {
    assertThat(
        execute("run", "--preset", "nightly", "--fixture", "hello", "--seed", "7", "--shard", "3/8", "--dry-run"))
        .isZero();
    assertThat(said).contains("shard 3 of 8: 13 blocks of the plan's 100", "JMH: nothing").doesNotContain("scenarios:");
  }

  private int execute(String... words) {
    Execution execution = Execution.of(errors, words);
    said = execution.said();
    return execution.code();
  }

  private static Path only(Path runs) throws IOException {
    try (Stream<Path> all = Files.list(runs)) {
      List<Path> folders = all.filter(entry -> Files.isDirectory(entry) && !Files.isSymbolicLink(entry)).toList();
      assertThat(folders).hasSize(1);
      return folders.get(0);
    }
  }
}
