package dev.coldstart.runtimes.graalwasm;

import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.Wasi;
import dev.coldstart.spi.WasmRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.ByteSequence;

/**
 * The JVM's flags decide between interpreter and JIT, so the constructor checks that the engine is the expected one.
 */
final class GraalWasm implements WasmRuntime {

  static final String LANGUAGE = "wasm";

  private final Engine engine;

  /**
   * @param implementation part of the engine's own name
   * @param remedy tells the user how to get the expected engine
   */
  GraalWasm(Engine engine, String implementation, String remedy) {
    this.engine = engine;
    String actual = engine.getImplementationName();
    if (!actual.contains(implementation)) {
      engine.close();
      throw new IllegalStateException("the engine is \"" + actual + "\", not \"" + implementation + "\": " + remedy);
    }
  }

  @Override
  public String engine() {
    return "GraalWasm " + version() + " (" + engine.getImplementationName() + ")";
  }

  /** Read from the jar, because outside a GraalVM {@link Engine#getVersion()} returns "Development Build". */
  private static String version() {
    try (InputStream in = Engine.class.getResourceAsStream("/META-INF/graalvm/org.graalvm.polyglot/version")) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).trim();
    } catch (IOException e) {
      throw new UncheckedIOException("the jar of GraalVM's polyglot interface does not tell its version", e);
    }
  }

  @Override
  public ParsedModule parse(String fixture, byte[] wasm, Wasi wasi) throws Exception {
    return new GraalWasmModule(engine, wasi, Source.newBuilder(LANGUAGE, ByteSequence.create(wasm), fixture).build());
  }

  @Override
  public int exitCode(Exception thrown) {
    return thrown instanceof PolyglotException && ((PolyglotException) thrown).isExit()
        ? ((PolyglotException) thrown).getExitStatus()
        : -1;
  }

  @Override
  public void close() {
    engine.close();
  }
}
