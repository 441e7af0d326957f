package dev.coldstart.runtimes.graalwasm;

import org.graalvm.polyglot.Engine;

/** The interpreter with memory outside the heap, by sun.misc.Unsafe; an experimental option of GraalWasm. */
public final class GraalWasmUnsafeMemory extends GraalWasm {

  public GraalWasmUnsafeMemory() {
    super(Engine.newBuilder(LANGUAGE)
        .option("engine.WarnInterpreterOnly", "false")
        .allowExperimentalOptions(true)
        .option("wasm.UseUnsafeMemory", "true")
        .build(), "Interpreted", "start the JVM without the Graal compiler");
  }
}
