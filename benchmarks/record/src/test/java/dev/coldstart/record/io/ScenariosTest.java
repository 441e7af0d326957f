package dev.coldstart.record.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.record.BurstLaunch;
import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.record.SampleScenarios;
import dev.coldstart.record.Scenarios;
import dev.coldstart.record.WarmLaunch;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The launches in addition to the headline. */
class ScenariosTest {

  private static final SampleRun PLAIN = SampleRuns.blocks(1).withoutJmh();
  private static final SampleRun RUN = PLAIN.withScenarios(SampleScenarios.of(PLAIN.manifest()));

  private static final Map<String, List<String>> WRITTEN = json(RUN.scenarios());

  @TempDir
  Path out;

  @Test
  void shouldReadBackWhatWasWritten() {
    RunData data = RUN.readFrom(out);
    assertThat(json(data)).isEqualTo(WRITTEN);
    assertThat(data.scenarios().of(WarmLaunch.class)).hasSize(2 * SampleScenarios.BLOCKS * 6);
    assertThat(data.warnings()).isEmpty();
  }

  @Test
  void shouldReadBackWhatWasPlanned() {
    Map<String, String> leftOut = Map.of("other.script", "answers once");
    SampleRun run = SampleScenarios.run().withManifest(m -> SampleScenarios.planned(m, leftOut));
    assertThat(run.readFrom(out).manifest().plan().scenarios()).isEqualTo(SampleScenarios.plan(leftOut));
  }

  @Test
  void shouldHaveNoFileOfAScenarioThatWasNotRun() {
    RunData data = PLAIN.readFrom(out);
    assertThat(data.scenarios()).isEqualTo(Scenarios.NONE);
    assertThat(data.folder().path()).isDirectoryNotContaining("glob:**{warm,memory,burst}*");
  }

  @Test
  void shouldReadThemCompressed() throws IOException {
    RunFolder folder = RUN.writeTo(out);
    for (Path file : List.of(folder.scenario(Scenarios.COLD_TO_WARM), folder.scenario(Scenarios.MEMORY),
        folder.scenario(Scenarios.BURST))) {
      try (OutputStream gz =
          new GZIPOutputStream(Files.newOutputStream(file.resolveSibling(file.getFileName() + ".gz")))) {
        Files.copy(file, gz);
      }
      Files.delete(file);
    }
    assertThat(json(RunReader.read(folder.path()))).isEqualTo(WRITTEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"cold-to-warm", "memory", "burst"})
  void shouldSetATornLastLineAside(String scenario) throws IOException {
    RunFolder folder = RUN.writeTo(out);
    Path file = folder.path().resolve(scenario + ".jsonl");
    String whole = Files.readString(file);
    Files.writeString(file, "{\"block\":4,\"ar", StandardOpenOption.APPEND);
    RunData torn = RunReader.read(folder.path());
    assertThat(torn.warnings()).singleElement().asString().contains(scenario + ".jsonl line ", "is incomplete");
    assertThat(json(torn)).isEqualTo(WRITTEN);
    RunWriter.resume(folder).close();
    assertThat(file).hasContent(whole);
    assertThat(file.resolveSibling(scenario + ".jsonl.torn")).hasContent("{\"block\":4,\"ar");
  }

  @Test
  void shouldSetABurstAsideThatHasNotAllItsLines() throws IOException {
    RunFolder folder = RUN.writeTo(out);
    List<String> lines = Files.readAllLines(folder.scenario(Scenarios.BURST));
    Files.write(folder.scenario(Scenarios.BURST), lines.subList(0, lines.size() - 1));
    RunData data = RunReader.read(folder.path());
    assertThat(data.scenarios().of(BurstLaunch.class)).hasSize(lines.size() - 4);
    assertThat(data.warnings()).singleElement().asString().contains("burst.jsonl: 3 lines belong to incomplete bursts");
  }

