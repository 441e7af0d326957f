package dev.coldstart.runtimes.wasmtime;

import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.WasmInstance;
import io.github.kawamuray.wasmtime.Engine;
import io.github.kawamuray.wasmtime.Module;

final class WasmtimeModule implements CompiledModule {

  private final Engine engine;
  private final Module module;

  /** Null if the module imports nothing. */
  private WasmtimeProviders providers;

  WasmtimeModule(Engine engine, Module module) {
    this.engine = engine;
    this.module = module;
  }

  @Override
  public WasmInstance<?> provide(String name, byte[] wasm) {
    if (providers == null) {
      providers = new WasmtimeProviders(engine);
    }
    return providers.add(name, wasm);
  }

  @Override
  public WasmInstance<?> instantiate() {
    return providers == null ? WasmtimeInstance.of(engine, module) : providers.instantiate(module);
  }

  @Override
  public void close() {
    if (providers != null) {
      providers.close();
    }
    module.dispose();
  }
}
