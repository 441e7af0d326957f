package dev.coldstart.record.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.record.RunFolder;
import dev.coldstart.record.RunFormatException;
import dev.coldstart.record.SampleRuns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunManifestTest {

  @TempDir
  Path out;

  @Test
  void shouldSayThatAFolderIsNotARun() {
    assertThatThrownBy(() -> RunReader.read(out)).isInstanceOf(RunFormatException.class)
        .hasMessageContaining("is not a run folder");
    assertThatThrownBy(() -> RunReader.read(out.resolve("gone"))).isInstanceOf(RunFormatException.class);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`',
      value = {"\"schema\" : 2| \"schema\" : 3| use the version of coldstart that wrote the run",
          "\"schema\" : 2,| ``| schema", "\"plan\" :| \"plans\" :| plan", "\"seed\" : 42,| ``| seed",
          "\"baseline\" : true| \"baseline\" : \"yes\"| arms\\[0\\].baseline",
          "\"arms\" :| \"arms\" : null, \"a\" :| arms", "{| ``| manifest",})
  void shouldRefuseAManifestThatIsNotOne(String from, String to, String named) throws IOException {
    RunFolder folder = SampleRuns.blocks(1).writeTo(out);
    String text = Files.readString(folder.manifest());
    assertThat(text).contains(from);
    Files.writeString(folder.manifest(), text.replaceFirst(Pattern.quote(from), to == null ? "" : to));
    assertThatThrownBy(() -> RunReader.read(folder.path())).isInstanceOf(RunFormatException.class)
        .hasMessageContaining("manifest.json")
        .message()
        .containsPattern(named);
  }
}
