package dev.coldstart.record.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.BlockEnd;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Merged;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.record.SampleScenarios;
import dev.coldstart.record.SampleShards;
import dev.coldstart.record.io.RunReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Merging the shards of a plan, and what is said of those that cannot be merged. */
class MergeTest {

  private static final SampleRun RUN = SampleRuns.blocks(6).withBlocks(ends());

  @TempDir
  Path folder;

  private Path parts;
  private Path out;

  @BeforeEach
  void makeFolders() throws IOException {
    parts = Files.createDirectory(folder.resolve("parts"));
    out = folder.resolve("out");
  }

  @Test
  void shouldGiveBackTheRunThatWasDivided() {
    SampleRun divided = SampleRuns.controlled(12)
        .withManifest(m -> SampleScenarios.planned(m, null))
        .withScenarios(SampleScenarios.of(SampleRuns.controlled(12).manifest()));
    RunData whole = divided.readFrom(folder.resolve("whole"));
    Merge merge = merge(SampleShards.of(divided, 3, SampleShards.ONE_HOST));
    RunData run = RunReader.read(merge.folder().path());
    assertThat(merge.isComplete()).isTrue();
    assertThat(merge.notes()).isEmpty();
    assertThat(run.arms()).isEqualTo(whole.arms()).extracting(ArmLaunches::launches).isNotEmpty();
    assertThat(run.blocks()).containsExactlyInAnyOrderElementsOf(whole.blocks());
    assertThat(run.jmh()).isEqualTo(whole.jmh()).isNotEmpty();
    assertThat(run.scenarios().run()).isEqualTo(whole.scenarios().run()).isNotEmpty();
    assertThat(run.warnings()).isEqualTo(whole.warnings());
    Manifest manifest = run.manifest();
    assertThat(manifest.plan()).isEqualTo(whole.manifest().plan());
    assertThat(manifest.stoppedBy()).isEqualTo("blocks");
    assertThat(manifest.runId()).isEqualTo(merge.folder().id()).endsWith("-merged");
    assertThat(manifest.merged().shards()).extracting(Merged.Part::runId)
        .containsExactly("synthetic-1", "synthetic-2", "synthetic-3");
    assertThat(manifest.machines()).isEqualTo(1);
  }

  @Test
  void shouldSayOfEachLaunchAndBlockWhichShardItIsFrom() throws IOException {
    RunFolder run = merge(shards(3)).folder();
    assertThat(Files.readAllLines(run.launches())).allMatch(MergeTest::isOfItsShard).hasSize(RUN.launches().size());
    assertThat(Files.readAllLines(run.blocks())).allMatch(MergeTest::isOfItsShard).hasSize(7);
  }

  private static List<BlockEnd> ends() {
    return IntStream.rangeClosed(0, 6).mapToObj(i -> new BlockEnd("hello", i, i == 0, null, 2, 1, null)).toList();
  }

  private static boolean isOfItsShard(String line) {
    int block = Integer.parseInt(line.replaceFirst(".*\"block\":(\\d+).*", "$1"));
    return line.endsWith(",\"shard\":" + (block % 3 + 1) + "}");
  }

  @Test
  void shouldTellMachinesApartByWhatTheyAre() {
    List<SampleRun> unlike = SampleShards.with(SampleShards.of(RUN, 3, SampleShards.OWN_HOSTS), 2,
        machine("processors", 8, "processor", "Other CPU"));
    Manifest several = RunReader.manifest(merge(unlike).folder().path());
    assertThat(several.machines()).isEqualTo(3);
    assertThat(several.machine().os()).isEqualTo("Linux");
    assertThat(several.machine().processor()).isNull();
    assertThat(several.machine().processors()).isNull();
    assertThat(several.merged().shardsOf(2)).containsExactly(2);
  }

  @Test
  void shouldNotTakeUnknownMachinesForTheSame() {
    Merge merge = merge(SampleShards.of(RUN, 2, shard -> null));
    assertThat(RunReader.manifest(merge.folder().path()).machines()).isEqualTo(2);
  }

  @Test
  void shouldDivideARunByMachines() {
    Merge merge = merge(SampleShards.of(RUN, 3, shard -> shard == 2 ? "two" : "one"));
    List<RunData> machines = RunReader.read(merge.folder().path()).byMachine();
    assertThat(machines).hasSize(2);
    assertThat(machines.get(0).arms().get(0).launches()).allMatch(launch -> launch.block() % 3 != 1);
    assertThat(machines.get(1).arms().get(0).launches()).isNotEmpty().allMatch(launch -> launch.block() % 3 == 1);
    assertThat(machines.get(1).blocks()).isNotEmpty().allMatch(block -> block.block() % 3 == 1);
    assertThat(machines.get(1).manifest().machine().host()).isEqualTo("two");
    assertThat(machines.get(0).jmh()).isNotEmpty();
    assertThat(machines.get(1).jmh()).isEmpty();
  }

