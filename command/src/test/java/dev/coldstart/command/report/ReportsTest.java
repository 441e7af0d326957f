package dev.coldstart.command.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.launcher.UserError;
import dev.coldstart.record.Manifest;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.SampleLaunch;
import dev.coldstart.record.SampleRun;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.record.SampleTunings;
import dev.coldstart.record.io.RunReader;
import dev.coldstart.record.io.TuningFolder;
import dev.coldstart.stats.run.Summary;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

  @TempDir
  Path out;
  private final List<String> said = new ArrayList<>();

  @Test
  void shouldMakeAllThatBelongsToARunThatHasEnded() throws IOException {
    RunFolder run = SampleRuns.standard().writeTo(out);
    Reports reports = new Reports();
    assertThat(reports.isReported(run.path())).isFalse();
    reports.report(run.path(), said::add);
    assertThat(reports.isReported(run.path())).isTrue();
    assertThat(out.resolve("latest").toRealPath()).isEqualTo(run.path().toRealPath());
    assertThat(out.resolve("index.html")).exists();
    assertThat(said).noneMatch(line -> line.startsWith("warning: no link")).last().asString().endsWith("index.html");
  }

  /** The state after kill -9: the page is truncated, and other files, the link and the list are missing. */
  @Test
  void shouldMakeAnewWhatWasCut() throws IOException {
    RunFolder run = SampleRuns.standard().writeTo(out);
    Reports reports = new Reports();
    reports.report(run.path(), said::add);
    Files.write(run.reportHtml(), new byte[20_000]);
    Files.delete(run.summaryMd());
    Files.delete(out.resolve("latest"));
    assertThat(reports.isReported(run.path())).isFalse();
    reports.report(run.path(), said::add);
    assertThat(reports.isReported(run.path())).isTrue();
    assertThat(Files.readString(run.reportHtml())).contains("</html>");
    assertThat(out.resolve("latest")).isSymbolicLink();
  }

  @Test
  void shouldListTheRunsWhereRunsAreMade() throws IOException {
    Path run = Files.createDirectory(out.resolve("run"));
    Reports.pointLatestAt(run, said::add);
    Reports.refreshIndex(run, said::add);
    assertThat(out.resolve("index.html")).exists();
    assertThat(said).singleElement().asString().endsWith("index.html");
  }

  @Test
  void shouldPutTheLinkInThePlaceOfAnOlderOne() throws IOException {
    Files.createSymbolicLink(out.resolve("latest"), Path.of("gone"));
    Files.createSymbolicLink(out.resolve("latest.new"), Path.of("of a run that was killed"));
    Reports.pointLatestAt(Files.createDirectory(out.resolve("run")), said::add);
    assertThat(Files.readSymbolicLink(out.resolve("latest"))).isEqualTo(Path.of("run"));
    assertThat(said).isEmpty();
    assertThat(names()).containsExactlyInAnyOrder("latest", "run");
  }

  /** Copying without links turns it into a folder. The run is still complete, and the list is made. */
  @Test
  void shouldTellAndNotFailWhereTheLinkCannotBeMade() throws IOException {
    RunFolder run = SampleRuns.standard().writeTo(out);
    Path copy = Files.createDirectories(out.resolve("latest"));
    Files.copy(run.manifest(), copy.resolve("manifest.json"));
    Reports reports = new Reports();
    reports.report(run.path(), said::add);
    assertThat(reports.isReported(run.path())).isTrue();
    assertThat(said).filteredOn(line -> line.contains(copy.toString()))
        .singleElement()
        .asString()
        .startsWith("warning: no link to the newest run was made: ")
        .endsWith("it is a folder, perhaps a copy; move it away");
    assertThat(out.resolve("index.html")).content()
        .contains("href=\"./" + run.id() + "/report.html\"")
        .doesNotContain("latest/report.html");
    assertThat(names()).doesNotContain("latest.new");
  }

  /** If a picture cannot be written, the page is still written and the message names the picture. */
  @Test
  void shouldWriteThePageBeforeWhatStandsBesideIt() throws IOException {
    RunFolder run = SampleRuns.standard().writeTo(out);
    Files.writeString(run.badges(), "in the way");
    assertThatThrownBy(() -> Reports.write(run.path(), null, Summary.MARGIN, null, said::add))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageStartingWith(run.badges() + " cannot be written (");
    assertThat(run.reportHtml()).isNotEmptyFile();
    assertThat(run.summaryJson()).isNotEmptyFile();
    assertThat(new Reports().isReported(run.path())).isFalse();
  }

  /** The JVM cannot reserve its heap: no arm is left, and the reason is the JVM's own message. */
  @Test
  void shouldSayEverywhereThatNothingWasMeasured() throws IOException {
    String reason = "exit code 1; it said: Error occurred during initialization of VM";
    RunFolder run = SampleRuns.controlled()
        .withLaunches(launch -> SampleLaunch.invalid(launch, reason))
        .withArms(
            arm -> Records.with(arm, "notRun", "failed twice in its first block: " + reason, "command", List.of()))
        .writeTo(out);
    Reports.write(run.path(), null, Summary.MARGIN, null, said::add);
    assertThat(said).contains("status: nothing measured")
        .anyMatch(line -> line.startsWith("  none of ") && line.endsWith(" are invalid; first: " + reason));
    assertThat(Files.readString(run.summaryJson())).contains("\"status\" : \"nothing measured\"", reason);
    assertThat(Files.readString(run.reportHtml())).contains("Nothing measured", reason).doesNotContain(">Sound<");
    assertThat(Files.readString(run.summaryMd())).startsWith("## coldstart: Nothing measured");
    assertThat(run.badges()).isDirectoryContaining(badge -> content(badge).contains("nothing measured"));
  }

  private static String content(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As in an archived run, the page lacks whole sections. */
  @Test
  void shouldSayOnPageAndConsoleThatJmhsFilesAreMissing() throws IOException {
    RunFolder run = SampleRuns.standard().withoutJmh().writeTo(out);
    Files.delete(run.jmh());
    Files.writeString(run.path().resolve("jmh.tar.xz"), "");
    Reports.write(run.path(), null, Summary.MARGIN, out, said::add);
    String missing = "files are missing: the report lacks first calls in JMH, JMH against launches and steady states";
    assertThat(said).anyMatch(line -> line.startsWith("warning: JMH's " + missing));
    assertThat(Files.readString(run.reportHtml())).contains(missing, "tar -xf jmh.tar.xz");
    assertThat(Files.readString(run.summaryJson())).contains(missing);
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
    Reports.pointLatestAt(run, said::add);
    Files.writeString(out.resolve("index.html"), "mine");
    Reports.refreshIndex(run, said::add);
    assertThat(said).singleElement().asString().startsWith("warning: ").contains("move it away");
    assertThat(out.resolve("index.html")).hasContent("mine");
  }

  /** Reference runs are part of the checkout. */
  @Test
  void shouldWriteNothingIntoARunThatIsKeptUnasked() throws IOException {
    RunFolder run = kept();
    List<String> before = names(run.path());
    assertThatThrownBy(() -> Reports.write(run.path(), null, Summary.MARGIN, null, said::add))
        .isInstanceOf(UserError.class)
        .hasMessageContaining(run.path() + " is a kept run")
        .hasMessageEndingWith("give another folder with --out, or write into it with --out " + out.toRealPath());
    assertThat(names(run.path())).isEqualTo(before);
  }

  @Test
  void shouldWriteTheReportOfARunThatIsKeptWhereItIsAsked() throws IOException {
    RunFolder run = kept();
    List<String> before = names(run.path());
    Path made = Reports.write(run.path(), null, Summary.MARGIN, out.resolve("elsewhere"), said::add);
    assertThat(made).isEqualTo(out.resolve("elsewhere").resolve(run.id()));
    assertThat(names(run.path())).isEqualTo(before);
    RunFolder elsewhere = new RunFolder(made);
    assertThat(Files.readString(elsewhere.reportHtml())).contains("href=\"./../../" + run.id() + "/launches.jsonl.gz\"",
        "href=\"./summary.json\"");
    assertThat(Files.readString(elsewhere.summaryJson())).contains("\"run\" : \"" + run.id() + "\"");
    assertThat(elsewhere.badges()).isNotEmptyDirectory();
    assertThat(elsewhere.histograms()).isNotEmptyDirectory();
    assertThat(said).last().isEqualTo("report: " + elsewhere.reportHtml());

    Reports.write(run.path(), null, Summary.MARGIN, out, said::add);
    assertThat(run.reportHtml()).isNotEmptyFile();
    assertThat(run.reportFiles()).doesNotExist();
  }

  /** JMH's files of an archived run are packed or left out. Its manifest says what it had. */
  @Test
  void shouldNotDoubtAKeptRunWhoseJmhFilesArePacked() throws IOException {
    assertThat(status(kept(sound(new Manifest.Jmh(24, 24))))).isEqualTo("sound");
    assertThat(status(kept(sound(new Manifest.Jmh(24, 0)).withManifest(m -> Records.with(m, "runId", "without")))))
        .isEqualTo("indicative");
  }

  private static SampleRun sound(Manifest.Jmh jmh) {
    return SampleRuns.controlled().withoutJmh().withManifest(m -> m.with(jmh));
  }

  private static String status(RunFolder run) {
    return Summary.of(RunReader.read(run.path())).status().word();
  }

  @Test
  void shouldWriteThePageOfATuningThatIsKeptWhereItIsAsked() throws IOException {
    TuningFolder tuning = new TuningFolder(Files.createDirectory(out.resolve("one-tune")));
    tuning.write(SampleTunings.ended("one-tune", "gone"));
    assertThatThrownBy(() -> Reports.write(tuning, null, said::add)).isInstanceOf(UserError.class)
        .hasMessageContaining("is a kept run");
    assertThat(tuning.html()).doesNotExist();
    Path made = Reports.write(tuning, out.resolve("elsewhere"), said::add);
    assertThat(made.resolve("tune.html")).content().contains("href=\"./../../one-tune/tune.json\"");
    assertThat(tuning.html()).doesNotExist();
  }

  /** An archived run, with its launches compressed. */
  private RunFolder kept() throws IOException {
    return kept(SampleRuns.standard());
  }

  private RunFolder kept(SampleRun sample) throws IOException {
    RunFolder run = sample.writeTo(out);
    try (OutputStream compressed = new GZIPOutputStream(new FileOutputStream(run.launches() + ".gz"))) {
      Files.copy(run.launches(), compressed);
    }
    Files.delete(run.launches());
    return new RunFolder(run.path().toRealPath());
  }

  private List<String> names() throws IOException {
    return names(out);
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
