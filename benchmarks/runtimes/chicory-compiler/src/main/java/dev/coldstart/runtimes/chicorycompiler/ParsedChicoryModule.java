package dev.coldstart.runtimes.chicorycompiler;

import com.dylibso.chicory.compiler.Cache;
import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.wasm.WasmModule;
import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.ParsedModule;

final class ParsedChicoryModule implements ParsedModule {

  private final WasmModule module;
  private final Cache cache;

  /** @param cache holds the bytecode; null to compile it */
  ParsedChicoryModule(WasmModule module, Cache cache) {
    this.module = module;
    this.cache = cache;
  }

  /**
   * Compiles to JVM bytecode or loads it from the cache. A function too long for a Java method stays interpreted, and
   * Chicory reports that on standard error.
   */
  @Override
  public CompiledModule compile() {
    if (cache == null) {
      return new ChicoryModule(module, null, MachineFactoryCompiler.compile(module));
    }
    if (module.digest() == null) {
      // Chicory would silently ignore the cache and compile.
      throw new IllegalStateException("a module without a digest is not cached: leave Chicory's digest on");
    }
    return new ChicoryModule(module, null, MachineFactoryCompiler.builder(module).withCache(cache).compile());
  }
}
