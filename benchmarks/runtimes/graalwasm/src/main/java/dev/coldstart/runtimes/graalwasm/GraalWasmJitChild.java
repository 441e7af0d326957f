package dev.coldstart.runtimes.graalwasm;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmRuntime;
import java.io.IOException;
import org.graalvm.polyglot.Engine;

/**
 * The child that answers with {@link GraalWasm} and the Graal compiler. Graal compiles hot Wasm functions in the
 * background, in addition to the JVM's own compilers.
 */
public final class GraalWasmJitChild extends ColdStart {

  public static void main(String[] args) throws IOException {
    new GraalWasmJitChild().answer(args);
  }

  @Override
  public WasmRuntime open() {
    return new GraalWasm(Engine.newBuilder(GraalWasm.LANGUAGE).build(), "GraalVM CE",
        "start the JVM with the Graal compiler on --upgrade-module-path and with -XX:+EnableJVMCI");
  }
}
