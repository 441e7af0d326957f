package dev.coldstart.runtimes.chicorycompiler;

import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.Version;
import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.WasmRuntime;

/** Compiles nothing: what {@link FillCache} compiled is found in the folder that a system property names. */
public final class ChicoryCompilerCached implements WasmRuntime {

  static final String FOLDER = "coldstart.chicory.cache";

  private final FilledCache cache = new FilledCache(System.getProperty(FOLDER));

  @Override
  public String engine() {
    return "Chicory " + Version.version();
  }

  @Override
  public ParsedModule parse(String fixture, byte[] wasm) {
    return new CachedChicoryModule(Parser.parse(wasm), cache);
  }
}
