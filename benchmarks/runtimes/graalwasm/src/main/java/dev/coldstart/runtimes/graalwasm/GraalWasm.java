package dev.coldstart.runtimes.graalwasm;

import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.WasmRuntime;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Source;
import org.graalvm.polyglot.io.ByteSequence;

/**
 * Whether the interpreter or the JIT runs is up to the JVM's flags, so the engine is checked to be the one asked for.
 */
final class GraalWasm implements WasmRuntime {

  static final String LANGUAGE = "wasm";

  private final Engine engine;

  /**
   * @param implementation a part of the name that the engine gives itself
   * @param remedy what makes the engine the one that was asked for
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

  /** From its jar: outside a GraalVM, {@link Engine#getVersion()} says "Development Build". */
  private static String version() {
    try (InputStream in = Engine.class.getResourceAsStream("/META-INF/graalvm/org.graalvm.polyglot/version")) {
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII).trim();
    } catch (IOException e) {
      throw new UncheckedIOException("the jar of GraalVM's polyglot interface does not tell its version", e);
    }
  }

  @Override
  public ParsedModule parse(String fixture, byte[] wasm) throws Exception {
    return new GraalWasmModule(engine, Source.newBuilder(LANGUAGE, ByteSequence.create(wasm), fixture).build());
  }

  @Override
  public void close() {
    engine.close();
  }
}
