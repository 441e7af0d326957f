package dev.coldstart.runtimes.chicorycompiler;

import dev.coldstart.child.ColdStart;
import dev.coldstart.spi.WasmRuntime;
import java.io.IOException;

/**
 * The child that answers with {@link ChicoryCompiler} and takes modules from the cache that {@link FillCache} filled.
 */
public final class ChicoryCompilerCachedChild extends ColdStart {

  static final String CACHE = "coldstart.chicory.cache";

  public static void main(String[] args) throws IOException {
    new ChicoryCompilerCachedChild().answer(args);
  }

  @Override
  public WasmRuntime open() {
    return new ChicoryCompiler(new FilledCache(System.getProperty(CACHE)));
  }
}
