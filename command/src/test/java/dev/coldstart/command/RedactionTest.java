package dev.coldstart.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.launcher.UserError;
import dev.coldstart.record.Records;
import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.SampleRuns;
import dev.coldstart.record.io.RunReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RedactionTest {

  private static final Redaction REDACTION = Redaction.of(Map.of("/home/ann/coldstart", "<coldstart>", "/home/ann",
      "<home>", "ann", "<user>", "box-7", "<host>", "a", "<short>"));

  @TempDir
  Path folder;

  @Test
  void shouldReplaceFoldersPathsAndNames() {
    assertThat(REDACTION.text("/home/ann/coldstart/lib/a.jar:/home/ann/x:/opt/jdk-25/bin/java"))
        .isEqualTo("<coldstart>/lib/a.jar:<home>/x:<path>/java");
    assertThat(REDACTION.text("{\"jvm\":\"/usr/lib/jvm/jdk/bin/java\",\"by\":\"ann@box-7\"}"))
        .isEqualTo("{\"jvm\":\"<path>/java\",\"by\":\"<user>@<host>\"}");
  }

  @Test
  void shouldLeaveWhatOnlyLooksLikeIt() {
    String harmless = "annual 1/2 plain-java.twin/default/jdk25 https://example.org/a/b box-71 a /x";
    assertThat(REDACTION.text(harmless)).isEqualTo(harmless);
  }

  @Test
  void shouldCopyARunThatCanStillBeRead() throws IOException {
    RunFolder run = SampleRuns.standard()
        .withManifest(m -> Records.with(m, "notes", List.of("made on box-7 in /home/ann/secret/place")))
        .writeTo(folder);
    Files.writeString(run.path().resolve("report.html"), "derived");
    Path copy = REDACTION.copy(run.path(), Files.createDirectory(folder.resolve("copy")));
    assertThat(RunReader.read(copy).launched()).hasSameSizeAs(RunReader.read(run.path()).launched().toList());
    assertThat(RunReader.manifest(copy).notes()).containsExactly("made on <host> in <home>/secret/place");
    assertThat(copy.resolve("report.html")).doesNotExist();
    assertThat(copy.resolve("jmh")).isNotEmptyDirectory();
    assertThatThrownBy(() -> REDACTION.copy(run.path(), folder.resolve("copy"))).isInstanceOf(UserError.class)
        .hasMessageContaining("exists: give another folder with --out");
    assertThatThrownBy(() -> REDACTION.copy(folder.resolve("copy"), folder)).isInstanceOf(RunFormatException.class);
  }
}
