package dev.coldstart.runtimes.chicory;

import com.dylibso.chicory.runtime.Instance;
import com.dylibso.chicory.wasm.WasmModule;
import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.HandlerInstance;
import dev.coldstart.spi.ParsedModule;

/** Parsing made it ready: the interpreter has nothing to compile. */
final class ChicoryModule implements ParsedModule, CompiledModule {

  private final WasmModule module;

  ChicoryModule(WasmModule module) {
    this.module = module;
  }

  @Override
  public CompiledModule compile() {
    return this;
  }

  @Override
  public HandlerInstance instantiate() {
    return new ChicoryInstance(Instance.builder(module).build());
  }

  @Override
  public void close() {}
}
