package dev.coldstart.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coldstart.child.PhaseException;
import dev.coldstart.fixtures.Fixture;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The contract of a Wasm engine's adapter in addition to {@link RuntimeContract}: it fails loudly, in the right phase.
 */
public abstract class WasmContract extends RuntimeContract {

  @TempDir
  Path folder;

  private Path event;

  @BeforeEach
  void writeEvent() throws IOException {
    event = Files.writeString(folder.resolve("event"), "an event");
  }

  @ParameterizedTest
  @ValueSource(strings = {"trap", "event-outside-memory", "response-outside-memory", "response-of-4-gib"})
  void shouldFailInFirstInvoke(String module) throws IOException {
    assertThat(failureOf(module, bytesOf(module)).phase()).isEqualTo(Phase.FIRST_INVOKE);
  }

  @Test
  void shouldFailInInstantiateWhenTheStartFunctionTraps() throws IOException {
    assertThat(failureOf("trap-at-start", bytesOf("trap-at-start")).phase()).isEqualTo(Phase.INSTANTIATE);
  }

  @ParameterizedTest
  @MethodSource("fixtures")
  void shouldRejectATruncatedModuleBeforeItRuns(Fixture fixture) throws IOException {
    byte[] wasm = fixture.wasm();
    assertThat(failureOf(fixture.id(), Arrays.copyOf(wasm, wasm.length / 2)).phase())
        .isLessThanOrEqualTo(Phase.INSTANTIATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\0asm", "(module)", "{\"statusCode\":200}"})
  void shouldRejectWhatIsNotWasmBeforeItRuns(String text) throws IOException {
    assertThat(failureOf("no-wasm", text.getBytes(StandardCharsets.US_ASCII)).phase())
        .isLessThanOrEqualTo(Phase.INSTANTIATE);
  }

  @Test
  void shouldReadAResponseFromMemoryGrownByTheHandler() throws Exception {
    byte[] response = firstResponse("grow-in-handler", written(bytesOf("grow-in-handler")), event);
    assertThat(response).asString(StandardCharsets.UTF_8).isEqualTo("grown");
  }

  /** The failure of a cold start with that module. It must name fixture, phase and reason. */
  private PhaseException failureOf(String fixture, byte[] wasm) throws IOException {
    Path module = written(wasm);
    PhaseException failure = catchThrowableOfType(PhaseException.class, () -> firstResponse(fixture, module, event));
    assertThat(failure).as("failure of " + fixture).isNotNull();
    assertThat(failure).hasMessageStartingWith("fixture " + fixture + ", phase " + failure.phase().key() + ": ");
    assertThat(failure.getCause().getMessage()).as("reason").isNotBlank();
    return failure;
  }

  private Path written(byte[] wasm) throws IOException {
    return Files.write(folder.resolve("module.wasm"), wasm);
  }

  /** Reads a module from this package's test resources. wabt's wat2wasm made each from the .wat file next to it. */
  protected static byte[] bytesOf(String module) throws IOException {
    try (InputStream in = WasmContract.class.getResourceAsStream("modules/" + module + ".wasm")) {
      return in.readAllBytes();
    }
  }
}
