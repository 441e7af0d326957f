package dev.coldstart.runtimes.chicorycompiler;

import com.dylibso.chicory.compiler.Cache;
import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.wasm.WasmModule;
import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.ParsedModule;
import dev.coldstart.spi.Wasi;

final class ParsedChicoryModule implements ParsedModule {

  private final WasmModule module;
  private final Cache cache;
  private final Wasi wasi;

  /**
   * @param cache holds the bytecode; null to compile it
   * @param wasi null unless the module imports it
   */
  ParsedChicoryModule(WasmModule module, Cache cache, Wasi wasi) {
    this.module = module;
    this.cache = cache;
    this.wasi = wasi;
  }

  /**
   * Compiles to JVM bytecode or loads it from the cache. A function too long for a Java method stays interpreted, and
   * Chicory reports that on standard error.
   */
  @Override
  public CompiledModule compile() {
    if (cache == null) {
      return new ChicoryModule(module, null, MachineFactoryCompiler.compile(module), wasi);
    }
    if (module.digest() == null) {
      // Chicory would silently ignore the cache and compile.
      throw new IllegalStateException("a module without a digest is not cached: leave Chicory's digest on");
    }
    return new ChicoryModule(module, null, MachineFactoryCompiler.builder(module).withCache(cache).compile(), wasi);
  }
}
