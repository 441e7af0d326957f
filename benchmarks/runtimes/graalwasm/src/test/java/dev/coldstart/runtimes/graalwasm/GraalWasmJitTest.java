package dev.coldstart.runtimes.graalwasm;

import static java.util.concurrent.TimeUnit.MINUTES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@EnabledForJreRange(min = JRE.JAVA_25, max = JRE.JAVA_25,
    disabledReason = "the Graal compiler 25 plugs into JDK 25 alone")
class GraalWasmJitTest {

  @TempDir
  Path folder;

  @Test
  void shouldHoldTheContractInAJvmWithTheCompiler() throws Exception {
    Path output = folder.resolve("output");
    List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    // As in the other tests, C1 is enough for the JVM's own code. The child checks that Graal compiles the handler.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(describedJvmArgs());
    command.addAll(List.of("-Dcoldstart.home=" + System.getProperty("coldstart.home", ""), "-Djava.io.tmpdir=" + folder,
        "-cp", System.getProperty("java.class.path"), TestRun.class.getName(), GraalWasmJitContract.class.getName()));
    Process child = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile()).start();

    assertThat(child.waitFor(5, MINUTES)).as("ended in time").isTrue();
    assertThat(output).content().endsWith("failed=0\n").doesNotContain("succeeded=0 ");
    assertThat(child.exitValue()).isZero();
  }

  @Test
  void shouldRefuseToPassTheInterpreterOffAsTheJit() {
    assertThatThrownBy(new GraalWasmJitChild()::open).hasMessageContaining("\"Interpreted\", not \"GraalVM CE\"")
        .hasMessageContaining("--upgrade-module-path");
  }

  /** The arguments in {@code runtime.json}, so that the tests run what is measured. */
  private static List<String> describedJvmArgs() throws IOException {
    Path module = Path.of(System.getProperty("basedir", ""));
    JsonNode description = JsonMapper.shared().readTree(Files.readString(module.resolve("runtime.json")));
    List<String> args = new ArrayList<>();
    for (JsonNode sinceOneJdk : description.at("/configurations/jit/jvmArgs")) {
      for (JsonNode arg : sinceOneJdk) {
        args.add(arg.stringValue().replace("{stage}", module.resolve("target/stage").toString()));
      }
    }
    return args;
  }
}
