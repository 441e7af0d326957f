package dev.coldstart.runtimes.chicorycompiler;

import com.dylibso.chicory.compiler.Cache;
import com.dylibso.chicory.wasm.Parser;
import com.dylibso.chicory.wasm.Version;
import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.Wasi;
import dev.coldstart.spi.WasmRuntime;

final class ChicoryCompiler implements WasmRuntime {

  private final Cache cache;

  /** @param cache holds the compiled modules; null to compile them */
  ChicoryCompiler(Cache cache) {
    this.cache = cache;
  }

  @Override
  public String engine() {
    return "Chicory " + Version.version();
  }

  @Override
  public ParsedModule parse(String fixture, byte[] wasm, Wasi wasi) {
    return new ParsedChicoryModule(Parser.parse(wasm), cache, wasi);
  }

  @Override
  public int exitCode(Exception thrown) {
    return ChicoryWasi.exitCode(thrown);
  }
}
