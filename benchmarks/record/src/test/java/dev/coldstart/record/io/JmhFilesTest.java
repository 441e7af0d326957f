package dev.coldstart.record.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.record.JmhResult;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.SampleRuns;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JmhFilesTest {

  @TempDir
  Path folder;
  private final List<String> warnings = new ArrayList<>();

  @Test
  void shouldPutTheForksOfOneBenchmarkTogether() {
    List<JmhResult> jmh = SampleRuns.blocks(1).readFrom(folder).jmh();
    assertThat(jmh).hasSize(3 * 2 * 4).allMatch(result -> result.forks() == 3);
    JmhResult sampled = find(jmh, "SteadyState.invoke", "sample");
    assertThat(sampled.phase()).isEqualTo("firstInvoke");
    assertThat(sampled.scoreNs()).isCloseTo(102 * 1.115, Percentage.withPercentage(0.01));
    assertThat(sampled.samples()).hasSize(9).contains(new JmhResult.Sample(100, 900), new JmhResult.Sample(832, 10));
    assertThat(find(jmh, "FirstTouch.instantiate", "ss").samples()).containsExactly(new JmhResult.Sample(9_000, 1),
        new JmhResult.Sample(9_100, 1), new JmhResult.Sample(9_200, 1));
    assertThat(find(jmh, "SteadyState.invoke", "avgt").samples()).isEmpty();
  }

  /**
   * JMH 1.37 wrote the file for a benchmark that sleeps 2 ms, or 3 ms in single shot. Secondary metrics are removed.
   */
  @Test
  void shouldReadWhatJmhItselfWrote() throws IOException {
    try (InputStream file = JmhFilesTest.class.getResourceAsStream("jmh-1.37.json")) {
      Files.copy(file, folder.resolve("a.json"));
    }
    List<JmhResult> jmh = read();
    assertThat(jmh).extracting(JmhResult::mode).containsExactly("avgt", "sample", "ss");
    assertThat(jmh).extracting(JmhResult::phase).containsExactly("firstInvoke", "firstInvoke", "parse");
    assertThat(jmh).allMatch(result -> result.forks() == 1 && result.configuration().equals("chicory.interpreter"));
    assertThat(jmh.get(0).scoreNs()).isCloseTo(2_127_553, Percentage.withPercentage(0.001));
    List<JmhResult.Sample> samples = jmh.get(1).samples();
    assertThat(samples.stream().mapToLong(JmhResult.Sample::count).sum()).isEqualTo(19);
    assertThat(samples).contains(new JmhResult.Sample(2_117_632, 2), new JmhResult.Sample(3_436_544, 1));
    assertThat(jmh.get(2).samples()).singleElement().matches(sample -> sample.valueNs() > 3_000_000);
  }

  @ParameterizedTest
  @CsvSource({"ns/op, 2", "us/op, 2000", "ms/op, 2000000", "s/op, 2000000000"})
  void shouldConvertEachUnitToNs(String unit, double expectedNs) throws IOException {
    write("a.json", "[" + entry("ss", "2.0", unit, "\"rawData\" : [[2.0]]") + "]");
    JmhResult result = read().get(0);
    assertThat(result.scoreNs()).isEqualTo(expectedNs);
    assertThat(result.samples()).containsExactly(new JmhResult.Sample((long) expectedNs, 1));
  }

  @Test
  void shouldNotCountAForkWithoutAScore() throws IOException {
    write("a.json", "[" + entry("avgt", "\"NaN\"", "ns/op", "\"rawData\" : [[]]") + "]");
    assertThat(read().get(0).scoreNs()).isNaN();
    write("b.json", "[" + entry("avgt", "4", "ns/op", "\"rawData\" : [[4]]") + "]");
    assertThat(read()).singleElement().matches(result -> result.scoreNs() == 4 && result.forks() == 1);
  }

  @Test
  void shouldSetAFileThatIsCutOffAside() throws IOException {
    write("a.json", "[ {\"benchmark\"");
    write("not-ours.txt", "x");
    assertThat(read()).isEmpty();
    assertThat(warnings).singleElement().asString().contains("jmh/a.json", "killed");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`',
      value = {"\"ns/op\"| \"ops/s\"| scoreUnit=ops/s", "\"score\" : 3| \"score\" : \"3\"| \"score\" must be a number",
          "\"rawData\"| \"raw\"| \"rawData\"", "[[3]]| [[-3]]| value=-3",
          "\"configuration\"| \"c\"| \"configuration\"",})
  void shouldRefuseWhatJmhDoesNotWrite(String from, String to, String named) throws IOException {
    write("a.json", "[" + entry("ss", "3", "ns/op", "\"rawData\" : [[3]]").replace(from, to) + "]");
    assertThatThrownBy(this::read).isInstanceOf(RunFormatException.class)
        .hasMessageContaining("a.json: result 0")
        .hasMessageContaining(named);
  }

  private List<JmhResult> read() {
    return JmhFiles.read(folder, warnings);
  }

  private void write(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private static String entry(String mode, String score, String unit, String raw) {
    return "{\"benchmark\" : \"dev.coldstart.jmh.FirstTouch.parse\", \"mode\" : \"" + mode
        + "\", \"params\" : {\"configuration\" : \"a.b\", \"fixture\" : \"noop\"}, \"primaryMetric\" : {\"score\" : "
        + score + ", \"scoreUnit\" : \"" + unit + "\", " + raw + "}}";
  }

  private static JmhResult find(List<JmhResult> jmh, String benchmark, String mode) {
    return jmh.stream()
        .filter(r -> r.configuration().equals("plain-java.twin") && r.fixture().equals("noop"))
        .filter(r -> r.benchmark().equals(benchmark) && r.mode().equals(mode))
        .findFirst()
        .get();
  }
}
