package dev.coldstart.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.coldstart.child.ColdStart;
import dev.coldstart.child.PhaseException;
import dev.coldstart.fixtures.Fixture;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
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
    byte[] response = firstResponse("grow-in-handler", written(bytesOf("grow-in-handler")), event, ColdStart.HANDLER);
    assertThat(response).asString(StandardCharsets.UTF_8).isEqualTo("grown");
  }

  static Stream<Arguments> calls() {
    return Stream.of(
        Arguments.of("call:(IJFD)D:ffffffff,ffffff0000000000,3fc00000,c008000000000000:sum", "-1.0995116277785E12"),
        Arguments.of("call:()IJFD::constants", "-1 -2 -0.0 NaN"), Arguments.of("call:(F)F:7fa00001:same-f32", "NaN"),
        Arguments.of("call:(D)D:8000000000000000:same-f64", "-0.0"), Arguments.of("call:()::nothing", ""));
  }

  /** Numbers arrive as they are, in both directions, and every NaN is the same. */
  @ParameterizedTest
  @MethodSource("calls")
  void shouldCallAnExportWithNumbers(String entry, String results) throws Exception {
    byte[] response = firstResponse("numbers", written(bytesOf("numbers")), event, entry);
    assertThat(words(entry, response)).isEqualTo(results);
  }

  private static String words(String entry, byte[] response) {
    String type = entry.split(":")[1];
    ByteBuffer bits = ByteBuffer.wrap(response).order(ByteOrder.LITTLE_ENDIAN);
    return type.substring(type.indexOf(')') + 1).chars().mapToObj(letter -> switch (letter) {
      case 'F' -> String.valueOf(Float.intBitsToFloat((int) bits.getLong()));
      case 'D' -> String.valueOf(Double.longBitsToDouble(bits.getLong()));
      default -> String.valueOf(bits.getLong());
    }).collect(Collectors.joining(" "));
  }

  @Test
  void shouldBeReadyWithoutACall() throws Exception {
    assertThat(firstResponse("numbers", written(bytesOf("numbers")), event, ColdStart.READY)).isEmpty();
  }

  @Test
  void shouldFailInInstantiateWithoutTheExport() throws Exception {
    assertThat(failureOf("numbers", bytesOf("numbers"), "call:()::absent").phase()).isEqualTo(Phase.INSTANTIATE);
  }

  /** The provider is env.f, env.g and env.m, whose functions trap. */
  @Test
  void shouldSayWhichImportTrapped() throws Exception {
    PhaseException failure = catchThrowableOfType(PhaseException.class,
        () -> firstResponse("importing", written(bytesOf("importing")), event, "call:()I::call-g", provided()));
    assertThat(failure.phase()).isEqualTo(Phase.FIRST_INVOKE);
    assertThat(failure.getCause()).hasMessage("it called env.g, an import that is not provided");
    assertThat(failure.getCause().getCause()).isNotNull();
  }

  @Test
  void shouldShareAnImportedMemory() throws Exception {
    byte[] response = firstResponse("importing", written(bytesOf("importing")), event, "call:()I::pages", provided());
    assertThat(words("call:()I::pages", response)).isEqualTo("2");
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    out.writeInt(text.length());
    out.writeBytes(text);
  }

  private String provided() throws IOException {
    byte[] provider = bytesOf("provider");
    Path file = folder.resolve("imports");
    try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(file))) {
      out.writeBoolean(false);
      out.writeBoolean(false);
      out.writeInt(1);
      text(out, "env");
      out.writeInt(2);
      text(out, "f");
      text(out, "g");
      out.writeInt(provider.length);
      out.write(provider);
    }
    return file.toString();
  }

  /** The failure of a cold start with that module. It must name fixture, phase and reason. */
  private PhaseException failureOf(String fixture, byte[] wasm) throws IOException {
    return failureOf(fixture, wasm, ColdStart.HANDLER);
  }

  private PhaseException failureOf(String fixture, byte[] wasm, String entry) throws IOException {
    Path module = written(wasm);
    PhaseException failure =
        catchThrowableOfType(PhaseException.class, () -> firstResponse(fixture, module, event, entry));
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
