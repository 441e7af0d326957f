package dev.coldstart.report.trend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.record.history.HistoryLine;
import dev.coldstart.stats.run.ArmSummary;
import dev.coldstart.stats.run.Summary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryLinesTest {

  @TempDir
  Path out;

  @Test
  void shouldHaveALineForEachArmButTheControls() {
    RunData run = SampleRuns.controlled().readFrom(out);
    Summary summary = Summary.of(run);
    List<HistoryLine> lines = HistoryLines.of(run, summary);
    List<ArmSummary> arms = summary.arms().stream().filter(arm -> !arm.arm().isControl()).toList();
    assertThat(lines).extracting(HistoryLine::key)
        .containsExactlyElementsOf(arms.stream().map(arm -> arm.arm().key()).toList());
    for (int i = 0; i < lines.size(); i++) {
      HistoryLine line = lines.get(i);
      ArmSummary arm = arms.get(i);
      assertThat(line.run()).isEqualTo(run.manifest().runId());
      assertThat(line.status()).isEqualTo(summary.status().word());
      assertThat(line.notRun()).isEqualTo(arm.arm().notRun());
      if (arm.arm().baseline() || !arm.arm().ran()) {
        assertThat(line.ratio()).isNull();
        assertThat(line.afterBootRatio()).isNull();
        assertThat(line.blocks()).isZero();
      } else {
        assertThat(line.baseline()).startsWith("plain-java.twin/");
        assertThat(line.ratio()).isEqualTo(arm.ratio().value());
        assertThat(line.ratioLow()).isEqualTo(arm.ratio().low());
        assertThat(line.blocks()).isEqualTo(arm.comparison().blocks());
        // Both arms boot alike, so what follows the boot differs by more.
        assertThat(Math.abs(Math.log(line.afterBootRatio()))).isGreaterThan(Math.abs(Math.log(line.ratio())) - 1e-9);
      }
    }
    assertThat(lines).anyMatch(line -> line.ratio() != null);
    assertThat(lines.get(0).noise()).isCloseTo(summary.noise().value(), within(0.0));
  }

  @Test
  void shouldKeepARunThatIsNotToBeTrustedAndSaySo() {
    RunData run = SampleRuns.controlled().slowed(launch -> launch.arm().endsWith("+aa"), 1.5).readFrom(out);
    assertThat(HistoryLines.of(run, Summary.of(run))).isNotEmpty()
        .allMatch(line -> !line.trusted() && line.status().equals("do not trust") && !line.doubts().isEmpty());
  }
}
