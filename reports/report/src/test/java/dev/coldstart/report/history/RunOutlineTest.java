package dev.coldstart.report.history;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.report.export.SummaryFile;
import dev.coldstart.report.export.SummaryWriter;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RunOutlineTest {

  @TempDir
  Path out;

  @Test
  void shouldReadWhatTheSummarySays() {
    RunData run = SampleRuns.controlled().readFrom(out);
    Summary summary = Summary.of(run);
    SummaryWriter.write(run.folder(), summary);
    RunOutline outline = RunOutline.in(out, Integer.MAX_VALUE).get(0);
    assertThat(outline.problem()).isNull();
    assertThat(outline.manifest()).isEqualTo(run.manifest());
    assertThat(outline.summary().status()).isEqualTo(summary.status());
    assertThat(outline.summary().compared())
        .hasSize((int) summary.arms().stream().filter(arm -> !arm.arm().isControl()).count());
    assertThat(outline.summary().json()).as("nothing is lost")
        .isEqualTo(SummaryFile.of(run.folder().id(), summary).json());
  }

  @Test
  void shouldNotReadTheLaunches() throws IOException {
    RunFolder folder = SampleRuns.blocks(2).writeTo(out);
    Files.writeString(folder.launches(), "not JSON");
    assertThat(RunOutline.in(out, Integer.MAX_VALUE).get(0).isDamaged()).isFalse();
  }

  @Test
  void shouldListARunOnceAndLeaveOutWhatIsNone() throws IOException {
    RunFolder folder = SampleRuns.blocks(2).writeTo(out);
    Files.createSymbolicLink(out.resolve("latest"), folder.path().getFileName());
    Files.createDirectories(out.resolve("validation"));
    Files.writeString(out.resolve("index.html"), "");
    assertThat(RunOutline.in(out, Integer.MAX_VALUE)).hasSize(1);
  }

  /** A copy that follows links makes a folder of {@code latest}. */
  @Test
  void shouldListNoCopyOfTheNewestRun() throws IOException {
    RunFolder folder = SampleRuns.blocks(2).writeTo(out);
    Path copy = Files.createDirectories(out.resolve("latest"));
    Files.copy(folder.manifest(), copy.resolve("manifest.json"));
    assertThat(RunOutline.in(out, Integer.MAX_VALUE)).extracting(RunOutline::folder).containsExactly(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "[]", "null", "{\"status\":\"odd\",\"arms\":[]}",
      "{\"status\":\"sound\",\"arms\":[{\"control\":null}]}", "{\"status\":null,\"arms\":[]}", "{\"status\":\"sound\"}",
      "{\"status\":\"sound\",\"arms\":null}", "{\"status\":\"sound\",\"arms\":5}",
      "{\"status\":\"sound\",\"arms\":{\"a\":{}}}", "{\"status\":\"sound\",\"arms\":[null]}",
      "{\"status\":\"sound\",\"arms\":[{\"arm\":\"a\",\"fixture\":null}]}",
      "{\"status\":\"sound\",\"arms\":[{\"arm\":null,\"fixture\":\"f\"}]}"})
  void shouldSayThatASummaryIsDamaged(String text) throws IOException {
    RunFolder folder = SampleRuns.blocks(2).writeTo(out);
    Files.writeString(folder.summaryJson(), text);
    RunOutline outline = RunOutline.in(out, Integer.MAX_VALUE).get(0);
    assertThat(outline.isDamaged()).isFalse();
    assertThat(outline.summary()).isNull();
    assertThat(outline.problem()).contains("summary.json", "coldstart report");
  }

  @Test
  void shouldPutDamagedFoldersLastAndSayWhy() throws IOException {
    SampleRuns.blocks(2).writeTo(out);
    Files.writeString(Files.createDirectories(out.resolve("a-damaged-one")).resolve("manifest.json"), "{}");
    List<RunOutline> runs = RunOutline.in(out, Integer.MAX_VALUE);
    assertThat(runs).hasSize(2);
    assertThat(runs.get(1).isDamaged()).isTrue();
    assertThat(runs.get(1).problem()).contains("manifest");
  }
}
