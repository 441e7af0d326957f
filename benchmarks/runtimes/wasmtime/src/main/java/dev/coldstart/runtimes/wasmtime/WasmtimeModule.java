package dev.coldstart.runtimes.wasmtime;

import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.WasmInstance;
import io.github.kawamuray.wasmtime.Engine;
import io.github.kawamuray.wasmtime.Module;

final class WasmtimeModule implements CompiledModule {

  private final Engine engine;
  private final Module module;

  WasmtimeModule(Engine engine, Module module) {
    this.engine = engine;
    this.module = module;
  }

  @Override
  public WasmInstance<?> instantiate() {
    return WasmtimeInstance.of(engine, module);
  }

  @Override
  public void close() {
    module.dispose();
  }
}
