package dev.coldstart.report.machine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.record.RunData;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.record.SampleShards;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.merge.Merge;
import dev.coldstart.report.export.SummaryFile;
import dev.coldstart.report.page.RunPage;
import dev.coldstart.report.run.NextStep;
import dev.coldstart.report.run.RunView;
import dev.coldstart.stats.run.Summary;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page and the summary of a run on several machines, and of one part of it. */
class MachineTableTest {

  @TempDir
  Path out;

  @Test
  void shouldShowTheMachinesAndHowTheyDiffer() {
    RunData run = merged(3);
    Summary summary = Summary.of(run);
    String page = RunPage.render(run, summary, out.resolve("report.html"));
    assertThat(page).contains("<section id=\"machines\"",
        "3 machines; times are of the first: Synthetic CPU, 2 processors", "Between machines, a ratio varies by about ",
        " on machine 3", "with fewer than 4 they are very wide");
    assertThat(SummaryFile.of("run", summary).json()).contains("\"machines\" : {", "\"variesByPart\" : ",
        "\"processor\" : \"Synthetic CPU\"");
    assertThat(new MachineTable(new RunView(run, summary)).rows(run.manifest().fixtures().get(1))).isNotEmpty()
        .allSatisfy(row -> assertThat(row.each().split("; ")).hasSize(3));
  }

  @Test
  void shouldNameTheSmallestAndTheLargestOfManyMachinesOnly() {
    RunData run = merged(25);
    MachineTable table = new MachineTable(new RunView(run, Summary.of(run)));
    assertThat(table.shown()).hasSize(20);
    assertThat(table.more()).isEqualTo("5 more machines in summary.json.");
    assertThat(table.rows(run.manifest().fixtures().get(1))).isNotEmpty()
        .allSatisfy(row -> assertThat(row.each()).matches("from .* on machine \\d+ to .* on machine \\d+"));
  }

  @Test
  void shouldHaveNoSuchSectionForOneMachine() {
    RunData run = SampleRuns.standard().readFrom(out);
    Summary summary = Summary.of(run);
    assertThat(RunPage.render(run, summary, out.resolve("report.html"))).doesNotContain("id=\"machines\"");
    assertThat(SummaryFile.of("run", summary).json()).doesNotContain("\"machines\"");
  }

  @Test
  void shouldShowHowToMergeAPart() {
    SampleRun part = SampleShards.of(SampleRuns.standard(), 4, SampleShards.ONE_HOST).get(1);
    RunData run = part.readFrom(out);
    Summary summary = Summary.of(run);
    assertThat(RunPage.render(run, summary, out.resolve("report.html"))).contains("This is one part of 4.",
        "scripts/coldstart merge &lt;folder&gt;", "this is part 2 of 4: 8 blocks");
    assertThat(NextStep.of(new RunView(run, summary), "folder").words()).containsExactly("merge", "<folder>");
  }

  @Test
  void shouldSayWhatToDoIfPartsAreMissing() {
    List<SampleRun> shards = SampleShards.of(SampleRuns.standard(), 4, SampleShards.ONE_HOST);
    RunData run = merged(shards.subList(0, 3));
    Summary summary = Summary.of(run);
    assertThat(NextStep.of(new RunView(run, summary), "folder").text()).startsWith("Parts of the plan are missing.");
    assertThat(RunPage.render(run, summary, out.resolve("report.html"))).contains("Shards of the plan are missing.",
        "shard 4 of 4 is missing: the run has 3 of 4 parts");
  }

  private RunData merged(int machines) {
    return merged(SampleShards.of(SampleRuns.standard(), machines, SampleShards.OWN_HOSTS));
  }

  private RunData merged(List<SampleRun> shards) {
    Path folder = SampleShards.write(shards, out.resolve("shards"));
    return RunReader.read(Merge.of(List.of(folder), out.resolve("merged")).folder().path());
  }
}
