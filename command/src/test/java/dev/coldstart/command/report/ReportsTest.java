package dev.coldstart.command.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.record.RunFolder;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.stats.run.Summary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

  @TempDir
  Path out;
  private final List<String> said = new ArrayList<>();

  @Test
  void shouldListTheRunsWhereRunsAreMade() throws IOException {
    Path run = Files.createDirectory(out.resolve("run"));
    Reports.pointLatestAt(run);
    Reports.refreshIndex(run, said::add);
    assertThat(out.resolve("index.html")).exists();
    assertThat(said).singleElement().asString().endsWith("index.html");
  }

  /** A picture that cannot be written costs neither the page nor the name of what failed. */
  @Test
  void shouldWriteThePageBeforeWhatStandsBesideIt() throws IOException {
    RunFolder run = SampleRuns.standard().writeTo(out);
    Files.writeString(run.badges(), "in the way");
    assertThatThrownBy(() -> Reports.write(run.path(), null, Summary.MARGIN, said::add))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith(run.badges() + " cannot be written (");
    assertThat(run.reportHtml()).isNotEmptyFile();
    assertThat(run.summaryJson()).isNotEmptyFile();
  }

  @Test
  void shouldWriteNothingBesideARunThatLiesElsewhere() throws IOException {
    Reports.refreshIndex(Files.createDirectory(out.resolve("run")), said::add);
    assertThat(out.resolve("index.html")).doesNotExist();
    assertThat(said).isEmpty();
  }

  @Test
  void shouldTellAndNotFailWhereTheListCannotBeWritten() throws IOException {
    Path run = Files.createDirectory(out.resolve("run"));
    Reports.pointLatestAt(run);
    Files.writeString(out.resolve("index.html"), "mine");
    Reports.refreshIndex(run, said::add);
    assertThat(said).singleElement().asString().startsWith("warning: ").contains("move it away");
    assertThat(out.resolve("index.html")).hasContent("mine");
  }
}