  @Test
  void shouldNameALostShardAndMergeTheOthers() {
    List<SampleRun> all = shards(6);
    Merge merge = merge(List.of(all.get(0), all.get(3), all.get(5)));
    assertThat(merge.isComplete()).isFalse();
    assertThat(merge.notes()).containsExactly("shards 2, 3 and 5 of 6 are missing: the run has 3 of 6 parts");
    Manifest manifest = RunReader.manifest(merge.folder().path());
    assertThat(manifest.notes()).isEqualTo(merge.notes());
    assertThat(manifest.stoppedBy()).isEqualTo("parts");
    assertThat(manifest.merged().missing()).containsExactly(2, 3, 5);
  }

  @Test
  void shouldNameAShardThatHasNotFinished() {
    Merge merge = merge(SampleShards.with(shards(3), 2, changed("endedAt", null, "stoppedBy", null)));
    assertThat(merge.isComplete()).isFalse();
    assertThat(merge.notes()).containsExactly("shard 2 has not finished and was left out (run synthetic-2):"
        + " finish it with run --resume, then merge again");
  }

  @Test
  void shouldMergeAShardThatItsBudgetEnded() {
    Merge merge = merge(SampleShards.with(shards(3), 2, changed("stoppedBy", "budget")));
    assertThat(merge.isComplete()).isTrue();
    assertThat(merge.notes()).containsExactly("shard 2: ended at the time budget, before the last block");
    assertThat(RunReader.manifest(merge.folder().path()).stoppedBy()).isEqualTo("budget");
  }

  @Test
  void shouldMergeTheFirstOfAShardThatWasMadeTwice() {
    List<SampleRun> all = shards(2);
    SampleRun again =
        all.get(1).withManifest(m -> Records.with(m, "runId", "again", "startedAt", m.startedAt().plusSeconds(3_600)));
    Merge merge = merge(List.of(all.get(0), again, all.get(1)));
    assertThat(merge.isComplete()).isTrue();
    assertThat(merge.notes())
        .containsExactly("shard 2 was made twice: run again was left out, because run synthetic-2 started first");
  }

  @Test
  void shouldNameAShardOfAnotherPlan() {
    assertThat(foreign(changed("coldstart", "9.9")))
        .isEqualTo("coldstart's version: 9.9, and in the others 0.1.0-SNAPSHOT");
    assertThat(foreign(run -> run.withManifest(m -> Records.with(m, "plan", Records.with(m.plan(), "seed", 5L)))))
        .isEqualTo("the seed: 5, and in the others 42");
    assertThat(foreign(changed("jdks", List.of(new Manifest.Jdk("jdk25", "25.0.9", "Other")))))
        .isEqualTo("the JDKs differ from the others'");
    assertThat(foreign(run -> run.withManifest(m -> Records.with(m, "fixtures",
        m.fixtures().stream().map(fixture -> Records.with(fixture, "sha256", "22".repeat(32))).toList()))))
        .isEqualTo("the fixtures differ from the others'");
    assertThat(foreign(run -> run.withArms(arm -> Records.with(arm, "engine", "Other 1.0"))))
        .startsWith("the engine of ")
        .contains(": Other 1.0, and in the others ");
    assertThat(foreign(run -> run.withArms(
        arm -> arm.command().isEmpty() ? arm : Records.with(arm, "command", List.of("java", "-Xint", "-cp", "x")))))
        .startsWith("the JVM arguments of ")
        .endsWith(" differ from the others'");
  }

  private String foreign(UnaryOperator<SampleRun> change) {
    Path of = folder.resolve("foreign" + System.nanoTime());
    SampleShards.write(SampleShards.with(shards(3), 3, change), of);
    Merge merge = Merge.of(List.of(of), out);
    assertThat(merge.isComplete()).isFalse();
    String before = "run synthetic-3, shard 3/3, is not of the same plan and was left out: ";
    return merge.notes()
        .stream()
        .filter(note -> note.startsWith(before))
        .findFirst()
        .orElseThrow()
        .substring(before.length());
  }

  @Test
  void shouldNotMindWhatDependsOnTheMachine() {
    Merge merge = merge(SampleShards.with(shards(2), 2, run -> run
        .withManifest(m -> Records.with(m, "plan", Records.with(m.plan(), "scenarios", null, "budgetMs", 5L)))));
    assertThat(merge.isComplete()).isTrue();
  }

