package dev.coldstart.runtimes.graalwasm;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmRuntime;
import java.io.IOException;
import org.graalvm.polyglot.Engine;

/** The child that answers with {@link GraalWasm} as a JDK without the Graal compiler runs it. */
public final class GraalWasmInterpreterChild extends ColdStart {

  public static void main(String[] args) throws IOException {
    new GraalWasmInterpreterChild().answer(args);
  }

  @Override
  public WasmRuntime open() {
    // Asked for by name, so the warning that it is the slow one would be noise in the cold path.
    return new GraalWasm(Engine.newBuilder(GraalWasm.LANGUAGE).option("engine.WarnInterpreterOnly", "false").build(),
        "Interpreted", "start the JVM without the Graal compiler");
  }
}
