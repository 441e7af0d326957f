package dev.coldstart.runtimes.graalwasm;

import org.graalvm.polyglot.Engine;

/** The Graal compiler compiles hot Wasm functions in the background, beside the JVM's own compilers. */
public final class GraalWasmJit extends GraalWasm {

  public GraalWasmJit() {
    super(Engine.newBuilder(LANGUAGE).build(), "GraalVM CE",
        "start the JVM with the Graal compiler on --upgrade-module-path and with -XX:+EnableJVMCI");
  }
}
