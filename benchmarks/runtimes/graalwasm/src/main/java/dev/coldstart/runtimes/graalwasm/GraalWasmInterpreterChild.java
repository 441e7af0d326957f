package dev.coldstart.runtimes.graalwasm;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmRuntime;
import java.io.IOException;
import org.graalvm.polyglot.Engine;

/** The child that answers with {@link GraalWasm} on a JDK without the Graal compiler. */
public final class GraalWasmInterpreterChild extends ColdStart {

  public static void main(String[] args) throws IOException {
    new GraalWasmInterpreterChild().answer(args);
  }

  @Override
  public WasmRuntime open() {
    // The interpreter is wanted here, so the warning about its speed would only add work to the cold path.
    return new GraalWasm(Engine.newBuilder(GraalWasm.LANGUAGE).option("engine.WarnInterpreterOnly", "false").build(),
        "Interpreted", "start the JVM without the Graal compiler");
  }
}
