package dev.coldstart.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Arm;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.stats.run.Summary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLinesTest {

  @TempDir
  Path out;

  @Test
  void shouldSayOnceWhatDiffersInTheFixtureAlone() {
    List<CommandLines> lines = lines("java", "Child", "<at>/wasm/FIXTURE/FIXTURE.wasm", "-Dis=FIXTURE");
    assertThat(lines).hasSize(8);
    assertThat(lines.get(0).of()).isEqualTo("noop, hello");
    assertThat(lines.get(0).line()).isEqualTo("java Child <at>/wasm/<fixture>/<fixture>.wasm -Dis=<fixture>");
  }

  /** With {@code <fixture>} instead of the id, a reader could not tell the original line. */
  @Test
  void shouldLeaveALineThatIsOfOneFixtureAsItIs() {
    List<CommandLines> lines = lines("java", "FIXTURE", "FIXTURE-length");
    assertThat(lines).hasSize(16).extracting(CommandLines::of).containsOnly("noop", "hello");
    assertThat(lines.get(0).line()).isEqualTo("java noop 4");
  }

  private List<CommandLines> lines(String... words) {
    SampleRun run = SampleRuns.blocks(1).withArms(arm -> with(arm, words));
    RunData data = run.readFrom(out);
    RunView view = new RunView(data, Summary.of(data));
    return CommandLines.of(view, view.arms());
  }

  private static Arm with(Arm a, String... words) {
    String length = Integer.toString(a.fixture().length());
    List<String> command =
        List.of(words).stream().map(w -> w.replace("FIXTURE-length", length).replace("FIXTURE", a.fixture())).toList();
    return Records.with(a, "command", command);
  }
}
