package dev.coldstart.report.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.report.page.RunPage;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFilesTest {

  @TempDir
  Path out;
  private RunFolder folder;

  @BeforeEach
  void makeAll() {
    RunData run = SampleRuns.standard().readFrom(out);
    Summary summary = Summary.of(run);
    folder = run.folder();
    SummaryWriter.write(folder, summary);
    RunPage.write(run, summary, folder.reportHtml());
    SummaryWriter.writeOthers(run, summary, folder);
  }

  @Test
  void shouldListTheRawDataAndAllThatIsMadeWithTheirSizes() throws IOException {
    assertThat(ReportFiles.areWhole(folder)).as("a making that was cut").isFalse();
    ReportFiles.end(folder);
    assertThat(ReportFiles.areWhole(folder)).isTrue();
    String list = Files.readString(folder.reportFiles());
    assertThat(list).contains("\"report.html\" : " + Files.size(folder.reportHtml()), "\"histograms/cold.hlog\" : ",
        "\"badges/hello.svg\" : ", "\"launches.jsonl\" : ");
  }

  @Test
  void shouldMissEachFile() throws IOException {
    ReportFiles.end(folder);
    for (Path file : made()) {
      byte[] bytes = Files.readAllBytes(file);
      Files.delete(file);
      assertThat(ReportFiles.areWhole(folder)).as("without " + file).isFalse();
      Files.write(file, new byte[bytes.length / 2]);
      assertThat(ReportFiles.areWhole(folder)).as("half of " + file).isFalse();
      Files.write(file, bytes);
      assertThat(ReportFiles.areWhole(folder)).isTrue();
    }
  }

  private List<Path> made() throws IOException {
    try (Stream<Path> histograms = Files.list(folder.histograms()); Stream<Path> badges = Files.list(folder.badges())) {
      return Stream
          .of(Stream.of(folder.manifest(), folder.launches(), folder.reportHtml(), folder.summaryJson(),
              folder.summaryCsv(), folder.summaryMd(), folder.summarySvg(), folder.ratios()), histograms, badges)
          .flatMap(files -> files)
          .toList();
    }
  }

  @Test
  void shouldForgetWhatIsBeingMadeAnew() {
    ReportFiles.end(folder);
    ReportFiles.begin(folder);
    assertThat(ReportFiles.areWhole(folder)).isFalse();
    ReportFiles.begin(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "null", "[]", "{}", "{\"schema\":1,\"bytes\":{\"report.html\":null}}",
      "{\"schema\":1,\"bytes\":{\"\\u0000\":1}}", "{\"schema\":1,\"bytes\":5}"})
  void shouldNotBelieveADamagedList(String text) throws IOException {
    Files.writeString(folder.reportFiles(), text);
    assertThat(ReportFiles.areWhole(folder)).isFalse();
  }
}
