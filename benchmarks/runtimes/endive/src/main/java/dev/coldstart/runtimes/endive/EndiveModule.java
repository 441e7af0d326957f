package dev.coldstart.runtimes.endive;

import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.HandlerInstance;
import dev.coldstart.spi.ParsedModule;
import run.endive.runtime.Instance;
import run.endive.wasm.WasmModule;

/** Parsing made it ready: the interpreter has nothing to compile. */
final class EndiveModule implements ParsedModule, CompiledModule {

  private final WasmModule module;

  EndiveModule(WasmModule module) {
    this.module = module;
  }

  @Override
  public CompiledModule compile() {
    return this;
  }

  @Override
  public HandlerInstance instantiate() {
    return new EndiveInstance(Instance.builder(module).build());
  }

  @Override
  public void close() {}
}
