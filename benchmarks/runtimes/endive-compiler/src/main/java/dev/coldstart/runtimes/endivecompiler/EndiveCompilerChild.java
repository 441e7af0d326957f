package dev.coldstart.runtimes.endivecompiler;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmRuntime;
import java.io.IOException;

/** The child that answers with {@link EndiveCompiler}. */
public final class EndiveCompilerChild extends ColdStart {

  public static void main(String[] args) throws IOException {
    new EndiveCompilerChild().answer(args);
  }

  @Override
  public WasmRuntime open() {
    return new EndiveCompiler();
  }
}
