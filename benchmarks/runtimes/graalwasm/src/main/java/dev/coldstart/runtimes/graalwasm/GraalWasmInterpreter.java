package dev.coldstart.runtimes.graalwasm;

import org.graalvm.polyglot.Engine;

/** What a JDK without the Graal compiler gives. */
public final class GraalWasmInterpreter extends GraalWasm {

  public GraalWasmInterpreter() {
    // Asked for by name, so the warning that it is the slow one would be noise in the cold path.
    super(Engine.newBuilder(LANGUAGE).option("engine.WarnInterpreterOnly", "false").build(), "Interpreted",
        "start the JVM without the Graal compiler");
  }
}
