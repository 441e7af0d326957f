package dev.coldstart.jmh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.jmh.JmhFork.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JmhForkTest {

  private static final String ALLOW_UNSAFE = "--sun-misc-unsafe-memory-access=allow";

  @TempDir
  Path jdk;

  @ParameterizedTest
  @CsvSource({"17.0.15, 17", "22, 22", "23-ea, 23", "25.0.3, 25"})
  void shouldReadTheFeatureReleaseBesideTheExecutable(String version, int feature) throws IOException {
    assertThat(JmhFork.featureRelease(java("JAVA_VERSION=\"" + version + "\""))).isEqualTo(feature);
  }

  @Test
  void shouldSayWhereTheVersionIsMissing() throws IOException {
    Path java = java("IMPLEMENTOR=\"nobody\"");

    assertThatThrownBy(() -> JmhFork.featureRelease(java)).hasMessageContaining("JAVA_VERSION");
  }

  @Test
  void shouldAllowUnsafeOnlyWhereTheJvmKnowsTheOption() throws IOException {
    assertThat(fork(java("JAVA_VERSION=\"22\"")).allJvmArgs()).doesNotContain(ALLOW_UNSAFE);
    assertThat(fork(java("JAVA_VERSION=\"23\"")).allJvmArgs()).contains(ALLOW_UNSAFE);
  }

  @Test
  void shouldPutTheCallersArgumentsFirst() throws IOException {
    assertThat(fork(java("JAVA_VERSION=\"17\"")).allJvmArgs()).containsExactly("-Xint", "-Dcoldstart.child=some.Child",
        "-Dcoldstart.module=m.wasm", "-Dcoldstart.event=event.json", "-Dcoldstart.expected=expected.json");
  }

  private Path java(String release) throws IOException {
    Files.writeString(jdk.resolve("release"), release);
    Path java = Files.createDirectories(jdk.resolve("bin")).resolve("java");
    return Files.exists(java) ? java : Files.createFile(java);
  }

  private static JmhFork fork(Path java) {
    JmhFork.Subject subject = new JmhFork.Subject("c", "f", "some.Child", List.of(), Path.of("m.wasm"),
        Path.of("event.json"), Path.of("expected.json"));
    Duration second = Duration.ofSeconds(1);
    return new JmhFork(subject, Measure.FIRST_TOUCH, "parse", java, List.of("-Xint"), second, second, second);
  }
}