  @Test
  void shouldSayInOneNoteWhatSeveralShardsNoted() {
    Merge merge = merge(SampleShards.with(SampleShards.with(shards(4), 2, changed("notes", List.of("hot"))), 4,
        changed("notes", List.of("hot", "slow"))));
    assertThat(merge.notes()).containsExactly("shards 2 and 4: hot", "shard 4: slow");
  }

  @Test
  void shouldNameWhatIsBrokenWithoutItsPlace() throws IOException {
    SampleShards.write(shards(3), parts);
    Path two = parts.resolve("part synthetic-2").resolve("synthetic-2");
    Files.writeString(two.resolve("launches.jsonl"), "no JSON\n" + Files.readString(two.resolve("launches.jsonl")));
    Files.writeString(parts.resolve("part synthetic-3").resolve("synthetic-3").resolve("manifest.json"), "{");
    Merge merge = Merge.of(List.of(parts), out);
    assertThat(merge.isComplete()).isFalse();
    assertThat(merge.notes()).noneMatch(note -> note.contains(folder.toString()))
        .anyMatch(
            note -> note.startsWith("synthetic-2 cannot be read and was left out: synthetic-2/launches.jsonl line 1"))
        .anyMatch(note -> note.startsWith("synthetic-3 cannot be read and was left out: synthetic-3/manifest.json"));
  }

  @Test
  void shouldRefuseAShardWithBlocksOfAnother() {
    Merge merge = merge(SampleShards.with(shards(3), 2,
        run -> run.withLaunches(launch -> Records.with(launch, "block", launch.block() + 1))));
    assertThat(merge.notes()).anyMatch(note -> note.startsWith(
        "synthetic-2 cannot be read and was left out:" + " synthetic-2 holds block 2, which is not one of shard 2/3"));
    assertThat(RunReader.manifest(merge.folder().path()).merged().missing()).containsExactly(2);
  }

  @Test
  void shouldRefuseAManifestThatContradictsItself() throws IOException {
    SampleShards.write(shards(2), parts);
    Path manifest = parts.resolve("part synthetic-2").resolve("synthetic-2").resolve("manifest.json");
    Files.writeString(manifest, Files.readString(manifest).replaceAll("\"index\" : 2", "\"index\" : 2000000000"));
    assertThat(Merge.of(List.of(parts), out).notes())
        .anyMatch(note -> note.contains("there is no shard 2000000000 of 2"));
  }

  @Test
  void shouldLeaveOutRunsThatAreNoShards() {
    RUN.writeTo(parts.resolve("other"));
    Merge first = merge(shards(2));
    assertThat(first.isComplete()).isTrue();
    assertThat(first.notes())
        .containsExactly("1 run was left out that are no shards, made without --shard; the first is synthetic");
    assertThatThrownBy(() -> Merge.of(List.of(first.folder().path(), parts.resolve("other")), out))
        .isInstanceOf(RunFormatException.class)
        .hasMessageStartingWith("nothing to merge: no shard was found that has ended");
  }

  @Test
  void shouldOverwriteNothing() throws IOException {
    SampleShards.write(shards(2), parts);
    List<Path> before = files();
    Merge first = Merge.of(List.of(parts), out);
    Merge second = Merge.of(List.of(parts), out);
    assertThat(second.folder()).isNotEqualTo(first.folder());
    assertThat(files()).isEqualTo(before);
    assertThatThrownBy(() -> Merge.of(List.of(folder.resolve("nothing")), out)).isInstanceOf(RunFormatException.class)
        .hasMessageContaining("nothing was left out: it holds no run");
  }

  @Test
  void shouldWriteNothingIfNoShardCanBeRead() throws IOException {
    SampleShards.write(shards(1), parts);
    Files.writeString(parts.resolve("part synthetic-1").resolve("synthetic-1").resolve("launches.jsonl"), "1\n2\n");
    assertThatThrownBy(() -> Merge.of(List.of(parts), out)).isInstanceOf(RunFormatException.class)
        .hasMessageStartingWith("nothing to merge: synthetic-1 cannot be read and was left out: ");
    assertThat(out).doesNotExist();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(parts)) {
      return all.sorted().toList();
    }
  }

  private static UnaryOperator<SampleRun> changed(Object... changes) {
    return run -> run.withManifest(m -> Records.with(m, changes));
  }

  private static UnaryOperator<SampleRun> machine(Object... changes) {
    return run -> run.withManifest(m -> Records.with(m, "machine", Records.with(m.machine(), changes)));
  }

  private static List<SampleRun> shards(int shards) {
    return SampleShards.of(RUN, shards, SampleShards.ONE_HOST);
  }

  private Merge merge(List<SampleRun> shards) {
    SampleShards.write(shards, parts);
    return Merge.of(List.of(parts), out);
  }
}
