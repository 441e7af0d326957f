package dev.coldstart.validation.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.RunData;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.report.export.SummaryWriter;
import dev.coldstart.stats.run.RunStatus;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InvariantsTest {

  private static final SampleRun RUN = SampleRuns.controlled(12);

  @TempDir
  private Path folder;
  private Trial trial;
  private RunFolder run;
  private Outline undisturbed;

  @BeforeEach
  void finishRun() throws IOException {
    trial = SampleTrials.in(folder);
    run = finished(RUN);
    undisturbed = Outline.of(RunReader.read(run.path()));
    trial.remember(Trial.launches(run.path()));
  }

  /** A run with all files made from it, and the files next to it. */
  private RunFolder finished(SampleRun sample) throws IOException {
    RunFolder made = sample.writeTo(trial.out());
    RunData data = RunReader.read(made.path());
    Summary summary = Summary.of(data);
    SummaryWriter.write(made, summary);
    SummaryWriter.writeOthers(data, summary, made);
    for (Path page : List.of(made.reportHtml(), trial.out().resolve("index.html"))) {
      Files.writeString(page, "<html>" + made.id() + "</html>\n");
    }
    Files.createSymbolicLink(trial.out().resolve("latest"), made.path().getFileName());
    return made;
  }

  private List<String> broken() throws IOException {
    return new Invariants(trial, undisturbed, true, true).ofFinished(run.path());
  }

  @Test
  void shouldFindNothingWrongWithAWholeRun() throws IOException {
    assertThat(broken()).isEmpty();
  }

  @Test
  void shouldSeeALaunchThatIsLost() throws IOException {
    List<String> lines = Files.readAllLines(run.launches());
    lines.remove(lines.size() - 4);
    Files.write(run.launches(), lines);
    assertThat(broken()).anyMatch(what -> what.startsWith("a launch that was reported as done is lost"))
        .anyMatch(what -> what.contains("are valid, but undisturbed"))
        .contains("summary.json differs from what the raw data give");
  }

  @Test
  void shouldSeeALaunchThatIsThereTwice() throws IOException {
    List<String> lines = Files.readAllLines(run.launches());
    lines.add(lines.get(lines.size() - 1));
    Files.write(run.launches(), lines);
    assertThat(broken()).anyMatch(what -> what.startsWith("a launch is recorded twice"));
  }

  @Test
  void shouldSeeARunThatIsNotOver() throws IOException {
    Files.writeString(run.manifest(), Files.readString(run.manifest()).replaceFirst("\"endedAt\"", "\"unknown\""));
    assertThat(broken()).anyMatch(what -> what.startsWith("the run is not complete: endedAt=null"));
  }

  @Test
  void shouldSeeFilesThatAreTornMissingOrLeftOver() throws IOException {
    Files.writeString(run.reportHtml(), "<html>");
    Files.delete(run.summaryCsv());
    Files.writeString(run.path().resolve("manifest.json.tmp"), "{");
    Files.writeString(trial.out().resolve("latest.new"), "");
    Files.delete(trial.out().resolve("latest"));
    assertThat(broken()).contains("report.html is incomplete", "summary.csv is missing",
        "statistics: the file summary.csv is missing", "statistics: the file manifest.json.tmp is left over",
        "latest.new is left over next to the runs", "latest does not point to a run");
  }

  @Test
  void shouldSeeWhatIsLeftInTheTemporaryFolder() throws IOException {
    Files.createDirectory(trial.tmp().resolve("coldstart-1"));
    assertThat(broken()).containsExactly("left over in the temporary folder: 0 bytes, coldstart-1");
  }

  @Test
  void shouldAskForEvidence() throws IOException {
    RunData few = RunReader.read(run.path());
    RunData none = RUN.withLaunches(launch -> launch).onlyLaunches(launch -> false).readFrom(folder.resolve("none"));
    RunData enough = SampleRuns.controlled(30).readFrom(folder.resolve("enough"));
    assertThat(evidence(few, RunStatus.SOUND)).singleElement().asString().startsWith("the run is called sound with 12");
    assertThat(evidence(few, RunStatus.INDICATIVE)).isEmpty();
    assertThat(evidence(none, RunStatus.INDICATIVE))
        .containsExactly("the run is called indicative, but no launch is valid");
    assertThat(evidence(none, RunStatus.DO_NOT_TRUST)).isEmpty();
    assertThat(evidence(enough, RunStatus.SOUND)).isEmpty();
  }

  private static List<String> evidence(RunData run, RunStatus status) {
    List<String> broken = new ArrayList<>();
    Invariants.evidence(run, status, broken);
    return broken;
  }
}
