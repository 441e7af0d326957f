package dev.coldstart.runtimes.graalwasm;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmRuntime;
import java.io.IOException;
import org.graalvm.polyglot.Engine;

/**
 * The child that answers with {@link GraalWasm}, interpreted, with memory outside the heap through sun.misc.Unsafe.
 * This is an experimental option of GraalWasm.
 */
public final class GraalWasmUnsafeMemoryChild extends ColdStart {

  public static void main(String[] args) throws IOException {
    new GraalWasmUnsafeMemoryChild().answer(args);
  }

  @Override
  public WasmRuntime open() {
    return new GraalWasm(Engine.newBuilder(GraalWasm.LANGUAGE)
        .option("engine.WarnInterpreterOnly", "false")
        .allowExperimentalOptions(true)
        .option("wasm.UseUnsafeMemory", "true")
        .build(), "Interpreted", "start the JVM without the Graal compiler");
  }
}
