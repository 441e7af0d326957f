package dev.coldstart.runtimes.chicorybuildtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.coldstart.child.ColdStart;
import dev.coldstart.fixtures.Fixture;
import dev.coldstart.spi.DescribedConfiguration;
import dev.coldstart.spi.RuntimeContract;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ChicoryBuildTimeTest extends RuntimeContract {
  @Override
  protected ColdStart child() {
    return new ChicoryBuildTimeChild();
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void shouldMeasureTheBuildOfWhatIsInTheJar(Fixture fixture, @TempDir Path folder) throws Exception {
    DescribedConfiguration.named("build-time").setProperties(folder).prepare(folder, fixture.module(), fixture.id());
    List<Path> made = filesIn(folder).stream().filter(file -> !file.toString().endsWith(".java")).toList();
    assertThat(made).anyMatch(file -> file.toString().endsWith("Machine.class"));
    assertThat(made).anyMatch(file -> file.toString().endsWith(".meta"));
    assertThat(made).allSatisfy(file -> assertThat(file).hasBinaryContent(shipped(folder.relativize(file).toString())));
  }

  private static List<Path> filesIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).toList();
    }
  }

  private static byte[] shipped(String name) throws IOException {
    try (InputStream in = ChicoryBuildTime.class.getResourceAsStream("/" + name)) {
      return in.readAllBytes();
    }
  }

  @Test
  void shouldSayWhatToDoForAFixtureThatTheBuildDoesNotCompile() {
    assertThatThrownBy(() -> open().parse("unknown", new byte[0]))
        .hasMessageContaining("fixture unknown was not compiled in the build: add an execution to the pom.xml");
  }
}
