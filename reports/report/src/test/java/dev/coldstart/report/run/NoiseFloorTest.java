package dev.coldstart.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.report.page.Nothing;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.report.text.SampleControls;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.ControlResult.Outcome;
import dev.coldstart.stats.run.ControlResult;
import dev.coldstart.stats.run.RunStatus;
import dev.coldstart.stats.run.Summary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoiseFloorTest {

  @TempDir
  Path out;
  private int runs;

  @Test
  void shouldTakeTheEndThatReachesFurthestOfAllThatAFixtureHas() {
    assertThat(words(same("noop", 0.95, 1.01), same("noop", 0.99, 1.02), same("hello", 1.001, 1.03)))
        .isEqualTo("The same command twice differs by at most 5 % (Noop), 3 % (Hello).");
  }

  @Test
  void shouldTellTooFewBlocksFromNoControl() {
    assertThat(words(same("noop", Double.NaN, Double.NaN))).contains("cannot be told: too few blocks");
    assertThat(words()).contains("is not known");
  }

  @Test
  void shouldTakeOnlyTheSameCommandForNoise() {
    ControlResult busy = SampleControls.of("busy", "noop", "a", "b", "ms", 5, new Estimate(5, 4, 6), Outcome.HOLDS);
    assertThat(words(busy)).contains("is not known");
  }

  private String words(ControlResult... controls) {
    RunData run = SampleRuns.blocks(1).readFrom(out.resolve("run" + runs++));
    Summary summary = new Summary(0.02, RunStatus.SOUND, List.of(), List.of(controls), List.of(), List.of(),
        Nothing.EFFORT, Nothing.SCENARIOS, List.of(), List.of(), List.of(), List.of(), List.of());
    return StatusLine.noise(new RunView(run, summary)).replace('\u00a0', ' ');
  }

  private static ControlResult same(String fixture, double low, double high) {
    return SampleControls.of("aa", fixture, "a", "b", "ratio", 1, new Estimate(1, low, high), Outcome.HOLDS);
  }
}
