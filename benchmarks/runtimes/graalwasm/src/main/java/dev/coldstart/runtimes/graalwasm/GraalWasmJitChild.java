package dev.coldstart.runtimes.graalwasm;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmRuntime;
import java.io.IOException;

/** The child that answers with {@link GraalWasmJit}. */
public final class GraalWasmJitChild extends ColdStart {

  public static void main(String[] args) throws IOException {
    new GraalWasmJitChild().answer(args);
  }

  @Override
  public WasmRuntime open() {
    return new GraalWasmJit();
  }
}
