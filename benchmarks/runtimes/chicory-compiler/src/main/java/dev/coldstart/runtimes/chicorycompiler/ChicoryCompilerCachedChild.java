package dev.coldstart.runtimes.chicorycompiler;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmRuntime;
import java.io.IOException;

/** The child that answers with {@link ChicoryCompilerCached}. */
public final class ChicoryCompilerCachedChild extends ColdStart {

  public static void main(String[] args) throws IOException {
    new ChicoryCompilerCachedChild().answer(args);
  }

  @Override
  public WasmRuntime open() {
    return new ChicoryCompilerCached();
  }
}
