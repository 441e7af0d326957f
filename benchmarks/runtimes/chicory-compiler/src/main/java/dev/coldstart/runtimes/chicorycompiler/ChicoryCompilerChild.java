package dev.coldstart.runtimes.chicorycompiler;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmRuntime;
import java.io.IOException;

/** The child that answers with {@link ChicoryCompiler}. */
public final class ChicoryCompilerChild extends ColdStart {

  public static void main(String[] args) throws IOException {
    new ChicoryCompilerChild().answer(args);
  }

  @Override
  public WasmRuntime open() {
    return new ChicoryCompiler(null);
  }
}
