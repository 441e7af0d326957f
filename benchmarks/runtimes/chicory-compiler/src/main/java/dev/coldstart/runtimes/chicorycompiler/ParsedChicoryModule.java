package dev.coldstart.runtimes.chicorycompiler;

import com.dylibso.chicory.compiler.Cache;
import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.wasm.WasmModule;
import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.ParsedModule;

final class ParsedChicoryModule implements ParsedModule {

  private final WasmModule module;
  private final Cache cache;

  /** @param cache holds the bytecode; null where it is to be made */
  ParsedChicoryModule(WasmModule module, Cache cache) {
    this.module = module;
    this.cache = cache;
  }

  /**
   * To JVM bytecode, or loads it from the cache. A function too long for a method stays interpreted, and Chicory says
   * so on standard error.
   */
  @Override
  public CompiledModule compile() {
    if (cache == null) {
      return new ChicoryModule(module, null, MachineFactoryCompiler.compile(module));
    }
    if (module.digest() == null) {
      // Chicory would then leave the cache aside and compile, with no word.
      throw new IllegalStateException("a module without a digest is not cached: leave Chicory's digest on");
    }
    return new ChicoryModule(module, null, MachineFactoryCompiler.builder(module).withCache(cache).compile());
  }
}
