package dev.coldstart.record.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.record.SampleTunings;
import dev.coldstart.record.Tuning;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TuningFolderTest {

  @TempDir
  private Path out;

  @Test
  void shouldReadWhatItWrote() throws IOException {
    TuningFolder folder = folder("one-tune");
    assertThat(folder.isThere()).isFalse();
    for (Tuning tuning : new Tuning[] {SampleTunings.ended("one-tune", "one"), SampleTunings.cut("one-tune")}) {
      folder.write(tuning);
      assertThat(folder.read()).isEqualTo(tuning);
    }
    assertThat(folder.read().isComplete()).isFalse();
    assertThat(folder.read().rounds()).extracting(Tuning.Round::run).containsExactly("round-01", "round-02");
    assertThat(TuningFolder.in(out)).containsExactly(folder);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`',
      value = {"\"schema\" : 1| \"schema\" : 2| use the version that wrote it", "\"seed\" : 7,| ``| seed",
          "\"generations\" :| \"g\" :| generations", "\"generations\" : [| \"generations\" : [ null,| generations",
          "\"standings\" : [| \"standings\" : [ null,| standings", "\"ratios\" : [| \"ratios\" : [ null,| ratios",
          "\"stays\" : true| \"stays\" : 1| stays", "{| ``| damaged",})
  void shouldRefuseWhatIsNoTuning(String from, String to, String named) throws IOException {
    TuningFolder folder = folder("one-tune");
    folder.write(SampleTunings.ended("one-tune", "one"));
    String text = Files.readString(folder.json());
    assertThat(text).contains(from);
    Files.writeString(folder.json(), text.replaceFirst(Pattern.quote(from), to == null ? "" : to));
    assertThatThrownBy(folder::read).isInstanceOf(RunFormatException.class)
        .hasMessageContaining("tune.json")
        .hasMessageContaining(named);
  }

  @Test
  void shouldSayThatAFolderIsNoTunings() {
    assertThatThrownBy(() -> new TuningFolder(out).read()).isInstanceOf(RunFormatException.class)
        .hasMessageContaining("has no tune.json; give a folder that coldstart tune made");
  }

  @Test
  void shouldFindTheRunThatItEndedWith() throws IOException {
    RunFolder run = SampleRuns.blocks(1).writeTo(out);
    Tuning tuning = SampleTunings.ended("one-tune", run.id());
    assertThat(folder("one-tune").endRun(tuning)).contains(run);
    assertThat(new TuningFolder(run.path()).endRun(tuning)).as("kept together").contains(run);
    assertThat(folder("one-tune").endRun(SampleTunings.ended("one-tune", "gone"))).isEmpty();
    assertThat(folder("one-tune").endRun(SampleTunings.cut("one-tune"))).isEmpty();
  }

  @Test
  void shouldKnowATuningThatIsKeptByTheRoundsThatItLacks() throws IOException {
    Tuning tuning = SampleTunings.ended("one-tune", "one");
    TuningFolder folder = folder("one-tune");
    assertThat(folder.isKept(tuning)).isTrue();
    Files.writeString(Files.createDirectories(folder.path().resolve("round-02")).resolve("manifest.json"), "");
    assertThat(folder.isKept(tuning)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"..", "../one", "/etc", "a/b", "", "\0"})
  void shouldNotBeLedElsewhere(String run) throws IOException {
    assertThat(folder("one-tune").endRun(SampleTunings.ended("one-tune", run))).isEmpty();
    assertThat(folder("one-tune").round(new Tuning.Round(run, 3, null))).isEmpty();
  }

  private TuningFolder folder(String name) throws IOException {
    return new TuningFolder(Files.createDirectories(out.resolve(name)));
  }
}
