package dev.coldstart.runtimes.wasmtime;

import dev.coldstart.spi.CompiledModule;
import dev.coldstart.spi.Wasi;
import dev.coldstart.spi.WasmInstance;
import io.github.kawamuray.wasmtime.Engine;
import io.github.kawamuray.wasmtime.Module;

final class WasmtimeModule implements CompiledModule {

  private final Engine engine;
  private final Module module;

  /** Null if the module imports nothing. */
  private WasmtimeProviders providers;

  /** @param wasi null unless the module imports it */
  WasmtimeModule(Engine engine, Module module, Wasi wasi) {
    this.engine = engine;
    this.module = module;
    providers = wasi == null ? null : WasmtimeProviders.with(wasi, engine);
  }

  @Override
  public WasmInstance<?> provide(String name, byte[] wasm) {
    if (providers == null) {
      providers = WasmtimeProviders.without(engine);
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
