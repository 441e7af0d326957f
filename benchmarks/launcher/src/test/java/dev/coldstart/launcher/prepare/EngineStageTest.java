package dev.coldstart.launcher.prepare;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.launcher.catalog.Configuration;
import dev.coldstart.launcher.plan.SampleArms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EngineStageTest {

  @TempDir
  Path folder;
  private Configuration staged;
  private Map<String, Path> others;

  @BeforeEach
  void stage() throws IOException {
    Path stage = folder.resolve("stage");
    Files.createDirectories(stage.resolve("lib"));
    Files.createDirectories(stage.resolve("wasi"));
    for (String jar : List.of("own-0.1.jar", "lib/coldstart-spi-0.1-SNAPSHOT.jar", "lib/runtime-1.7.5.jar",
        "lib/wasm-1.7.5.jar", "wasi/wasi-1.7.5.jar")) {
      Files.writeString(stage.resolve(jar), "staged");
    }
    Files.writeString(stage.resolve("classpath"),
        "lib/coldstart-spi-0.1-SNAPSHOT.jar:lib/runtime-1.7.5.jar:lib/wasm-1.7.5.jar\n");
    staged = SampleArms.configuration("x.y", false, stage);
  }

  private Path jar(String name) throws IOException {
    return Files.writeString(folder.resolve(name), "other");
  }

  private Map<String, Path> others() throws IOException {
    // Written once: a copy depends on the time of its source.
    if (others == null) {
      others =
          Map.of("runtime", jar("runtime-2.0-SNAPSHOT.jar"), "wasi", jar("wasi-2.0.jar"), "more", jar("more-1.jar"));
    }
    return others;
  }

  private Path filled(Map<String, Path> jars, boolean whole) throws IOException {
    return new EngineStage(staged, "x.y@other", folder.resolve("stages")).filled(jars, whole);
  }

  @Test
  void shouldReplaceJarsInTheirPlacesAndAddWhatIsMissing() throws IOException {
    Path other = filled(others(), false);
    assertThat(Configuration.classPath(other)).extracting(jar -> other.relativize(jar).toString())
        .containsExactly("own-0.1.jar", "lib/coldstart-spi-0.1-SNAPSHOT.jar", "lib/runtime-2.0-SNAPSHOT.jar",
            "lib/wasm-1.7.5.jar");
    assertThat(other.resolve("lib/runtime-2.0-SNAPSHOT.jar")).hasContent("other");
    assertThat(other.resolve("wasi/wasi-2.0.jar")).hasContent("other");
    assertThat(other.resolve("wasi/wasi-1.7.5.jar")).doesNotExist();
  }

  /** A jar of one version beside those of another would be measured under a wrong name. */
  @Test
  void shouldTakeAWholeVersionAndNothingOfTheStagedOne() throws IOException {
    Path other = filled(others(), true);
    assertThat(Configuration.classPath(other)).extracting(jar -> other.relativize(jar).toString())
        .containsExactly("own-0.1.jar", "lib/coldstart-spi-0.1-SNAPSHOT.jar", "lib/runtime-2.0-SNAPSHOT.jar",
            "lib/more-1.jar");
  }

  @Test
  void shouldNeverChangeACopyThatARunMayUse() throws IOException {
    Path other = filled(others(), true);
    assertThat(filled(others(), true)).isEqualTo(other);
    Files.writeString(folder.resolve("runtime-2.0-SNAPSHOT.jar"), "built again");
    Path again = filled(others(), true);
    assertThat(again).isNotEqualTo(other);
    assertThat(other.resolve("lib/runtime-2.0-SNAPSHOT.jar")).hasContent("other");
    assertThat(again.resolve("lib/runtime-2.0-SNAPSHOT.jar")).hasContent("built again");
    assertThat(other.getParent()).isDirectoryNotContaining("glob:**making-*");
  }

  @ParameterizedTest
  @CsvSource({"runtime-1.7.5.jar, runtime", "wasm-language-25.0.2.jar, wasm-language",
      "slf4j-api-1.7.25.jar, slf4j-api", "runtime-1.8.0-SNAPSHOT.jar, runtime", "runtime.jar, runtime", "runtime.txt,"})
  void shouldKnowTheArtifactOfAJar(String jar, String artifact) {
    assertThat(EngineBuilds.artifact(Path.of("lib", jar)).orElse(null)).isEqualTo(artifact);
  }
}
