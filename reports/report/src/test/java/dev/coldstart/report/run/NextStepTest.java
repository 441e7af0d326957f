package dev.coldstart.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.report.page.CheckedRuns;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NextStepTest {

  @TempDir
  Path folder;

  @Test
  void shouldFinishARunThatIsNotComplete() {
    SampleRun budget = SampleRuns.blocks(4).withManifest(m -> Records.with(m, "stoppedBy", "budget"));
    assertThat(of(budget, "reports/out").command()).isEqualTo("scripts/coldstart run --resume reports/out/synthetic");
    assertThat(of(SampleRuns.killed(), "elsewhere").command()).isEqualTo("scripts/coldstart run --resume <run>");
  }

  @Test
  void shouldMeasureMoreIfThereIsTooLittle() {
    assertThat(of(SampleRuns.controlled(12), "few").command()).isEqualTo("scripts/coldstart run");
    SampleRun asked = SampleRuns.controlled(12)
        .withManifest(m -> Records.with(m, "commandLine",
            List.of("run", "--preset=quick", "--fixture", "hello", "--budget", "1m", "--blocks", "12")));
    assertThat(of(asked, "asked").command()).isEqualTo("scripts/coldstart run --fixture hello");
  }

  /** Without a control, more blocks change nothing. A command that is not a run is never proposed. */
  @Test
  void shouldProposeNothingThatDoesNotHelp() {
    assertThat(of(SampleRuns.standard(), "enough")).isNull();
    SampleRun foreign =
        SampleRuns.controlled(12).withManifest(m -> Records.with(m, "commandLine", List.of("prune", "--keep", "0")));
    assertThat(of(foreign, "foreign")).isNull();
  }

  @Test
  void shouldLookForTheCauseOfAFailure() {
    RunData run = CheckedRuns.standard().readFrom(folder.resolve("failed"));
    assertThat(NextStep.of(new RunView(run, CheckedRuns.failed(run, "why"))).command())
        .isEqualTo("scripts/coldstart doctor");
    assertThat(of(SampleRuns.blocks(0), "nothing").command()).isEqualTo("scripts/coldstart doctor");
  }

  @Test
  void shouldAskForNothingOfASoundRun() {
    RunData run = CheckedRuns.standard().readFrom(folder.resolve("sound"));
    assertThat(NextStep.of(new RunView(run, CheckedRuns.sound(run)))).isNull();
  }

  private NextStep of(SampleRun sample, String out) {
    try {
      RunData run = sample.readFrom(Files.createDirectories(folder.resolve(out)));
      return NextStep.of(new RunView(run, Summary.of(run)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
