package dev.coldstart.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command line's messages for wrong arguments. Nothing is launched here. */
class MainTest {

  private static final int USER_ERROR = 2;

  @TempDir
  private Path folder;
  private final StringWriter errors = new StringWriter();

  @ParameterizedTest
  @ValueSource(strings = {"0.01", "0", "-5"})
  void shouldSayHowToWriteADelay(String percent) {
    Path out = folder.resolve("out");
    List<String> words = new ArrayList<>(List.of("measure", "--fixture", "any", "--blocks", "1", "--budget", "PT1M"));
    words.addAll(List.of("--out", out.toString(), "--inject=" + percent));
    assertThat(execute(words.toArray(String[]::new))).isEqualTo(USER_ERROR);
    assertThat(errors.toString().lines()).singleElement()
        .asString()
        .startsWith("validation: --inject " + percent)
        .endsWith("write for example 5 or 0.5");
    assertThat(out).doesNotExist();
  }

  @Test
  void shouldSayWhereCampaignsLie() {
    assertThat(execute("report", folder.resolve("none").toString())).isEqualTo(USER_ERROR);
    assertThat(errors.toString()).startsWith("validation: no campaign folder at ");
  }

  @Test
  void shouldWriteOverNoCampaign() throws IOException {
    Path out = Files.createDirectory(folder.resolve("faults"));
    assertThat(execute("faults", "--fixture", "any", "--arm", "any", "--out", out.toString())).isEqualTo(USER_ERROR);
    assertThat(errors.toString()).startsWith("validation: " + out + " already exists");
  }

  private int execute(String... arguments) {
    return Main.commandLine().setErr(new PrintWriter(errors, true)).execute(arguments);
  }
}
