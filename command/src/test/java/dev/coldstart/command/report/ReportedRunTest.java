package dev.coldstart.command.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.machine.PageCache;
import dev.coldstart.launcher.machine.ProcessLimits;
import dev.coldstart.launcher.plan.Controls;
import dev.coldstart.launcher.plan.Selection;
import dev.coldstart.launcher.run.FakeSeries;
import dev.coldstart.launcher.run.Preset;
import dev.coldstart.launcher.run.RunRequest;
import dev.coldstart.launcher.run.RunSeries;
import dev.coldstart.record.RunData;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that starts no process, with the real statistics and the real report. */
class ReportedRunTest {

  @TempDir
  private Path folder;

  @Test
  void shouldReportARunThatHasEnded() throws IOException {
    FakeSeries fake = new FakeSeries(folder, new Reports());
    Selection all = new Selection(List.of(), List.of(), List.of(), List.of(), List.of(), Controls.STANDARD);
    RunRequest request =
        new RunRequest(fake.home(), all::from, RunRequest.Size.of(Preset.QUICK, 3, Duration.ofHours(1)), 1,
            ProcessLimits.of(Duration.ofSeconds(5)), PageCache.WARM, fake.out(), List.of("run"));
    RunData run;
    try (RunSeries series = fake.begin()) {
      run = series.make(request, id -> {});
    }
    assertThat(run.folder().reportHtml()).isNotEmptyFile();
    assertThat(run.folder().summaryJson()).isNotEmptyFile();
    assertThat(fake.out().resolve("latest/manifest.json")).exists();
    assertThat(fake.said()).contains("retried blocks: 0, besides 6 that count")
        .anySatisfy(line -> assertThat(line).startsWith("status: indicative"));
  }
}
