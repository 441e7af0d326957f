package dev.coldstart.report.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.Records;
import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.report.page.CheckedRuns;
import dev.coldstart.stats.estimate.Estimate;
import dev.coldstart.stats.run.Summary;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoiseTest {

  @TempDir
  Path out;

  @Test
  void shouldSayHowTheSameCommandDiffersOverAllFixtures() {
    RunData run = CheckedRuns.standard().readFrom(out);
    Summary summary = Records.with(CheckedRuns.sound(run), "noise", new Estimate(1.003, 0.988, 1.021));
    assertThat(words(run, summary)).isEqualTo(
        "Noise: the baseline was launched twice in each block, and its two times differed by +0.3 % (−1.2 % to +2.1 %)"
            + " over all fixtures; 0 % is expected.");
  }

  @Test
  void shouldTellTooFewBlocksFromNoControl() {
    RunData run = CheckedRuns.standard().readFrom(out);
    assertThat(words(run, Records.with(CheckedRuns.sound(run), "noise", Estimate.withoutInterval(1.003))))
        .contains("is unknown: too few blocks");
    RunData without = SampleRuns.blocks(1).readFrom(out.resolve("without"));
    assertThat(words(without, Summary.of(without))).contains("is unknown: the same command was not");
  }

  private static String words(RunData run, Summary summary) {
    return StatusLine.noise(new RunView(run, summary)).replace('\u00a0', ' ');
  }
}