  /** The lines that a resumed run leaves. */
  @Test
  void shouldTakeABurstThatWasMadeAgain() throws IOException {
    RunFolder folder = RUN.writeTo(out);
    List<String> lines = Files.readAllLines(folder.scenario(Scenarios.BURST));
    List<String> again = new ArrayList<>(lines.subList(0, lines.size() - 1));
    again.addAll(lines.subList(lines.size() - 4, lines.size()));
    Files.write(folder.scenario(Scenarios.BURST), again);
    RunData data = RunReader.read(folder.path());
    assertThat(json(data)).isEqualTo(WRITTEN);
    assertThat(data.warnings()).singleElement().asString().contains("burst.jsonl: 3 lines");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`',
      value = {"cold-to-warm| \"arm\":\"| \"arm\":\"x| is not in manifest.json",
          "cold-to-warm| \"firstResponseNs\":| \"firstResponseNs\":-| firstResponseNs=-",
          "cold-to-warm| \"callNs\":[| \"callNs\":[-1,| negative \"callNs\"",
          "cold-to-warm| \"callNs\":| \"calls\":| \"callNs\"", "cold-to-warm| \"callNs\":[| \"callNs\":[0.5,| \"callNs",
          "cold-to-warm| \"position\":0,| ``| position", "memory| \"instances\":[1,| \"instances\":[2,| must rise",
          "memory| \"instances\":[1,| \"instances\":[| as many \"rssBytes\"",
          "memory| \"rssBytes\":[| \"rssBytes\":[0,-| \"rssBytes\"", "memory| \"rssBytes\":| \"bytes\":| \"rssBytes\"",
          "burst| \"index\":0| \"index\":1| index=1 of starts=1", "burst| \"index\":0| \"index\":-1| index=-1",
          "burst| \"lateNs\":| \"late\":| \"lateNs\"", "burst| \"responseNs\":| \"responseNs\":-| responseNs=-",})
  void shouldRefuseALineThatIsNone(String scenario, String from, String to, String named) throws IOException {
    RunFolder folder = RUN.writeTo(out);
    Path file = folder.path().resolve(scenario + ".jsonl");
    List<String> lines = Files.readAllLines(file);
    assertThat(lines.get(0)).contains(from);
    lines.set(0, lines.get(0).replace(from, to));
    Files.write(file, lines);
    assertThatThrownBy(() -> RunReader.read(folder.path())).isInstanceOf(RunFormatException.class)
        .hasMessageContaining(scenario + ".jsonl line 1")
        .hasMessageContaining(named);
  }

  @Test
  void shouldWriteWhatIsKnownAndNothingElse() throws IOException {
    WarmLaunch valid = new WarmLaunch(0, 1, SampleRuns.BASELINE, "noop", true, null, 9L, new long[] {3, 2});
    WarmLaunch invalid = new WarmLaunch(0, 2, SampleRuns.BASELINE, "noop", false, "exit code 3", null, null);
    Scenarios scenarios = SampleScenarios.lines(List.of(valid, invalid));
    assertThat(PLAIN.withScenarios(scenarios).writeTo(out).scenario(Scenarios.COLD_TO_WARM)).hasContent(
        "{\"block\":0,\"position\":1,\"arm\":\"plain-java.twin/default/jdk25\",\"fixture\":\"noop\",\"valid\":true,"
            + "\"firstResponseNs\":9,\"callNs\":[3,2]}\n"
            + "{\"block\":0,\"position\":2,\"arm\":\"plain-java.twin/default/jdk25\",\"fixture\":\"noop\","
            + "\"valid\":false,\"reason\":\"exit code 3\"}\n");
  }

  private static Map<String, List<String>> json(RunData data) {
    return json(data.scenarios());
  }

  /** Compares line by line, because launches with equal arrays are not equal. */
  private static Map<String, List<String>> json(Scenarios scenarios) {
    Map<String, List<String>> json = new TreeMap<>();
    scenarios.lines()
        .forEach((id, lines) -> json.put(id, lines.stream().map(JsonMapper.shared()::writeValueAsString).toList()));
    return json;
  }
}
