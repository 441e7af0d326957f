package dev.coldstart.record.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.record.ArmLaunches;
import dev.coldstart.record.Launch;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RunReaderTest {

  @TempDir
  Path out;

  @Test
  void shouldReadWhatWasWritten() {
    SampleRun run = SampleRuns.standard();
    RunData data = run.readFrom(out);
    assertThat(data.manifest()).isEqualTo(run.manifest());
    assertThat(data.arms()).extracting(ArmLaunches::arm).isEqualTo(run.manifest().arms());
    Stream<Launch> read = data.arms().stream().flatMap(arm -> arm.launches().stream());
    assertThat(read).containsExactlyInAnyOrderElementsOf(run.launches());
    assertThat(data.warnings()).isEmpty();
  }

  @Test
  void shouldKeepInvalidAndWarmUpLaunchesAndNotCountThem() {
    ArmLaunches wasmtime = arm(SampleRuns.standard().readFrom(out), "wasmtime.jni/default/jdk25");
    assertThat(wasmtime.launches()).hasSize(31);
    assertThat(wasmtime.counted()).hasSize(29);
  }

  @Test
  void shouldHoldAnArmThatDidNotRunWithoutLaunches() {
    ArmLaunches graal = arm(SampleRuns.blocks(1).readFrom(out), "graalwasm.jit/default/jdk25");
    assertThat(graal.arm().notRun()).isEqualTo("needs a JDK with JVMCI");
    assertThat(graal.launches()).isEmpty();
  }

  @Test
  void shouldGiveAnArmTheLaunchesOfTheOneThatItIsLaunchedAs() {
    String launched = "wasmtime.jni/default/jdk25";
    String other = "wasmtime.jni/appcds/jdk25";
    RunData data = launchedAs(other, launched).onlyLaunches(launch -> !launch.arm().equals(other)).readFrom(out);
    assertThat(arm(data, other).launches()).hasSize(31).isEqualTo(arm(data, launched).launches());
    assertThat(arm(data, other).counted()).isEqualTo(arm(data, launched).counted());
    assertThat(data.launched()).hasSize(data.arms().size() - 2)
        .extracting(ArmLaunches::arm)
        .noneMatch(arm -> arm.arm().equals(other));
  }

  @ParameterizedTest
  @ValueSource(strings = {"gone/default/jdk25", "wasmtime.jni/appcds/jdk25"})
  void shouldRefuseAnArmThatIsLaunchedAsNoneWithLaunchesOfItsOwn(String as) {
    SampleRun run = launchedAs("wasmtime.jni/appcds/jdk25", as);
    assertThatThrownBy(() -> run.readFrom(out)).isInstanceOf(RunFormatException.class)
        .hasMessageContaining("arm wasmtime.jni/appcds/jdk25 of fixture noop is launched as " + as);
  }

  private static SampleRun launchedAs(String arm, String as) {
    return SampleRuns.standard().withArms(a -> a.arm().equals(arm) ? Records.with(a, "launchedAs", as) : a);
  }

  @Test
  void shouldFollowALinkToTheRunsOwnId() throws IOException {
    Path link = Files.createSymbolicLink(out.resolve("latest"), SampleRuns.blocks(1).writeTo(out).path());
    assertThat(RunReader.read(link).folder().id()).isEqualTo(SampleRuns.ID);
  }

  @Test
  void shouldSetATornLastLineAsideWhereverItWasTorn() throws IOException {
    RunFolder folder = SampleRuns.blocks(1).writeTo(out);
    List<String> lines = Files.readAllLines(folder.launches());
    byte[] first = (lines.get(0) + "\n").getBytes(StandardCharsets.UTF_8);
    byte[] second = lines.get(1).getBytes(StandardCharsets.UTF_8);
    for (int cut = 1; cut < second.length; cut++) {
      byte[] torn = Arrays.copyOf(first, first.length + cut);
      System.arraycopy(second, 0, torn, first.length, cut);
      Files.write(folder.launches(), torn);
      RunData data = RunReader.read(folder.path());
      assertThat(data.arms().stream().mapToInt(arm -> arm.launches().size()).sum()).isEqualTo(1);
      assertThat(data.warnings()).singleElement().asString().contains("launches.jsonl line 2 is incomplete");
    }
  }

  @Test
  void shouldRefuseACorruptLineBeforeTheLast() throws IOException {
    RunFolder folder = SampleRuns.blocks(1).writeTo(out);
    List<String> lines = new ArrayList<>(Files.readAllLines(folder.launches()));
    lines.set(2, lines.get(2).substring(9));
    Files.write(folder.launches(), lines);
    assertThatThrownBy(() -> RunReader.read(folder.path())).isInstanceOf(RunFormatException.class)
        .hasMessageContaining("launches.jsonl line 3")
        .hasMessageContaining("remove it");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"x\"", "\"12\"", "12.5", "true", "{}", "[1]"})
  void shouldRefuseACounterThatIsNoWholeNumberAndSayWhich(String value) throws IOException {
    RunFolder folder = SampleRuns.blocks(1).writeTo(out);
    String text = Files.readString(folder.launches()).replaceFirst("\"cpuNs\":\\d+", "\"cpuNs\":" + value);
    Files.writeString(folder.launches(), text);
    assertThatThrownBy(() -> RunReader.read(folder.path())).isInstanceOf(RunFormatException.class)
        .hasMessageContaining("launches.jsonl line 1: \"cpuNs\": ");
  }

  @Test
  void shouldPassOverFieldsOfALaterVersion() throws IOException {
    RunFolder folder = SampleRuns.blocks(1).writeTo(out);
    String text = Files.readString(folder.launches());
    List<ArmLaunches> arms = RunReader.read(folder.path()).arms();
    Files.writeString(folder.launches(),
        text.replace("\"cpuNs\":", "\"later\":{\"a\":[\"x\"]},\"gcNs2\":\"y\",\"cpuNs\":"));
    assertThat(RunReader.read(folder.path()).arms()).isEqualTo(arms);
  }

  @Test
  void shouldReadManyLinesInTheirOrderAndNameTheFirstThatIsWrong() throws IOException {
    RunFolder folder = SampleRuns.blocks(120).writeTo(out);
    List<String> lines = new ArrayList<>(Files.readAllLines(folder.launches()));
    assertThat(lines).hasSizeGreaterThan(1_400);
    assertThat(RunReader.read(folder.path()).arms())
        .allSatisfy(arm -> assertThat(arm.launches()).isSortedAccordingTo(Comparator.comparing(Launch::block)));
    for (int number : new int[] {1_300, 1_025, 1_024, 513, 512}) {
      lines.set(number - 1, lines.get(number - 1).replace("\"valid\":", "\"valid\":0"));
      Files.write(folder.launches(), lines);
      assertThatThrownBy(() -> RunReader.read(folder.path()))
          .hasMessageContaining("launches.jsonl line " + number + ":");
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {511, 512, 513, 1_024, 1_025})
  void shouldSetTheLastLineAsideHoweverManyStandBeforeIt(int lines) throws IOException {
    RunFolder folder = SampleRuns.blocks(120).writeTo(out);
    List<String> kept = new ArrayList<>(Files.readAllLines(folder.launches()).subList(0, lines));
    kept.set(lines - 1, kept.get(lines - 1).substring(0, 20));
    Files.writeString(folder.launches(), String.join("\n", kept));
    RunData data = RunReader.read(folder.path());
    assertThat(data.arms().stream().mapToInt(arm -> arm.launches().size()).sum()).isEqualTo(lines - 1);
    assertThat(data.warnings()).singleElement().asString().contains("line " + lines + " is incomplete");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`',
      value = {"\"block\":0| \"block\":\"0\"| \"block\"", "\"block\":0| \"block\":null| \"block\"",
          "\"block\":0| \"block\":0.5| \"block\"", "\"block\":0| \"block\":99999999999| \"block\"",
          "\"block\":0,| ``| block", "\"valid\":true| \"valid\":1| \"valid\"",
          "\"fixture\":\"noop\"| \"fixture\":7| \"fixture\"", "\"fixture\":\"noop\",| ``| fixture",
          "\"fixture\":\"noop\"| \"fixture\":\"gone\"| not in manifest.json",
          "\"boot\":| \"boot\":true,\"b\":| \"phasesNs.boot\"", "\"firstResponseNs\":| \"other\":| firstResponseNs",
          "\"firstResponseNs\":| \"firstResponseNs\":0,\"other\":| firstResponseNs=0",})
  void shouldRefuseAWrongOrMissingValue(String from, String to, String named) throws IOException {
    RunFolder folder = SampleRuns.blocks(0).onlyLaunches(l -> l.fixture().equals("noop")).writeTo(out);
    List<String> lines = new ArrayList<>(Files.readAllLines(folder.launches()));
    assertThat(lines.get(0)).contains(from);
    lines.set(0, lines.get(0).replace(from, to));
    Files.write(folder.launches(), lines);
    assertThatThrownBy(() -> RunReader.read(folder.path())).isInstanceOf(RunFormatException.class)
        .hasMessageContaining("launches.jsonl line 1")
        .hasMessageContaining(named);
  }

  @Test
  void shouldIgnoreFieldsOfALaterVersion() throws IOException {
    RunFolder folder = SampleRuns.blocks(1).writeTo(out);
    String text = Files.readString(folder.launches());
    Files.writeString(folder.launches(), text.replace("{\"block\"", "{\"later\":[1],\"block\""));
    assertThat(RunReader.read(folder.path()).warnings()).isEmpty();
  }

  /** An archived run has its JMH files packed, and its manifest may be older than the field that counts them. */
  @Test
  void shouldSayThatJmhsFilesArePacked() throws IOException {
    RunFolder folder = SampleRuns.blocks(1).withoutJmh().writeTo(out);
    assertThat(RunReader.read(folder.path()).warnings()).isEmpty();
    Files.writeString(folder.path().resolve("jmh.tar.xz"), "");
    assertThat(RunReader.read(folder.path()).warnings()).singleElement()
        .asString()
        .startsWith(
            "JMH's files are missing: the report lacks first calls in JMH, JMH against launches and steady" + " states")
        .contains("tar -xf jmh.tar.xz");
    Files.delete(folder.jmh());
    assertThat(RunReader.read(folder.path()).warnings()).hasSize(1);
  }

  @Test
  void shouldSayHowManyOfJmhsFilesAreMissing() throws IOException {
    SampleRun run = SampleRuns.blocks(1);
    int files = run.jmh().size();
    RunFolder folder = run.withManifest(m -> m.with(new Manifest.Jmh(files + 2, files))).writeTo(out);
    assertThat(RunReader.read(folder.path()).warnings()).isEmpty();
    Files.delete(folder.jmh().resolve(run.jmh().keySet().iterator().next()));
    assertThat(RunReader.read(folder.path()).warnings()).singleElement()
        .asString()
        .startsWith("1 of JMH's " + files + " files are missing from jmh/");
  }

  @Test
  void shouldWarnWhenNoLaunchWasEverWritten() throws IOException {
    RunFolder folder = SampleRuns.blocks(1).withoutJmh().writeTo(out);
    Files.delete(folder.launches());
    assertThat(RunReader.read(folder.path()).warnings()).singleElement()
        .asString()
        .contains("launches.jsonl is missing");
  }

  private static ArmLaunches arm(RunData data, String id) {
    return data.arms()
        .stream()
        .filter(a -> a.arm().arm().equals(id) && a.arm().fixture().equals("noop"))
        .findFirst()
        .get();
  }
}
