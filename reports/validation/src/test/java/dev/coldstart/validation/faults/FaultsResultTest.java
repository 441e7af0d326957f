package dev.coldstart.validation.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.launcher.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsResultTest {

  @TempDir
  private Path folder;

  @Test
  void shouldBeReadAsItWasWritten() throws IOException {
    FaultsResult result = SampleTrials.result("\u00e9");
    assertThat(FaultsResult.isIn(folder)).isFalse();
    result.write(folder);
    assertThat(FaultsResult.isIn(folder)).isTrue();
    assertThat(FaultsResult.read(folder)).isEqualTo(result);
    assertThat(folder).isDirectoryContaining("glob:**faults.json").isDirectoryNotContaining("glob:**.tmp");
  }

  @Test
  void shouldRefuseWhatIsNoResult() throws IOException {
    for (String text : new String[] {"{\"schema\":2,\"faults\":[]}", "{", "null"}) {
      Files.writeString(folder.resolve("faults.json"), text);
      assertThatThrownBy(() -> FaultsResult.read(folder)).as(text).isInstanceOf(UserError.class);
    }
  }
}
