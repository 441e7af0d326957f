package dev.coldstart.runtimes.wasmtimeslf4jnop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.coldstart.child.ColdStart;
import dev.coldstart.runtimes.wasmtime.WasmtimeJniChild;
import dev.coldstart.spi.DescribedConfiguration;
import dev.coldstart.spi.WasmContract;
import dev.coldstart.spi.WasmRuntime;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.helpers.NOPLoggerFactory;

class WasmtimeSlf4jNopTest extends WasmContract {

  private static final ByteArrayOutputStream SAID = new ByteArrayOutputStream();

  /** Must run before anything logs: SLF4J reads its properties only once. */
  @BeforeAll
  static void configure() throws Exception {
    DescribedConfiguration.named("jni-extracted-slf4j-nop").setProperties(Path.of("nothing-prepared"));
    PrintStream before = System.err;
    System.setErr(new PrintStream(SAID, true, StandardCharsets.UTF_8));
    try (WasmRuntime runtime = new WasmtimeJniChild().open()) {
      assertThat(runtime.engine()).startsWith("Wasmtime ");
    } finally {
      System.setErr(before);
    }
  }

  @Override
  protected ColdStart child() {
    return new WasmtimeJniChild();
  }

  /** Without a provider SLF4J discards logs too, but prints a warning. */
  @Test
  void shouldLogToNowhereWithoutAWord() {
    assertThat(LoggerFactory.getILoggerFactory()).isInstanceOf(NOPLoggerFactory.class);
    assertThat(SAID.toString(StandardCharsets.UTF_8)).isEmpty();
  }
}
