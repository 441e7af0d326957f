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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactionTest {

  private static final Redaction REDACTION = Redaction.of(Map.of("/home/ann/coldstart", "<coldstart>", "/home/ann",
      "<home>", "ann", "<user>", "box-7", "<host>", "a", "<short>"));

  @TempDir
  Path folder;

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
      "/home/ann/coldstart/lib/a.jar:/home/ann/x:/opt/jdk-25/bin/java | <coldstart>/lib/a.jar:<home>/x:<path>/java",
      "{\"jvm\":\"/opt/jdk-25/bin/java\",\"by\":\"ann@box-7\"} | {\"jvm\":\"<path>/java\",\"by\":\"<user>@<host>\"}",
      "at file:///opt/acme/secret/x.jar | at <path>/x.jar", "\"/opt/acme tools/secret/jdk\" | \"<path>/jdk\"",
      "cc -I/opt/acme/x -c | cc -I<path>/x -c", "/home/bob/y | <home>/y", "in /Users/bob | in <home>",
      "/home/ann/clients/acme/jdk | <home>/jdk", "/opt/acme/ | <path>/acme"})
  void shouldReplaceFoldersPathsAndNames(String raw, String redacted) {
    assertThat(REDACTION.line(raw)).isEqualTo(redacted);
  }

  @Test
  void shouldLeaveWhatOnlyLooksLikeIt() {
    String harmless = "annual 1/2 plain-java.twin/default/jdk25 https://example.org/a/b box-71 a /x";
    assertThat(REDACTION.line(harmless)).isEqualTo(harmless);
  }

  @Test
  void shouldNotStumbleOverAVeryLongPath() {
    assertThat(REDACTION.line("/a".repeat(100_000) + "/z")).isEqualTo("<path>/z");
  }

  @Test
  void shouldChangeNoIdAndNoKey() throws IOException {
    RunFolder run = SampleRuns.standard().writeTo(folder);
    Path copy = Redaction.of(Map.of("wasmtime", "<user>", "arm", "<host>"))
        .copy(run.path(), Files.createDirectory(folder.resolve("copy")));
    assertThat(RunReader.manifest(copy).arms()).isEqualTo(RunReader.manifest(run.path()).arms());
  }

  @Test
  void shouldCopyARunThatCanStillBeRead() throws IOException {
    RunFolder run = SampleRuns.standard()
        .withManifest(m -> Records.with(m, "notes", List.of("made on box-7 in /home/ann/secret/place")))
        .writeTo(folder);
    Files.writeString(run.path().resolve("report.html"), "derived");
    Path copy = REDACTION.copy(run.path(), Files.createDirectory(folder.resolve("copy")));
    assertThat(RunReader.read(copy).launched()).hasSameSizeAs(RunReader.read(run.path()).launched().toList());
    assertThat(RunReader.manifest(copy).notes()).containsExactly("made on <host> in <home>/place");
    assertThat(copy.resolve("report.html")).doesNotExist();
    assertThat(copy.resolve("jmh")).isNotEmptyDirectory();
    assertThatThrownBy(() -> REDACTION.copy(run.path(), folder.resolve("copy"))).isInstanceOf(UserError.class)
        .hasMessageContaining("exists: give another folder with --out");
    assertThatThrownBy(() -> REDACTION.copy(folder.resolve("copy"), folder)).isInstanceOf(RunFormatException.class);
  }
}
