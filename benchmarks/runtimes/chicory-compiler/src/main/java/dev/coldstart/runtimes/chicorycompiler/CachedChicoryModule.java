package dev.coldstart.runtimes.chicorycompiler;

import com.dylibso.chicory.compiler.MachineFactoryCompiler;
import com.dylibso.chicory.wasm.WasmModule;
import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.ParsedModule;

final class CachedChicoryModule implements ParsedModule {

  private final WasmModule module;
  private final FilledCache cache;

  CachedChicoryModule(WasmModule module, FilledCache cache) {
    this.module = module;
    this.cache = cache;
  }

  /** Loads the bytecode, where the compiler would make it. */
  @Override
  public CompiledModule compile() {
    if (module.digest() == null) {
      // Chicory would then leave the cache aside and compile, with no word.
      throw new IllegalStateException("a module without a digest is not cached: leave Chicory's digest on");
    }
    return new CompiledChicoryModule(module, MachineFactoryCompiler.builder(module).withCache(cache).compile());
  }
}
